from __future__ import annotations

from datetime import timedelta

import pytest
from django.db import IntegrityError, transaction
from tests.cast import Member
from tests.services.assessments.world import (
    DAY,
    HOURS,
    WELDING,
    book,
    invite,
    open_session,
    replace,
)

from corridor.kernel.actors.api import COMMAND_LINE, Refused
from corridor.kernel.messaging import api as messaging
from corridor.kernel.people import api as people
from corridor.kernel.record import api as record
from corridor.services.assessments import api as assessments


def test_an_officer_opens_a_session_whose_sheet_is_frozen(kinds: None, bodil: Member) -> None:
    session = assessments.open_session(actor=bodil.actor, draft=WELDING)
    assert session.number == f"T{session.pk}"
    assert [line.code for line in session.lines] == ["safety", "plan", "weld", "time"]
    assert session.four_eyes
    assert session.books_until == DAY
    kind = session.kind
    kind.sheet = kind.sheet[:1]
    kind.save()
    session.refresh_from_db()
    assert len(session.lines) == 4
    entry = record.Entry.objects.get(verb="assessments.opened")
    assert (entry.actor, entry.facts["places"]) == (bodil.actor.key, 2)


@pytest.mark.parametrize("name", ["amina", "chen", "esra", "farid", "grace", "hana"])
def test_nobody_else_opens_one(kinds: None, name: str, request: pytest.FixtureRequest) -> None:
    with pytest.raises(Refused):
        assessments.open_session(actor=request.getfixturevalue(name).actor, draft=WELDING)


def test_everything_wrong_is_said_at_once(kinds: None) -> None:
    slot = assessments.SlotDraft(starts_at=DAY, ends_at=DAY - HOURS, places=0)
    wrong = replace(
        WELDING,
        kind="none",
        title=" ",
        place="",
        time_zone="Moon/Sea",
        slots=(slot,),
        examiners=(7,),
    )
    with pytest.raises(assessments.NotAsAsked) as refused:
        assessments.open_session(actor=COMMAND_LINE, draft=wrong)
    fields = {one.field for one in refused.value.findings}
    assert fields == {"kind", "title", "place", "time_zone", "slots", "places", "examiners"}
    assert not assessments.Session.objects.exists()


def test_a_session_may_bring_its_own_sheet(kinds: None) -> None:
    line = assessments.Line(code="one", texts={"en": "One"}, scale_max=4)
    assert open_session(sheet=(line,), about="R7/V12").lines == (line,)


def test_a_language_test_says_which_language(kinds: None) -> None:
    with pytest.raises(assessments.NotAsAsked, match="which language"):
        open_session(kind="language-cefr")
    assert open_session(kind="eps-topik").language == "ko"


def test_an_examiner_is_not_in_two_places(kinds: None, lena: Member) -> None:
    first = open_session(examiners=(lena.user.pk,))
    with pytest.raises(assessments.AlreadyElsewhere, match=first.number):
        open_session(examiners=(lena.user.pk,))
    later = (assessments.SlotDraft(starts_at=DAY + HOURS, ends_at=DAY + 2 * HOURS),)
    assert open_session(examiners=(lena.user.pk,), slots=later).named.count() == 1


def test_those_with_a_place_are_told_of_another_time(
    session: assessments.Session, her: people.Person, bodil: Member
) -> None:
    book(invite(session, her)[0])
    changed = assessments.change_session(
        actor=bodil.actor, session=session, place="Hall 9", later_by=timedelta(days=1)
    )
    assert (changed.sequence, changed.starts_at) == (1, DAY + timedelta(days=1))
    message = messaging.Message.objects.filter(channel="email").latest("pk")
    assert "Time or place changed" in message.subject
    assert "Hall 9" in message.text
    assert "Thursday, 11 March 2027, 09:00 (Kathmandu, UTC+05:45)" in message.text


def test_a_session_is_not_moved_onto_another_appointment(
    session: assessments.Session, her: people.Person
) -> None:
    tomorrow = DAY + timedelta(days=1)
    slot = assessments.SlotDraft(starts_at=tomorrow, ends_at=tomorrow + HOURS)
    other = open_session(slots=(slot,))
    book(invite(session, her)[0])
    book(invite(other, her)[0])
    with pytest.raises(assessments.AlreadyElsewhere), transaction.atomic():
        assessments.change_session(actor=COMMAND_LINE, session=session, later_by=timedelta(days=1))
    session.refresh_from_db()
    assert session.starts_at == DAY
    with pytest.raises(assessments.NotAsAsked):
        assessments.change_session(
            actor=COMMAND_LINE, session=session, later_by=timedelta(days=-30)
        )


def test_the_table_refuses_an_end_before_the_beginning(session: assessments.Session) -> None:
    session.ends_at = session.starts_at
    with pytest.raises(IntegrityError):
        session.save()
