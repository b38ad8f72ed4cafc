from __future__ import annotations

import pytest
from django.db.models import QuerySet
from tests.cast import Member
from tests.services.rounds.officers import REASON, proposed, signed

from corridor.kernel.messaging import api as messaging
from corridor.services.rounds import api as rounds
from corridor.services.rounds.telling_officers import signatories


@pytest.fixture
def of(world: None, plan: rounds.RoundDraft, bodil: Member, farid: Member) -> rounds.Round:
    return signed(plan, bodil, farid)


def told(template: str) -> QuerySet[messaging.Message]:
    return messaging.Message.objects.filter(template=f"rounds/{template}").order_by("channel")


def test_the_other_party_is_told_in_the_app_and_by_e_mail_once(
    of: rounds.Round, bodil: Member, farid: Member
) -> None:
    one = proposed(of, bodil)
    proposed(of, bodil)  # the same click again
    app, email = told("override_waits")
    assert (app.channel, email.channel) == ("app", "email")
    assert {app.user_id, email.user_id} <= {farid.user.pk, None}
    assert email.address == farid.user.email
    for part in (REASON, "Ministry of bodil", f"/desk/overrides/{one.pk}/"):
        assert part in email.text
    home = farid.client.get("/desk/").content.decode()
    assert "Decisions to confirm" in home
    assert "Decisions to confirm" not in bodil.client.get("/desk/").content.decode()


@pytest.mark.parametrize(
    ("language", "word"),
    [("fr", "propose"), ("es", "propone"), ("ar", "يقترح")],
)
def test_each_is_told_in_their_own_language(
    of: rounds.Round, bodil: Member, farid: Member, language: str, word: str
) -> None:
    farid.user.language = language
    farid.user.save(update_fields=["language"])
    proposed(of, bodil)
    assert word in told("override_waits")[0].text


def test_what_one_takes_back_the_other_is_told(
    of: rounds.Round, bodil: Member, farid: Member
) -> None:
    one = proposed(of, bodil)
    rounds.confirm_override(actor=farid.actor, override=one, seen=of.result_digest)
    rounds.undo_override(actor=farid.actor, override=one)
    (email,) = told("override_undone").filter(channel="email")
    assert email.address == bodil.user.email
    assert "Ministry of farid took a decision back" in email.text


def test_whoever_cannot_sign_in_any_more_is_not_told(
    of: rounds.Round, farid: Member, bodil: Member
) -> None:
    assert signatories(of) == [bodil.user, farid.user]
    assert signatories(of, but="first") == [farid.user]
    farid.user.is_active = False
    farid.user.save(update_fields=["is_active"])
    assert signatories(of, but="first") == []
