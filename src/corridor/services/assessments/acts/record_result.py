"""Agree on a result from what the examiners gave, or record one that was reached elsewhere."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from django.db import transaction

from corridor.kernel.actors.api import Actor, can, may
from corridor.kernel.record import api as record
from corridor.services.assessments.acts.confirm_result import settle
from corridor.services.assessments.acts.mark_candidate import STANDING
from corridor.services.assessments.conflicts import refuse_conflict
from corridor.services.assessments.errors import (
    Finding,
    MarksMissing,
    NotAsAsked,
    NotThere,
    ReasonMissing,
    ResultStands,
)
from corridor.services.assessments.holding import candidate_now, going_on
from corridor.services.assessments.models import Candidate, Marking, Result, ResultState
from corridor.services.assessments.sheet import far_apart, faults_of_scores, judge, middle

REASON_LENGTH_MAX = 500


def record_result(
    *,
    actor: Actor,
    candidate: Candidate,
    scores: Mapping[str, int] | None = None,
    reason: str = "",
) -> Result:
    """Record the points agreed: by default the examiners' mean, line by line.

    A reason is asked for where examiners differ widely, where the points lie outside what anybody
    gave, or where an officer goes on without an examiner's points. It counts at once, or after a
    second person confirms it where the session asks for that.
    Raises NotAsAsked, NotThere, MarksMissing, ReasonMissing, ResultStands, SessionOver.
    """
    may(actor, "assessments.record", candidate)
    with transaction.atomic():
        session = going_on(candidate.session)
        candidate = candidate_now(candidate)
        refuse_conflict([actor.user_id or 0], [candidate.person])
        if not candidate.came:
            raise NotThere(reference=candidate.person.reference_spaced)
        if candidate.results.filter(state__in=STANDING).exists():
            raise ResultStands
        handed = list(candidate.markings.filter(handed_in_at__isnull=False))
        _refuse_too_few(actor, candidate, handed, reason)
        agreed = middle(session.lines, [one.scores for one in handed]) if scores is None else scores
        if needs_reason(candidate, handed, agreed) and not reason.strip():
            raise ReasonMissing
        result = put_on_record(actor, candidate, agreed, reason=reason)
        if not result.four_eyes:
            settle(actor, result)
    return result


def put_on_record(
    actor: Actor,
    candidate: Candidate,
    scores: Mapping[str, int],
    *,
    reason: str,
    corrects: Result | None = None,
) -> Result:
    """The row of a result that waits, noted. Raises NotAsAsked with each line at fault."""
    session = candidate.session
    faults = faults_of_scores(session.lines, scores, whole=True)
    findings = [Finding(field=code, sentence=sentence) for code, sentence in faults]
    if len(reason) > REASON_LENGTH_MAX:
        raise ReasonMissing
    if findings:
        raise NotAsAsked(findings)
    judged = judge(session.lines, scores, pass_share=session.pass_share)
    result = Result.objects.create(
        candidate=candidate,
        state=ResultState.RECORDED,
        scores=dict(scores),
        share=judged.share,
        passed=judged.passed,
        below=list(judged.below),
        level=level_of(session.kind.levels, judged.share) if judged.passed else "",
        reason=reason.strip(),
        four_eyes=session.four_eyes,
        recorded_by_id=actor.user_id,
        recorded_key=actor.key,
        corrects=corrects,
    )
    verb = "assessments.result_corrected" if corrects else "assessments.result_recorded"
    record.note(actor, verb, result, session=session.pk, share=result.share, passed=result.passed)
    return result


def level_of(levels: Sequence[Mapping[str, object]], share: int) -> str:
    """The level a share reaches; they stand from the highest down."""
    return next((str(one["level"]) for one in levels if share >= int(str(one["from"]))), "")


def needs_reason(
    candidate: Candidate, handed: Sequence[Marking], agreed: Mapping[str, int]
) -> bool:
    """Examiners far apart, or points that nobody gave or that lie outside what they gave."""
    lines = candidate.session.lines
    given = [one.scores for one in handed]
    if far_apart(lines, given, gap_share=candidate.session.gap_share):
        return True
    for line in lines:
        seen = [scores[line.code] for scores in given if line.code in scores]
        points = agreed.get(line.code)
        if seen and isinstance(points, int) and not min(seen) <= points <= max(seen):
            return True
    return False


def _refuse_too_few(
    actor: Actor, candidate: Candidate, handed: Sequence[Marking], reason: str
) -> None:
    """All named examiners must have handed in; an officer may go on without, with a reason."""
    named = candidate.session.named.count()
    missing = named - len(handed)
    by_office = can(actor, "assessments.correct", candidate)
    if missing > 0 and not (by_office and reason.strip()):
        raise MarksMissing(missing=missing, examiners=named)
    if not named and not by_office:
        raise MarksMissing(missing=1, examiners=1)
