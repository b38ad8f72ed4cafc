"""One requirement at one step for one person: met, nearly, not met, or not yet seen; and by what.

A document that was refused, or a test not passed, is *missing*; one whose time ran out is not yet
seen again, with the day it ran out.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date

from django.utils import timezone

from corridor.engines import matching
from corridor.kernel.people import api as people
from corridor.services.assessments import api as assessments
from corridor.services.rounds.evidence import Evidence
from corridor.services.rounds.procedure import Step

MET, NEAR, MISSING, UNSEEN = "met", "near", "missing", "unseen"
YEAR_DAYS = 365.25
CLAIMED = {
    "occupation": people.Kind.OCCUPATION,
    "permits": people.Kind.LICENCE,
    "licences": people.Kind.LICENCE,
    "education": people.Kind.QUALIFICATION,
    "experience": people.Kind.EXPERIENCE,
    "languages": people.Kind.LANGUAGE,
    "skills": people.Kind.SKILL,
}


@dataclass(frozen=True, kw_only=True)
class Asked:
    """A requirement of one list: its criterion (or an added code), the item (`de`) and the level.

    `level` is a CEFR level from 1, an EQF level or years, as the criterion counts; 0 is none.
    """

    criterion: str
    item: str = ""
    level: int = 0

    @property
    def code(self) -> str:
        return f"{self.criterion}:{self.item}" if self.item else self.criterion


@dataclass(frozen=True, kw_only=True)
class Cell:
    """What stands at one step. `basis` says on what: said, verified, refused, result, none.

    `until` is the last day on which it holds, `ran_out` the day on which it last did; `share` is in
    hundredths of a percent; `by` a name, for officers alone; `session` the test (T7).
    """

    step: str
    state: str
    basis: str = "none"
    on: date | None = None
    until: date | None = None
    ran_out: date | None = None
    by: str = ""
    share: int | None = None
    session: str = ""


def said(asked: Asked, verdict: str, evidence: Evidence) -> Cell:
    """The first step: how the engine judged what the profile says."""
    claims = [claim for claim in evidence.claims if touches(asked, claim, evidence.isco)]
    newest = max(claims, key=lambda claim: claim.stated_at, default=None)
    return Cell(
        step=Step.PROFILE,
        state=verdict,
        basis="said",
        on=timezone.localdate(newest.stated_at) if newest else None,
        by=newest.get_source_display() if newest else "",
    )


def touches(asked: Asked, claim: people.Claim, isco: str) -> bool:
    """Whether a claim speaks of this requirement, at whatever level."""
    if claim.kind != CLAIMED.get(asked.criterion):
        return False
    if asked.criterion == "occupation":
        digits = min(len(claim.code), len(isco), asked.level or 4)
        return digits > 0 and claim.code[:digits] == isco[:digits]
    if asked.criterion == "permits":
        return claim.code in {asked.item, f"permit:{asked.item}"}
    return not asked.item or claim.code == asked.item


def verified(asked: Asked, evidence: Evidence, *, on: date) -> Cell:
    """The second step: whether an officer has verified it by a document."""
    claims = [claim for claim in evidence.claims if touches(asked, claim, evidence.isco)]
    if asked.criterion == "experience":
        return worked(asked, claims, on=on)
    if asked.criterion == "skills":
        return skilled(claims, evidence, on=on)
    enough = [claim for claim in claims if reaches(asked, claim)]
    held = [claim for claim in enough if holds(claim, on=on)]
    if held:
        return _verified_by(max(held, key=lambda claim: ends(claim) or date.max), MET)
    if any(not is_refused(claim) for claim in enough):
        return Cell(step=Step.DOCUMENT, state=UNSEEN, ran_out=last_held(enough, on=on))
    less = [claim for claim in claims if claim not in enough and decided(claim, on=on)]
    if less or enough:
        return _verified_by((less or enough)[-1], MISSING)
    return Cell(step=Step.DOCUMENT, state=UNSEEN)


def worked(asked: Asked, claims: Sequence[people.Claim], *, on: date) -> Cell:
    """Verified times of work add up: enough years are met, some are near."""
    held = [claim for claim in claims if holds(claim, on=on)]
    days = sum(
        ((claim.until_date or on) - claim.from_date).days for claim in held if claim.from_date
    )
    if held:
        newest = max(held, key=lambda claim: claim.verified_at or claim.stated_at)
        return _verified_by(newest, MET if days / YEAR_DAYS >= asked.level else NEAR)
    if claims and all(is_refused(claim) for claim in claims):
        return _verified_by(claims[-1], MISSING)
    return Cell(step=Step.DOCUMENT, state=UNSEEN, ran_out=last_held(claims, on=on))


def skilled(claims: Sequence[people.Claim], evidence: Evidence, *, on: date) -> Cell:
    """Verified skills add up: as many as the criteria need are met, some are near. It holds as long
    as the first of them."""
    wanted = evidence.skills
    theirs = [claim for claim in claims if claim.code in wanted]
    enough = [claim for claim in theirs if (claim.level or 0) >= wanted[claim.code]]
    held = [claim for claim in enough if holds(claim, on=on)]
    if held:
        share = 100 * len({claim.code for claim in held})
        is_met = share >= evidence.skills_percent * len(wanted)
        first = min(held, key=lambda claim: ends(claim) or date.max)
        return _verified_by(first, MET if is_met else NEAR)
    if theirs and all(is_refused(claim) for claim in theirs):
        return _verified_by(theirs[-1], MISSING)
    return Cell(step=Step.DOCUMENT, state=UNSEEN, ran_out=last_held(enough, on=on))


def reaches(asked: Asked, claim: people.Claim) -> bool:
    """Whether what it says is as much as is asked."""
    if asked.criterion in {"education", "languages"}:
        return (claim.level or 0) >= asked.level
    return True


def ends(claim: people.Claim) -> date | None:
    """The last day on which the claim holds: its verification's, or its own if that is earlier."""
    days = [claim.verified_until, claim.until_date if claim.kind == "licence" else None]
    return min((day for day in days if day is not None), default=None)


def holds(claim: people.Claim, *, on: date) -> bool:
    last = ends(claim)
    return claim.verified_at is not None and (last is None or last >= on)


def decided(claim: people.Claim, *, on: date) -> bool:
    """Verified as it stands, or put there by an officer as a correction."""
    return holds(claim, on=on) or claim.corrects_id is not None


def last_held(claims: Iterable[people.Claim], *, on: date) -> date | None:
    """The day on which the last verification among these ran out."""
    days = [ends(claim) for claim in claims if claim.verified_at is not None]
    return max((day for day in days if day is not None and day < on), default=None)


def is_refused(claim: people.Claim) -> bool:
    """An officer looked at the evidence and said no; taken back is as if nobody had looked."""
    decisions = [one for one in claim.verifications.all() if one.undone_at is None]
    return bool(decisions) and decisions[-1].decision == people.Decision.REFUSED


def _verified_by(claim: people.Claim, state: str) -> Cell:
    """A cell that rests on this claim as an officer judged it."""
    decisions = [one for one in claim.verifications.all() if one.undone_at is None]
    last = decisions[-1] if decisions else None
    day = last.decided_at if last else claim.stated_at
    return Cell(
        step=Step.DOCUMENT,
        state=state,
        basis="refused" if is_refused(claim) else "verified",
        on=timezone.localdate(day),
        until=ends(claim) if state != MISSING else None,
        by=str(last.decided_by or "") if last else "",
    )


def examined(asked: Asked, step: Step, kind: str, evidence: Evidence, *, on: date) -> Cell:
    """A test or an interview: the newest result of the sort that was agreed."""
    found = next((one for one in evidence.results if fits(asked, step, kind, one, evidence)), None)
    if found is None:
        return Cell(step=step, state=UNSEEN)
    session = found.candidate.session
    cell = Cell(
        step=step,
        state=MET,
        basis="result",
        on=timezone.localdate(found.confirmed_at or found.recorded_at),
        by=str(found.recorded_by or ""),
        share=found.share,
        session=session.number,
    )
    if not (found.passed and level_reached(asked, found)):
        return replace(cell, state=MISSING)
    if found.valid_until is not None and found.valid_until < on:
        return replace(cell, state=UNSEEN, ran_out=found.valid_until)
    return replace(cell, until=found.valid_until)


def fits(
    asked: Asked, step: Step, kind: str, result: assessments.Result, evidence: Evidence
) -> bool:
    """Whether a result is the agreed evidence for this requirement."""
    session = result.candidate.session
    supports = session.kind.supports or {}
    language = session.language or supports.get("language", "")
    is_test = step == Step.TEST  # an interview's language is only the one it is held in
    if is_test and asked.criterion == "languages" and language not in {"", asked.item}:
        return False
    if kind:
        return session.kind.code == kind
    if session.about != evidence.about:
        return False
    method = session.kind.method
    if step == Step.INTERVIEW or asked.criterion not in CLAIMED:
        return (method == assessments.Method.INTERVIEW) == (step == Step.INTERVIEW)
    if asked.criterion == "languages":
        return method == assessments.Method.LANGUAGE
    proves_school = supports.get("kind") == people.Kind.QUALIFICATION
    return method == assessments.Method.TRADE and proves_school == (asked.criterion == "education")


def level_reached(asked: Asked, result: assessments.Result) -> bool:
    """A language test also says a level; anything else is passed or not."""
    if asked.criterion != "languages" or not asked.level:
        return True
    supports = result.candidate.session.kind.supports or {}
    level = result.level or supports.get("cefr", "")
    return level not in matching.CEFR or matching.CEFR.index(level) + 1 >= asked.level
