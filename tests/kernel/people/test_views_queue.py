"""The verification queue at the desk."""

import pytest
from django.urls import reverse
from tests.cast import Member, join
from tests.kernel.documents.files import picture, upload
from tests.kernel.people.test_views import text_of
from tests.kernel.people.world import register, say

from corridor.kernel.accounts.api import RoleGrant
from corridor.kernel.people import api as people
from corridor.kernel.people.models import Claim, Verification

QUEUE = "/desk/verification/"


@pytest.fixture
def proved(amina: Member) -> list[Claim]:
    her = register(amina)
    claims = [say(amina, her, "skill", label=name) for name in ("Welding", "Cooking")]
    for claim in claims:
        people.attach_evidence(
            actor=amina.actor, claim=claim, upload=upload("photo.jpg", picture("JPEG"))
        )
    return claims


def page_of(claim: Claim, step: str = "") -> str:
    named = {"number": claim.pk} | ({"step": step} if step else {})
    return reverse("people.queue_step" if step else "people.queue_claim", kwargs=named)


def test_it_shows_what_waits_and_gives_it_as_a_file(bodil: Member, proved: list[Claim]) -> None:
    shown = text_of(bodil.client.get(QUEUE))
    assert "Waiting: 2" in shown
    assert shown.index("Welding") < shown.index("Cooking")
    taken = bodil.client.get(QUEUE, {"format": "csv", "kind": "skill"})
    assert b"Welding" in b"".join(taken.streaming_content)
    assert "Nothing waits here" in text_of(bodil.client.get(QUEUE, {"kind": "licence"}))


def test_a_decision_opens_the_next_and_can_be_undone(bodil: Member, proved: list[Claim]) -> None:
    first, second = proved
    shown = bodil.client.get(page_of(first))
    assert f"/documents/{first_document(first)}/" in shown.content.decode()
    decision = {"decision": "verified", "reason": "Seen the original.", "expires_on": "2099-01-01"}
    answer = bodil.client.post(page_of(first) + "?kind=skill", decision)
    assert answer.url == page_of(second) + "?kind=skill"
    first.refresh_from_db()
    assert first.is_verified
    assert "Decided already" in text_of(bodil.client.get(page_of(first)))
    bodil.client.post(page_of(first, "undo"))
    first.refresh_from_db()
    assert not first.is_verified
    last = bodil.client.post(page_of(second), decision)
    assert last.url == page_of(first)
    assert bodil.client.post(page_of(first), decision).url == QUEUE


def first_document(claim: Claim) -> str:
    claim.refresh_from_db()
    assert claim.evidence is not None
    return claim.evidence.number


def test_a_double_click_decides_on_one_and_harms_nothing(
    bodil: Member, proved: list[Claim]
) -> None:
    decision = {"decision": "verified", "reason": "Seen."}
    for _click in range(2):
        bodil.client.post(page_of(proved[0]), decision)
    proved[0].refresh_from_db()
    assert proved[0].is_verified


def test_four_eyes_on_the_page(bodil: Member, proved: list[Claim], settings) -> None:
    settings.CORRIDOR_FOUR_EYES = ["skill"]
    second = join("esra")
    RoleGrant.objects.create(user=second.user, role="officer")
    claim = proved[0]
    answer = bodil.client.post(
        page_of(claim), {"decision": "verified", "reason": "Seen."}, follow=True
    )
    assert "once a second officer has confirmed it" in text_of(answer)
    assert "You decided this" in text_of(bodil.client.get(page_of(claim)))
    assert bodil.client.post(page_of(claim, "second")).status_code == 409
    assert "confirm it" in text_of(second.client.get(page_of(claim)))
    assert "Welding" in text_of(second.client.get(QUEUE, {"stage": "second"}))
    assert "waits for a second officer" in text_of(second.client.get("/desk/"))
    second.client.post(page_of(claim, "second"))
    claim.refresh_from_db()
    assert claim.is_verified


@pytest.mark.parametrize(
    ("given", "sentence"),
    [
        ({"decision": "verified", "reason": ""}, "This field is required"),
        ({"decision": "verified", "reason": "x", "expires_on": "2001-01-01"}, "This day is over"),
        ({"decision": "perhaps", "reason": "x"}, "not one of the available choices"),
    ],
)
def test_nonsense_decides_nothing(
    bodil: Member, proved: list[Claim], given: dict, sentence: str
) -> None:
    answer = bodil.client.post(page_of(proved[0]), given)
    assert answer.status_code == 422
    assert sentence in text_of(answer)
    assert not Verification.objects.exists()


def test_a_statement_withdrawn_in_the_meantime_is_told(
    amina: Member, bodil: Member, proved: list[Claim]
) -> None:
    people.withdraw_claim(actor=amina.actor, claim=proved[0])
    answer = bodil.client.post(page_of(proved[0]), {"decision": "verified", "reason": "Seen."})
    assert answer.status_code == 422
    assert "withdrawn or replaced" in text_of(answer)


def test_others_find_nothing_there(amina: Member, farid: Member, proved: list[Claim]) -> None:
    for member in (amina, farid):
        assert member.client.get(QUEUE).status_code == 404
        assert member.client.get(page_of(proved[0])).status_code == 404
    assert amina.client.post(page_of(proved[0], "undo")).status_code == 404


def test_there_is_nothing_to_undo_before_a_decision(bodil: Member, proved: list[Claim]) -> None:
    assert bodil.client.post(page_of(proved[0], "undo")).status_code == 404
