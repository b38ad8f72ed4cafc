"""Who reads, opens, marks and takes part in sessions."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

from django.utils import timezone

from corridor.kernel.actors.api import COMMAND_LINE
from corridor.kernel.people import api as people
from corridor.kernel.places import api as places
from corridor.services.assessments import api as assessments
from corridor.services.assessments import calendars
from tests.permissions.table import Row, only, public


def a_session(cast: dict[str, Any]) -> dict[str, Any]:
    """A welding test a month ahead, which Farid examines and Amina is invited to."""
    places.load(actor=COMMAND_LINE, name="starter-assessments")
    begins = timezone.now() + timedelta(days=30)
    slot = assessments.SlotDraft(starts_at=begins, ends_at=begins + timedelta(hours=2), places=5)
    draft = assessments.SessionDraft(
        kind="trade-welding",
        title="Welding",
        time_zone="Asia/Kathmandu",
        place="Hall",
        slots=(slot,),
        examiners=(cast["farid"].user.pk,),
    )
    session = assessments.open_session(actor=COMMAND_LINE, draft=draft)
    said = people.read(people.PersonDraft, {"full_name": "Amina", "email": "amina@example.org"})
    her = people.register_person(actor=cast["amina"].actor, draft=said)
    assessments.invite_people(actor=COMMAND_LINE, session=session, references=[her.reference])
    return {"number": session.number}


def a_result(cast: dict[str, Any]) -> dict[str, Any]:
    """Amina's result of that test counts."""
    found = a_session(cast)
    candidate = assessments.Candidate.objects.get()
    slot = candidate.session.slots.get()
    assessments.Candidate.objects.update(state="present", slot=slot)
    assessments.Slot.objects.update(places_taken=1)
    scores = {"safety": 9, "plan": 8, "weld": 16, "time": 7}
    result = assessments.record_result(
        actor=COMMAND_LINE, candidate=candidate, scores=scores, reason="On paper"
    )
    assessments.confirm_result(actor=cast["bodil"].actor, result=result)
    return found


def a_secret(cast: dict[str, Any]) -> dict[str, Any]:
    return {"secret": calendars.make_calendar(actor=cast["farid"].actor)}


EVERYBODY = Row(everyone=200, codes={"visitor": 302})

ROWS: dict[str, Row] = {
    "assessments.feed": public(args=a_secret),
    "assessments.parts": EVERYBODY,
    "assessments.calendar": EVERYBODY,
    "assessments.mine": only("amina", args=a_session),
    "assessments.answer": only("amina", code=302, method="post", args=a_session),
    "assessments.object": only("amina", code=422, method="post", args=a_result),
    "assessments.ics": only("amina", args=a_session),
    "assessments.sheet": only("amina", args=a_result),
    "assessments.session": only("bodil", "farid", "ivan", args=a_session),
}
