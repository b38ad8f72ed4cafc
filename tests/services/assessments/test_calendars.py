"""iCalendar as other programs read it."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

import pytest
from icalendar import Calendar
from tests.cast import Member
from tests.services.assessments.world import DAY, HOURS, book, invite

from corridor.kernel.actors.api import ANONYMOUS, COMMAND_LINE, Refused
from corridor.kernel.people import api as people
from corridor.services.assessments import api as assessments
from corridor.services.assessments import calendars, reads


def read(file: bytes):
    (event,) = Calendar.from_ical(file).walk("VEVENT")
    return event


def test_a_change_raises_the_sequence_and_keeps_the_event(
    session: assessments.Session, her: people.Person
) -> None:
    candidate = book(invite(session, her)[0])
    first = read(calendars.file_for(candidate))
    assessments.change_session(actor=COMMAND_LINE, session=session, later_by=timedelta(hours=1))
    again = read(calendars.file_for(reads.candidate_of(session, her.reference)))
    assert first["uid"] == again["uid"]
    assert int(again["sequence"]) == int(first["sequence"]) + 1 == 1
    assert again.decoded("dtstart") - first.decoded("dtstart") == timedelta(hours=1)
    assert first.decoded("dtend") == DAY + HOURS


def test_who_gave_the_place_back_takes_the_event_away(
    session: assessments.Session, her: people.Person
) -> None:
    candidate = book(invite(session, her)[0])
    assessments.decline(actor=COMMAND_LINE, candidate=candidate)
    file = calendars.file_for(reads.candidate_of(session, her.reference))
    assert read(file)["status"] == "CANCELLED"
    assert b"METHOD:CANCEL" in file


def test_half_past_eleven_at_night_elsewhere_is_the_right_moment(session) -> None:
    late = datetime(2027, 3, 11, 4, 30, tzinfo=UTC)  # 23:30 on the tenth in New York
    assessments.Session.objects.update(time_zone="America/New_York")
    assessments.Slot.objects.update(starts_at=late, ends_at=late + HOURS)
    found = assessments.Session.objects.get()
    event = read(calendars.feed_of([found]))
    assert event["dtstart"].to_ical() == b"20270311T043000Z"
    assert "10 March 2027, 23:30 (New York, UTC-05:00)" in calendars.telling.when(late, found)


def test_only_somebody_with_an_account_has_a_feed(db: None, bodil: Member) -> None:
    with pytest.raises(Refused):
        calendars.make_calendar(actor=ANONYMOUS)
    with pytest.raises(Refused):
        calendars.feed_for("guess")
    assert len(calendars.make_calendar(actor=bodil.actor)) >= 32
