"""Tests and interviews on the command line."""

from __future__ import annotations

import json
import sys
from datetime import datetime, timedelta
from pathlib import Path
from typing import Annotated, Any

import typer

name = "assessments"
app = typer.Typer(
    help="Tests and interviews: sessions, invitations, results.", no_args_is_help=True
)
Number = Annotated[str, typer.Argument(help="The session, such as T7.")]
Reference = Annotated[str, typer.Argument(help="The person's reference number.")]
ResultId = Annotated[int, typer.Argument(help="The id of the result.", min=1)]
Reason = Annotated[str, typer.Option(help="A sentence; it is kept.")]


def show(value: Any) -> None:
    print(json.dumps(value, default=str, indent=2, ensure_ascii=False))


def machine() -> Any:
    from corridor.kernel.actors.api import COMMAND_LINE

    return COMMAND_LINE


def session_at(number: str) -> Any:
    from corridor.services.assessments import api as assessments

    return assessments.by_number(machine(), number)


def candidate_at(number: str, reference: str) -> Any:
    from corridor.services.assessments import api as assessments

    return assessments.candidate_of(session_at(number), reference)


def result_at(result_id: int) -> Any:
    from corridor.services.assessments import reads

    return reads.result_for(machine(), result_id)


def told(result: Any) -> None:
    from corridor.services.assessments import shapes

    show(shapes.result_out(result))


def points(given: list[str]) -> dict[str, int]:
    """`safety=8` as a line and its points."""
    pairs = [one.partition("=") for one in given]
    if not all(code and value.isdecimal() for code, _mark, value in pairs):
        raise typer.BadParameter("Write points as LINE=POINTS, such as safety=8.")
    return {code: int(value) for code, _mark, value in pairs}


@app.command("kinds")
def kinds_() -> None:
    """The kinds there are, with where their figures come from."""
    from corridor.services.assessments import describe, reads

    show([describe.kind_facts(kind) for kind in reads.kinds()])


@app.command("keep-kind")
def keep_kind_(file: Annotated[Path, typer.Argument(help="A kind as TOML.")]) -> None:
    """Make a kind, or change it for the sessions to come."""
    from corridor.services.assessments import api as assessments
    from corridor.services.assessments import kindtext

    try:
        draft = kindtext.read(file.read_text(encoding="utf-8"))
    except (OSError, kindtext.KindUnreadable) as error:
        raise typer.BadParameter(str(error)) from error
    print(f"Kept {assessments.keep_kind(actor=machine(), draft=draft).code}.")


@app.command("list")
def list_(
    kind: Annotated[str, typer.Option(help="Only this kind.")] = "",
    state: Annotated[str, typer.Option(help="open, closed or cancelled.")] = "",
    about: Annotated[str, typer.Option(help="What they are held for, such as R7/V12.")] = "",
) -> None:
    """Sessions, the next first."""
    from corridor.services.assessments import api as assessments
    from corridor.services.assessments import shapes

    wanted = assessments.Wanted(kind=kind, state=state, about=about)
    show([shapes.short(one) for one in assessments.sessions(machine(), wanted)])


@app.command("show")
def show_(number: Number) -> None:
    """One session with its times and who takes part."""
    from corridor.services.assessments import api as assessments
    from corridor.services.assessments import shapes

    found = session_at(number)
    seats = [shapes.seat(one) for one in assessments.candidates_of(found)]
    show({**shapes.whole(found), "candidates": seats})


@app.command("open")
def open_(
    kind: Annotated[str, typer.Argument(help="The kind, such as trade-welding.")],
    title: Annotated[str, typer.Argument(help="What people read.")],
    starts: Annotated[str, typer.Option(help="Such as 2027-03-10T09:00+05:45.")],
    minutes: Annotated[int, typer.Option(min=1, help="How long it takes.")],
    zone: Annotated[str, typer.Option(help="Such as Asia/Kathmandu.")],
    place: Annotated[str, typer.Option(help="Where it is held.")] = "",
    link: Annotated[str, typer.Option(help="Where it is held online.")] = "",
    places: Annotated[int, typer.Option(min=1)] = 20,
    language: Annotated[str, typer.Option(help="The language tested.")] = "",
    about: Annotated[str, typer.Option(help="Such as R7/V12.")] = "",
    examiner: Annotated[list[int] | None, typer.Option(help="Id of a user; repeat it.")] = None,
) -> None:
    """Open a session with one time."""
    from corridor.services.assessments import api as assessments

    try:
        begins = datetime.fromisoformat(starts)
    except ValueError:
        raise typer.BadParameter("Write the beginning as 2027-03-10T09:00+05:45.") from None
    ends = begins + timedelta(minutes=minutes)
    slot = assessments.SlotDraft(starts_at=begins, ends_at=ends, places=places)
    draft = assessments.SessionDraft(
        kind=kind,
        title=title,
        time_zone=zone,
        slots=(slot,),
        place=place,
        link=link,
        language=language,
        about=about,
        examiners=tuple(examiner or ()),
    )
    print(assessments.open_session(actor=machine(), draft=draft).number)


@app.command("change")
def change(
    number: Number,
    place: Annotated[str | None, typer.Option()] = None,
    link: Annotated[str | None, typer.Option()] = None,
    later: Annotated[int, typer.Option(help="Minutes later; negative is earlier.")] = 0,
) -> None:
    """Another place or time; everybody with a place is told."""
    from corridor.services.assessments import api as assessments

    assessments.change_session(
        actor=machine(),
        session=session_at(number),
        place=place,
        link=link,
        later_by=timedelta(minutes=later),
    )
    print(f"Changed {number}.")


@app.command("close")
def close(number: Number) -> None:
    """Nobody books any more."""
    from corridor.services.assessments import api as assessments

    assessments.close_session(actor=machine(), session=session_at(number))
    print(f"Closed {number}.")


@app.command("reopen")
def reopen(number: Number) -> None:
    """Booking is possible again."""
    from corridor.services.assessments import api as assessments

    assessments.reopen_session(actor=machine(), session=session_at(number))
    print(f"Open {number}.")


@app.command("cancel")
def cancel(number: Number, reason: Reason) -> None:
    """It will not be held; everybody is told why."""
    from corridor.services.assessments import api as assessments

    assessments.cancel_session(actor=machine(), session=session_at(number), reason=reason)
    print(f"Cancelled {number}.")


@app.command("examiners")
def examiners(
    number: Number, users: Annotated[list[int] | None, typer.Argument(help="Ids of users.")] = None
) -> None:
    """Name who marks: these and no others."""
    from corridor.services.assessments import api as assessments

    assessments.name_examiners(actor=machine(), session=session_at(number), user_ids=users or [])
    print(f"Named {len(users or [])}.")


@app.command("invite")
def invite(
    number: Number,
    references: Annotated[list[str] | None, typer.Argument(help="Reference numbers.")] = None,
    shortlist: Annotated[bool, typer.Option(help="The list it is held for.")] = False,
) -> None:
    """Invite people by reference, or everybody on the list."""
    from corridor.services.assessments import api as assessments

    session = session_at(number)
    if shortlist:
        done = assessments.invite_shortlist(actor=machine(), session=session)
    else:
        done = assessments.invite_people(
            actor=machine(), session=session, references=references or []
        )
    print(f"{done.new} invited, {done.known} had been, {done.untold} not reached.")


@app.command("answer")
def answer(
    number: Number,
    reference: Reference,
    said: Annotated[str, typer.Argument(help="A slot's id, wait, or decline.")],
) -> None:
    """Answer an invitation for somebody."""
    from corridor.services.assessments import shapes
    from corridor.services.assessments.rest import answered

    value: int | str = int(said) if said.isdecimal() else said
    show(shapes.seat(answered(machine(), candidate_at(number, reference), value)))


@app.command("seen")
def seen(
    number: Number,
    reference: Reference,
    state: Annotated[str, typer.Argument(help="present, late, absent or booked.")],
) -> None:
    """Who came, who came late, who did not; booked takes it back."""
    from corridor.services.assessments import shapes
    from corridor.services.assessments.views_day import SEEN

    if state not in SEEN:
        raise typer.BadParameter("Say present, late, absent or booked.")
    candidate = candidate_at(number, reference)
    show(shapes.seat(SEEN[state](machine(), candidate)))


@app.command("template")
def template(
    number: Number, kind: Annotated[str, typer.Option(help="csv or xlsx.")] = "csv"
) -> None:
    """The file that results come in by, to standard output."""
    from corridor.kernel.tables import api as tables
    from corridor.services.assessments import lists, reads

    if kind not in {"csv", "xlsx"}:
        raise typer.BadParameter("Say csv or xlsx.")
    session = session_at(number)
    found = reads.candidates_of(session).filter(state__in=reads.HOLDS_PLACE)
    tables.write(lists.results_template(session), found, sys.stdout.buffer, kind=kind)


@app.command("import-results")
def import_results(
    number: Number, file: Annotated[Path, typer.Argument(help="CSV or XLSX.")]
) -> None:
    """Bring in a file of results: all of it, or nothing and every reason why."""
    from corridor.services.assessments import api as assessments

    if not file.is_file():
        raise typer.BadParameter(f"There is no file {file}.")
    done = assessments.import_results(
        actor=machine(), session=session_at(number), file=file.read_bytes()
    )
    print(f"{done.new} results recorded, {done.known} were here already.")


@app.command("record")
def record(
    number: Number,
    reference: Reference,
    line: Annotated[list[str], typer.Argument(help="LINE=POINTS for each line.")],
    reason: Reason,
) -> None:
    """Record a result reached on paper."""
    from corridor.services.assessments import api as assessments

    told(
        assessments.record_result(
            actor=machine(),
            candidate=candidate_at(number, reference),
            scores=points(line),
            reason=reason,
        )
    )


@app.command("mark")
def mark(
    number: Number,
    reference: Reference,
    line: Annotated[list[str], typer.Argument(help="LINE=POINTS for each line.")],
    examiner: Annotated[str, typer.Option(help="The e-mail or phone the examiner signs in with.")],
    note: Annotated[str, typer.Option(help="What the points rest on.")] = "",
    hand_in: Annotated[bool, typer.Option(help="They stand from now on.")] = False,
) -> None:
    """Enter the points an examiner gave; they count as that examiner's, who must be named."""
    from corridor.kernel.accounts import api as accounts
    from corridor.services.assessments import api as assessments

    user = accounts.user_by_login(examiner)
    if user is None:
        raise typer.BadParameter(f"Nobody signs in with {examiner}.")
    made = assessments.mark_candidate(
        actor=accounts.actor_for(user),
        candidate=candidate_at(number, reference),
        scores=points(line),
        note=note,
        hand_in=hand_in,
    )
    print("handed in" if made.handed_in_at else "kept")


@app.command("object")
def object_(
    result: ResultId,
    words: Annotated[str, typer.Argument(help="Why it is wrong, in the person's own words.")],
) -> None:
    """Enter an objection that the person gave on paper; the clock for the answer starts."""
    from corridor.services.assessments import api as assessments

    made = assessments.object_to_result(actor=machine(), result=result_at(result), words=words)
    print(f"To be answered by {made.reply_by}.")


@app.command("confirm")
def confirm(result: ResultId) -> None:
    """Let a result count that somebody else recorded."""
    from corridor.services.assessments import api as assessments

    told(assessments.confirm_result(actor=machine(), result=result_at(result)))


@app.command("return")
def return_(result: ResultId, reason: Reason) -> None:
    """Send a result back."""
    from corridor.services.assessments import api as assessments

    told(assessments.return_result(actor=machine(), result=result_at(result), reason=reason))


@app.command("correct")
def correct(
    result: ResultId,
    line: Annotated[list[str], typer.Argument(help="LINE=POINTS for each line.")],
    reason: Reason,
) -> None:
    """Correct a result that counts; the old one is kept."""
    from corridor.services.assessments import api as assessments

    told(
        assessments.correct_result(
            actor=machine(), result=result_at(result), scores=points(line), reason=reason
        )
    )


@app.command("reply")
def reply(
    result: ResultId,
    words: Annotated[str, typer.Argument(help="The answer, as the person reads it.")],
    upheld: Annotated[bool, typer.Option(help="The objection is right.")] = False,
) -> None:
    """Answer an objection to a result."""
    from corridor.services.assessments import api as assessments

    objection = assessments.Objection.objects.filter(result=result).first()
    if objection is None:
        raise typer.BadParameter(f"Nobody objected to result {result}.")
    assessments.answer_objection(actor=machine(), objection=objection, upheld=upheld, answer=words)
    print("Answered.")


@app.command("statistics")
def statistics(kind: Annotated[str, typer.Argument(help="The kind's code.")]) -> None:
    """How its results came out, by language and sex; small counts are withheld."""
    from dataclasses import asdict

    from corridor.services.assessments import reads
    from corridor.services.assessments import statistics as counted

    show(asdict(counted.of(reads.kind_called(kind))))
