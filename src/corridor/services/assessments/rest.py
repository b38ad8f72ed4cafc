"""Assessments by API: the same acts and reads as on the pages."""

from __future__ import annotations

from datetime import timedelta
from typing import Annotated, Any

from django.http import HttpRequest
from ninja import File, Query, Router, Status
from ninja.files import UploadedFile

from corridor.kernel.actors.api import Actor, Refused, acting, may
from corridor.kernel.paging import Offset
from corridor.services.assessments import api as assessments
from corridor.services.assessments import describe, reads, shapes
from corridor.services.assessments.kindtext import KindUnreadable
from corridor.services.assessments.kindtext import read as read_kind
from corridor.services.assessments.schemas import (
    ID_MAX,
    LIMIT_MAX,
    AnswerIn,
    BookingIn,
    CandidateOut,
    CandidatePage,
    ChangeIn,
    ExaminersIn,
    ImportedOut,
    InvitedOut,
    KindIn,
    MarksIn,
    ReasonIn,
    References,
    ReplyIn,
    ResultOut,
    ScoresIn,
    SeenIn,
    SessionIn,
    SessionPage,
    SessionWhole,
    Wanted,
    WordsIn,
)

prefix = "assessments"
router = Router(tags=["assessments"])


def session_of(request: HttpRequest, number: str) -> assessments.Session:
    return reads.by_number(acting(request), number)


def candidate_at(request: HttpRequest, number: str, reference: str) -> assessments.Candidate:
    return reads.candidate_of(session_of(request, number), reference)


def result_at(request: HttpRequest, result_id: int) -> assessments.Result:
    return reads.result_for(acting(request), result_id if 0 < result_id <= ID_MAX else 0)


@router.get("/", response=SessionPage, summary="Sessions, the next first")
def list_sessions(request: HttpRequest, wanted: Query[Wanted]) -> dict[str, Any]:
    found = reads.sessions(acting(request), _wanted(wanted))
    page = found[wanted.offset : wanted.offset + wanted.limit]
    return {"count": found.count(), "items": [shapes.short(one) for one in page]}


def _wanted(asked: Wanted) -> reads.Wanted:
    given = asked.dict(exclude={"q", "limit", "offset"})
    clean = {name: _text(value) for name, value in given.items()}
    return reads.Wanted(text=_text(asked.q), **clean)


def _text(value: Any) -> Any:
    return value.replace("\x00", "") if isinstance(value, str) else value


@router.post("/", response={201: SessionWhole}, summary="Open a session")
def open_session(request: HttpRequest, draft: SessionIn) -> Status[dict[str, Any]]:
    opened = assessments.open_session(actor=acting(request), draft=draft.draft())
    return Status(201, shapes.whole(reads.by_number(acting(request), opened.number)))


@router.get("/kinds", response=list[dict[str, Any]], summary="Kinds of tests and interviews")
def list_kinds(request: HttpRequest) -> list[dict[str, Any]]:
    return [describe.kind_facts(kind) | {"sheet": kind.sheet} for kind in reads.kinds(offered=True)]


@router.put("/kinds", response=dict[str, Any], summary="Make a kind, or change it")
def keep_kind(request: HttpRequest, given: KindIn) -> dict[str, Any]:
    may(acting(request), "assessments.kinds")
    try:
        draft = read_kind(given.text)
    except KindUnreadable as error:
        finding = assessments.Finding(field="text", sentence=str(error))
        raise assessments.NotAsAsked([finding]) from error
    kind = assessments.keep_kind(actor=acting(request), draft=draft)
    return describe.kind_facts(kind) | {"sheet": kind.sheet}


@router.get("/mine", response=list[dict[str, Any]], summary="Where I take part")
def list_mine(request: HttpRequest) -> list[dict[str, Any]]:
    found = reads.mine(acting(request))[:LIMIT_MAX]
    return [
        shapes.seat(one)
        | {
            "session": one.session.number,
            "slots": [shapes.slot_out(slot) for slot in one.session.slots.all()],
        }
        for one in found
    ]


@router.post("/mine/{number}/answer", response=CandidateOut, summary="Book, wait or decline")
def answer_mine(request: HttpRequest, number: str, given: AnswerIn) -> dict[str, Any]:
    candidate = reads.my_part(acting(request), number)
    return shapes.seat(answered(acting(request), candidate, given.answer))


@router.post("/mine/{number}/object", response={201: dict[str, Any]}, summary="Object to my result")
def object_mine(request: HttpRequest, number: str, given: WordsIn) -> Status[dict[str, Any]]:
    found = reads.result_of(reads.my_part(acting(request), number))
    if found is None:
        raise Refused("assessments.object")
    words = _text(given.words)
    made = assessments.object_to_result(actor=acting(request), result=found, words=words)
    return Status(201, {"result": found.pk, "reply_by": made.reply_by})


def answered(
    actor: Actor, candidate: assessments.Candidate, said: int | str
) -> assessments.Candidate:
    """What an answer asks for: a place, the waiting list, or nothing."""
    if said == "wait":
        return assessments.join_waiting_list(actor=actor, candidate=candidate)
    if said == "decline":
        return assessments.decline(actor=actor, candidate=candidate)
    known = isinstance(said, int) and 0 < said <= ID_MAX
    slot = candidate.session.slots.filter(pk=said).first() if known else None
    if slot is None:
        raise assessments.NoPlaceLeft
    return assessments.book_place(actor=actor, candidate=candidate, slot=slot)


@router.get("/results/{result_id}", response=ResultOut, summary="One result")
def read_result(request: HttpRequest, result_id: int) -> dict[str, Any]:
    return shapes.result_out(result_at(request, result_id))


@router.post("/results/{result_id}/confirm", response=ResultOut, summary="Let a result count")
def confirm_result(request: HttpRequest, result_id: int) -> dict[str, Any]:
    found = result_at(request, result_id)
    return shapes.result_out(assessments.confirm_result(actor=acting(request), result=found))


@router.post("/results/{result_id}/return", response=ResultOut, summary="Send a result back")
def return_result(request: HttpRequest, result_id: int, given: ReasonIn) -> dict[str, Any]:
    done = assessments.return_result(
        actor=acting(request), result=result_at(request, result_id), reason=_text(given.reason)
    )
    return shapes.result_out(done)


@router.post("/results/{result_id}/correct", response=ResultOut, summary="Correct a result")
def correct_result(request: HttpRequest, result_id: int, given: ScoresIn) -> dict[str, Any]:
    done = assessments.correct_result(
        actor=acting(request),
        result=result_at(request, result_id),
        scores=given.scores or {},
        reason=_text(given.reason),
    )
    return shapes.result_out(done)


@router.post("/results/{result_id}/answer", response=dict[str, Any], summary="Answer an objection")
def answer_objection(request: HttpRequest, result_id: int, given: ReplyIn) -> dict[str, Any]:
    may(acting(request), "assessments.desk")
    found = result_at(request, result_id)
    objection = assessments.Objection.objects.filter(result=found).first()
    if objection is None:
        raise Refused("assessments.answer")
    done = assessments.answer_objection(
        actor=acting(request),
        objection=objection,
        upheld=given.upheld,
        answer=_text(given.answer),
    )
    return {"result": found.pk, "upheld": done.upheld, "answered_at": done.answered_at}


@router.get("/{number}", response=SessionWhole, summary="One session")
def read_session(request: HttpRequest, number: str) -> dict[str, Any]:
    return shapes.whole(session_of(request, number))


@router.post("/{number}/change", response=SessionWhole, summary="Change its place or time")
def change_session(request: HttpRequest, number: str, given: ChangeIn) -> dict[str, Any]:
    texts = {name: _text(getattr(given, name)) for name in ("place", "link", "note")}
    assessments.change_session(
        actor=acting(request),
        session=session_of(request, number),
        later_by=timedelta(minutes=given.later_minutes),
        **texts,
    )
    return shapes.whole(session_of(request, number))


@router.post("/{number}/booking", response=SessionWhole, summary="Close or reopen its booking")
def put_booking(request: HttpRequest, number: str, given: BookingIn) -> dict[str, Any]:
    act = assessments.reopen_session if given.open else assessments.close_session
    act(actor=acting(request), session=session_of(request, number))
    return shapes.whole(session_of(request, number))


@router.post("/{number}/cancel", response=SessionWhole, summary="Cancel it, telling everybody")
def cancel_session(request: HttpRequest, number: str, given: ReasonIn) -> dict[str, Any]:
    assessments.cancel_session(
        actor=acting(request), session=session_of(request, number), reason=_text(given.reason)
    )
    return shapes.whole(session_of(request, number))


@router.put("/{number}/examiners", response=SessionWhole, summary="Name who marks")
def put_examiners(request: HttpRequest, number: str, given: ExaminersIn) -> dict[str, Any]:
    wanted = [one for one in given.examiners if 0 < one <= ID_MAX]
    assessments.name_examiners(
        actor=acting(request), session=session_of(request, number), user_ids=wanted
    )
    return shapes.whole(session_of(request, number))


@router.get("/{number}/candidates", response=CandidatePage, summary="Who takes part")
def session_candidates(
    request: HttpRequest,
    number: str,
    limit: Annotated[int, Query(ge=1, le=LIMIT_MAX)] = LIMIT_MAX,
    offset: Offset = 0,
) -> dict[str, Any]:
    found = reads.candidates_of(session_of(request, number))
    page = found[offset : offset + limit]
    return {"count": found.count(), "items": [shapes.seat(one) for one in page]}


@router.post("/{number}/candidates", response=InvitedOut, summary="Invite people")
def invite_candidates(request: HttpRequest, number: str, given: References) -> Any:
    session, actor = session_of(request, number), acting(request)
    if given.shortlist:
        return assessments.invite_shortlist(actor=actor, session=session)
    references = [_text(one) for one in given.references]
    return assessments.invite_people(actor=actor, session=session, references=references)


@router.post("/{number}/results", response=ImportedOut, summary="Bring in a file of results")
def import_results(request: HttpRequest, number: str, file: File[UploadedFile]) -> Any:
    return assessments.import_results(
        actor=acting(request), session=session_of(request, number), file=file.read()
    )


@router.post(
    "/{number}/candidates/{reference}/answer", response=CandidateOut, summary="Answer for somebody"
)
def answer_for_candidate(
    request: HttpRequest, number: str, reference: str, given: AnswerIn
) -> dict[str, Any]:
    candidate = candidate_at(request, number, reference)
    return shapes.seat(answered(acting(request), candidate, given.answer))


@router.post(
    "/{number}/candidates/{reference}/seen", response=CandidateOut, summary="Who came, who did not"
)
def check_in_candidate(
    request: HttpRequest, number: str, reference: str, given: SeenIn
) -> dict[str, Any]:
    candidate, actor = candidate_at(request, number, reference), acting(request)
    if given.seen == "absent":
        return shapes.seat(assessments.mark_absent(actor=actor, candidate=candidate))
    if given.seen == "booked":
        return shapes.seat(assessments.undo_check_in(actor=actor, candidate=candidate))
    late = given.seen == "late"
    return shapes.seat(assessments.check_in(actor=actor, candidate=candidate, late=late))


@router.put(
    "/{number}/candidates/{reference}/marks", response=dict[str, Any], summary="Give my points"
)
def put_marks(request: HttpRequest, number: str, reference: str, given: MarksIn) -> dict[str, Any]:
    marking = assessments.mark_candidate(
        actor=acting(request),
        candidate=candidate_at(request, number, reference),
        scores=given.scores,
        note=_text(given.note),
        hand_in=given.hand_in,
    )
    return {"scores": marking.scores, "handed_in": marking.handed_in_at is not None}


@router.post(
    "/{number}/candidates/{reference}/result",
    response={201: ResultOut},
    summary="Record the result agreed",
)
def record_result(
    request: HttpRequest, number: str, reference: str, given: ScoresIn
) -> Status[dict[str, Any]]:
    done = assessments.record_result(
        actor=acting(request),
        candidate=candidate_at(request, number, reference),
        scores=given.scores,
        reason=_text(given.reason),
    )
    return Status(201, shapes.result_out(done))
