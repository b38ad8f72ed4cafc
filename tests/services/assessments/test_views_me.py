"""The pages of those who take part, on a cheap phone: plain forms, no JavaScript."""

from __future__ import annotations

import pytest
from django.test import Client
from icalendar import Calendar
from tests.cast import Member
from tests.services.assessments.test_correct_result import counts  # noqa: F401
from tests.services.assessments.world import book, crowd, invite, state_of

from corridor.kernel.actors.api import COMMAND_LINE
from corridor.kernel.people import api as people
from corridor.services.assessments import api as assessments


def text(answer) -> str:
    return answer.content.decode()


@pytest.fixture
def invited(session: assessments.Session, her: people.Person) -> assessments.Candidate:
    return invite(session, her)[0]


def test_the_list_says_what_waits_and_what_there_is_to_do(
    amina: Member, invited: assessments.Candidate
) -> None:
    page = text(amina.client.get("/me/assessments/"))
    assert "Welding test in Kathmandu" in page
    assert "You are invited" in page
    assert "1" in text(amina.client.get("/me/"))


def test_an_empty_list_explains_itself(amina: Member, clock: object) -> None:
    assert "No invitation yet" in text(amina.client.get("/me/assessments/"))


@pytest.mark.parametrize("language", ["fr", "es", "ar"])
def test_the_page_is_read_in_every_language(
    amina: Member, invited: assessments.Candidate, language: str
) -> None:
    address = f"/me/assessments/{invited.session.number}/"
    amina.user.language = language
    amina.user.save()
    page = text(amina.client.get(address, headers={"accept-language": language}))
    assert f'lang="{language}"' in page
    assert "Kathmandu" in page


def test_she_books_changes_her_mind_and_declines(
    amina: Member, invited: assessments.Candidate
) -> None:
    address = f"/me/assessments/{invited.session.number}/"
    slot = invited.session.slots.get()
    assert "2 places left" in text(amina.client.get(address))
    for _click in range(2):
        page = text(amina.client.post(f"{address}answer/", {"answer": slot.pk}, follow=True))
    assert "You have a place." in page
    assert "Put it in my calendar" in page
    page = text(amina.client.post(f"{address}answer/", {"answer": "decline"}, follow=True))
    assert "You said that you cannot come" in page
    assert state_of(invited) == "declined"


def test_when_all_is_taken_she_waits(amina: Member, invited: assessments.Candidate) -> None:
    for one in invite(invited.session, *crowd(2)):
        book(one)
    address = f"/me/assessments/{invited.session.number}/"
    slot = invited.session.slots.get()
    page = text(amina.client.post(f"{address}answer/", {"answer": slot.pk}, follow=True))
    assert "The last place was just taken" in page
    page = text(amina.client.post(f"{address}answer/", {"answer": "wait"}, follow=True))
    assert "You are on the waiting list." in page
    page = text(amina.client.post(f"{address}answer/", {"answer": "<b>"}, follow=True))
    assert "The last place was just taken" in page


def test_a_cancelled_session_says_why(amina: Member, invited: assessments.Candidate) -> None:
    book(invited)
    assessments.Session.objects.update(state="cancelled", cancelled_because="The hall burnt.")
    page = text(amina.client.get(f"/me/assessments/{invited.session.number}/"))
    assert "The hall burnt." in page
    assert "Choose a time" not in page


def test_another_persons_invitation_looks_like_absence(
    dawit: Member, esra: Member, invited: assessments.Candidate
) -> None:
    for member in (dawit, esra):
        for tail in ("", "calendar.ics", "result.pdf"):
            address = f"/me/assessments/{invited.session.number}/{tail}"
            assert member.client.get(address).status_code == 404
    assert dawit.client.get("/me/assessments/T0/").status_code == 404
    assert dawit.client.get("/me/assessments/%00/").status_code == 404


def test_the_appointment_is_taken_into_a_calendar(
    amina: Member, invited: assessments.Candidate
) -> None:
    book(invited)
    answer = amina.client.get(f"/me/assessments/{invited.session.number}/calendar.ics")
    assert answer["Content-Type"].startswith("text/calendar")
    (event,) = Calendar.from_ical(answer.content).walk("VEVENT")
    assert event["status"] == "CONFIRMED"


def test_her_result_stands_line_by_line_and_she_objects(
    amina: Member,
    counts: assessments.Result,  # noqa: F811
) -> None:
    address = f"/me/assessments/{counts.candidate.session.number}/"
    page = text(amina.client.get(address))
    assert "Passed" in page
    assert "81.2% of all points" in page
    assert "Valid until" in page
    assert amina.client.get(f"{address}result.pdf").content.startswith(b"%PDF")
    assert amina.client.post(f"{address}object/", {"words": ""}).status_code == 422
    said = {"words": "The bend was fine."}
    page = text(amina.client.post(f"{address}object/", said, follow=True))
    assert "The answer comes by" in page
    assert "The bend was fine." in page
    assessments.Objection.objects.update(
        answer="We looked.", upheld=False, answered_at=counts.confirmed_at
    )
    assert "We looked." in text(amina.client.get(address))


def test_without_a_result_there_is_no_sheet(amina: Member, invited: assessments.Candidate) -> None:
    address = f"/me/assessments/{invited.session.number}/"
    assert amina.client.get(f"{address}result.pdf").status_code == 404
    assert amina.client.post(f"{address}object/", {"words": "So"}).status_code == 422


def test_examiners_subscribe_by_a_secret_address(
    examined: assessments.Session, farid: Member, visitor: Client
) -> None:
    assert "Make a new address" in text(farid.client.get("/me/assessments/calendar/"))
    page = text(farid.client.post("/me/assessments/calendar/"))
    secret = page.split("/calendar/")[-1].split(".ics")[0]
    feed = visitor.get(f"/calendar/{secret}.ics")
    (event,) = Calendar.from_ical(feed.content).walk("VEVENT")
    assert (event["status"], int(event["sequence"])) == ("CONFIRMED", 0)
    assert "0 of 2 places" in event["summary"]
    assessments.cancel_session(actor=COMMAND_LINE, session=examined, reason="Snow")
    (event,) = Calendar.from_ical(visitor.get(f"/calendar/{secret}.ics").content).walk("VEVENT")
    assert (event["status"], int(event["sequence"])) == ("CANCELLED", 1)
    farid.client.post("/me/assessments/calendar/")
    assert visitor.get(f"/calendar/{secret}.ics").status_code == 404


def test_the_desk_page_of_a_session_is_for_those_who_hold_it(
    examined: assessments.Session, bodil: Member, lena: Member, hana: Member
) -> None:
    for member in (bodil, lena):
        assert "Welding test" in text(member.client.get(examined.get_absolute_url()))
    assert hana.client.get(examined.get_absolute_url()).status_code == 404
