"""Who reads, opens, marks and takes part in sessions."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

from django.utils import timezone

from corridor.kernel.actors.api import COMMAND_LINE
from corridor.kernel.organisations import api as organisations
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


def waiting_result(cast: dict[str, Any]) -> dict[str, Any]:
    """A result that waits; Ivan recorded it."""
    found = a_session(cast)
    candidate = assessments.Candidate.objects.get()
    slot = candidate.session.slots.get()
    assessments.Candidate.objects.update(state="present", slot=slot)
    assessments.Slot.objects.update(places_taken=1)
    scores = {"safety": 9, "plan": 8, "weld": 16, "time": 7}
    result = assessments.record_result(
        actor=COMMAND_LINE, candidate=candidate, scores=scores, reason="On paper"
    )
    assert found
    return {"result_id": result.pk}


def counting_result(cast: dict[str, Any]) -> dict[str, Any]:
    a_result(cast)
    return {"result_id": assessments.Result.objects.get().pk}


def a_candidate(cast: dict[str, Any]) -> dict[str, Any]:
    found = a_session(cast)
    return {**found, "reference": people.Person.objects.get().reference}


def an_interview(cast: dict[str, Any]) -> dict[str, Any]:
    """An interview that Hana's mill holds."""
    places.load(actor=COMMAND_LINE, name="starter-assessments")
    draft = organisations.OrganisationDraft(kind="employer", name="Mill", country="DEU")
    mill = organisations.register_organisation(actor=cast["hana"].actor, draft=draft)
    begins = timezone.now() + timedelta(days=30)
    slot = assessments.SlotDraft(starts_at=begins, ends_at=begins + timedelta(hours=1))
    session = assessments.open_session(
        actor=COMMAND_LINE,
        draft=assessments.SessionDraft(
            kind="interview",
            title="Cook",
            time_zone="UTC",
            link="https://meet.example.org/1",
            slots=(slot,),
            organisation_id=mill.pk,
            examiners=(cast["hana"].user.pk,),
        ),
    )
    return {"number": session.number}


def their_candidate(cast: dict[str, Any]) -> dict[str, Any]:
    found = an_interview(cast)
    said = people.read(people.PersonDraft, {"full_name": "Amina", "email": "amina@example.org"})
    her = people.register_person(actor=cast["amina"].actor, draft=said)
    session = assessments.by_number(COMMAND_LINE, found["number"])
    assessments.invite_people(actor=COMMAND_LINE, session=session, references=[her.reference])
    return {**found, "reference": her.reference}


EVERYBODY = Row(everyone=200, codes={"visitor": 302})
OFFICE = ("bodil", "ivan")
WITH_EXAMINER = ("bodil", "farid", "ivan")


def hiring(code: int = 200, **more: Any) -> Row:
    return only("hana", code=code, args=more.pop("args", an_interview), **more)


def api(people_: tuple[str, ...], code: int = 200, **more: Any) -> Row:
    return only(*people_, code=code, visitor=401, args=more.pop("args", a_session), **more)


def api_write(code: int = 400, **more: Any) -> Row:
    """Without a body the request itself is wrong, whoever of those signed in sends it."""
    method = more.pop("method", "post")
    args = more.pop("args", a_session)
    return Row(everyone=code, codes={"visitor": 401}, method=method, args=args)


SIGNED_IN = Row(everyone=200, codes={"visitor": 401})

ROWS: dict[str, Row] = {
    "assessments.feed": public(args=a_secret),
    "assessments.parts": EVERYBODY,
    "assessments.calendar": EVERYBODY,
    "assessments.mine": only("amina", args=a_session),
    "assessments.answer": only("amina", code=302, method="post", args=a_session),
    "assessments.object": only("amina", code=422, method="post", args=a_result),
    "assessments.ics": only("amina", args=a_session),
    "assessments.sheet": only("amina", args=a_result),
    "assessments.sessions": only(*OFFICE),
    "assessments.open": only(*OFFICE),
    "assessments.session": only(*WITH_EXAMINER, args=a_session),
    "assessments.change": only(*OFFICE, args=a_session),
    "assessments.cancel": only(*OFFICE, args=a_session),
    "assessments.booking": only(*OFFICE, code=302, method="post", args=a_session),
    "assessments.invite": only(*OFFICE, code=302, method="post", args=a_session),
    "assessments.examiners": only(*OFFICE, code=302, method="post", args=a_session),
    "assessments.attendance": only(*WITH_EXAMINER, args=a_session),
    "assessments.check_in": only(*WITH_EXAMINER, args=a_session),
    "assessments.marks": only("farid", args=a_session),
    "assessments.bring_in": only(*OFFICE, args=a_session),
    "assessments.confirm_all": only(*WITH_EXAMINER, code=302, method="post", args=a_session),
    "assessments.agree": only(*WITH_EXAMINER, args=a_candidate),
    "assessments.waiting": only(*OFFICE),
    "assessments.result": only(*WITH_EXAMINER, args=waiting_result),
    # Without a reason to send it back with, those who may are told so.
    "assessments.decide": only(*WITH_EXAMINER, code=422, method="post", args=waiting_result),
    "assessments.reply": only(*OFFICE, code=302, method="post", args=counting_result),
    "assessments.kinds": only(*OFFICE),
    "assessments.kind_new": only(*OFFICE),
    "assessments.kind": only(*OFFICE, args=lambda cast: a_session(cast) and WELDING),
    "assessments.kind_change": only(*OFFICE, args=lambda cast: a_session(cast) and WELDING),
    "assessments.interviews": only("hana"),
    "assessments.hiring_open": only("hana", args=lambda cast: an_interview(cast) and {}),
    "assessments.hiring_session": hiring(),
    "assessments.hiring_change": hiring(),
    "assessments.hiring_cancel": hiring(),
    "assessments.hiring_booking": hiring(302, method="post"),
    "assessments.hiring_invite": hiring(302, method="post"),
    "assessments.hiring_examiners": hiring(302, method="post"),
    "assessments.hiring_attendance": hiring(),
    "assessments.hiring_check_in": hiring(),
    "assessments.hiring_marks": hiring(),
    "assessments.hiring_bring_in": Row(everyone=404, codes={"visitor": 302}, args=an_interview),
    "assessments.hiring_confirm_all": hiring(302, method="post"),
    "assessments.hiring_agree": hiring(args=their_candidate),
    "api:list_sessions": SIGNED_IN,
    "api:list_kinds": SIGNED_IN,
    "api:list_mine": SIGNED_IN,
    "api:open_session": Row(everyone=400, codes={"visitor": 401}, method="post"),
    "api:keep_kind": Row(everyone=422, codes={"visitor": 401}, method="put"),
    "api:invite_candidates": api_write(),
    "api:read_session": api(WITH_EXAMINER),
    "api:session_candidates": api(WITH_EXAMINER),
    "api:read_result": api(("amina", *WITH_EXAMINER), args=waiting_result),
    "api:confirm_result": api(WITH_EXAMINER, args=waiting_result, method="post"),
    "api:return_result": api_write(args=waiting_result),
    "api:correct_result": api_write(args=waiting_result),
    "api:answer_objection": api_write(args=waiting_result),
    "api:answer_mine": api_write(),
    "api:object_mine": api_write(),
    "api:change_session": api_write(),
    "api:put_booking": api_write(),
    "api:cancel_session": api_write(),
    "api:put_examiners": api_write(422, method="put"),
    "api:import_results": api_write(422),
    "api:answer_for_candidate": api_write(args=a_candidate),
    "api:check_in_candidate": api_write(args=a_candidate),
    "api:put_marks": api_write(422, args=a_candidate, method="put"),
    "api:record_result": api_write(args=a_candidate),
}
WELDING = {"code": "trade-welding"}
