"""Two officers decide on one person, each on their own device."""

from __future__ import annotations

import pytest
from django.test import Client
from tests.cast import Member
from tests.services.rounds.officers import REASON, left_out, proposed, reference, signed, welder

from corridor.kernel.people import api as people
from corridor.services.rounds import api as rounds


@pytest.fixture
def of(world: None, plan: rounds.RoundDraft, bodil: Member, farid: Member) -> rounds.Round:
    return signed(plan, bodil, farid)


def given(of: rounds.Round, **changes: str) -> dict[str, str]:
    worker = people.printed_reference(left_out(of))
    asked = {"kind": "place", "worker": worker, "vacancy": welder(of).vacancy, "reason": REASON}
    return {**asked, **changes}


def test_price_proposal_confirmation_publication(
    of: rounds.Round, bodil: Member, farid: Member, visitor: Client
) -> None:
    page = f"/desk/rounds/{of.number}/overrides/"
    assert "No decisions on single people" in bodil.client.get(page).text
    asked = given(of)
    price = bodil.client.post(page, asked)
    assert price.status_code == 200
    assert "Nothing is changed yet." in price.text
    assert "Lose their place" in price.text
    assert not of.overrides.exists()

    sent = bodil.client.post(f"{page}propose/", {**asked, "seen": of.result_digest}, follow=True)
    assert "The officer of the other party must confirm it." in sent.text
    one = of.overrides.get()

    assert "Decisions to confirm" in farid.client.get("/desk/").text
    assert asked["worker"] in farid.client.get("/desk/overrides/").text
    own = bodil.client.get(f"/desk/overrides/{one.pk}/")
    assert "Confirm</button>" not in own.text
    theirs = farid.client.get(f"/desk/overrides/{one.pk}/")
    assert "Confirm</button>" in theirs.text
    done = farid.client.post(
        f"/desk/overrides/{one.pk}/confirm/", {"seen": of.result_digest}, follow=True
    )
    assert "The result is worked out with it." in done.text
    assert "Nothing waits for you" in farid.client.get("/desk/overrides/").text

    of.refresh_from_db()
    rounds.publish_round(actor=bodil.actor, ready=of)
    public = visitor.get(f"/rounds/{of.number}/").text
    assert REASON in public
    assert asked["worker"] in public
    report = bodil.client.get(f"/rounds/{of.number}/report/").text
    assert REASON in report
    assert "What the rules cost" in report
    pdf = bodil.client.get(f"/rounds/{of.number}/report/?format=pdf")
    assert pdf.status_code == 200
    assert pdf.content.startswith(b"%PDF")


def test_a_stale_page_says_so_and_confirms_nothing(
    of: rounds.Round, bodil: Member, farid: Member
) -> None:
    one = proposed(of, bodil)
    stale = farid.client.post(f"/desk/overrides/{one.pk}/confirm/", {"seen": "0" * 64})
    assert stale.status_code == 409
    assert "Nothing was changed" in stale.text or "Read the price again" in stale.text
    one.refresh_from_db()
    assert one.state == "proposed"


def test_it_is_taken_back(of: rounds.Round, bodil: Member) -> None:
    one = proposed(of, bodil)
    page = bodil.client.post(f"/desk/overrides/{one.pk}/undo/", follow=True)
    assert "Taken back" in page.text
    assert "Take it back" not in bodil.client.get(f"/desk/overrides/{one.pk}/").text


def test_a_decision_that_holds_no_more_says_so(
    of: rounds.Round, bodil: Member, farid: Member
) -> None:
    one = proposed(of, bodil, worker=reference("Amina"), kind="remove")
    rounds.Result.objects.filter(worker=one.worker).update(outcome="outranked-at-each")
    page = farid.client.get(f"/desk/overrides/{one.pk}/").text
    assert "It cannot be done any more" in page
    assert "Confirm</button>" not in page


@pytest.mark.parametrize(
    ("change", "said"),
    [
        ({"worker": "NOBODY"}, "is not on the list of"),
        ({"vacancy": "V999"}, "is not on the list of"),
        ({"reason": ""}, "This field is required"),
        ({"kind": "remove"}, "this person has no place there"),
    ],
)
def test_what_is_wrong_stands_on_the_form(
    of: rounds.Round, bodil: Member, change: dict[str, str], said: str
) -> None:
    page = bodil.client.post(f"/desk/rounds/{of.number}/overrides/", given(of, **change))
    assert page.status_code == 422
    assert said in page.text


def test_another_officer_reads_and_takes_the_list_away(
    of: rounds.Round, bodil: Member, ivan: Member
) -> None:
    proposed(of, bodil)
    address = f"/desk/rounds/{of.number}/overrides/"
    assert "Decide on a person" not in ivan.client.get(address).text
    assert ivan.client.post(address, given(of)).status_code == 404
    file = ivan.client.get(f"{address}?format=csv")
    assert REASON in b"".join(file).decode()


def test_the_list_of_a_vacancy_leads_to_the_form_filled_in(
    of: rounds.Round, bodil: Member, ivan: Member
) -> None:
    address = f"/rounds/{of.number}/{welder(of).vacancy}/"
    link = f"/desk/rounds/{of.number}/overrides/?worker="
    page = bodil.client.get(address).text
    assert link in page
    assert link not in ivan.client.get(address).text
    filled = f"{link}{people.printed_reference(left_out(of))}&vacancy={welder(of).vacancy}"
    assert f'value="{welder(of).vacancy}"' in bodil.client.get(filled).text
