"""An examiner gives a candidate points, apart from the other examiners."""

from __future__ import annotations

from collections.abc import Mapping

from django.db import transaction
from django.utils import timezone

from corridor.kernel.actors.api import Actor, may
from corridor.kernel.record import api as record
from corridor.services.assessments.conflicts import refuse_conflict
from corridor.services.assessments.errors import (
    Finding,
    HandedIn,
    NotAsAsked,
    NotThere,
    ResultStands,
)
from corridor.services.assessments.holding import candidate_now, going_on
from corridor.services.assessments.models import Candidate, Marking, ResultState
from corridor.services.assessments.sheet import faults_of_scores

NOTE_LENGTH_MAX = 2_000


def mark_candidate(
    *,
    actor: Actor,
    candidate: Candidate,
    scores: Mapping[str, int],
    note: str = "",
    hand_in: bool = False,
) -> Marking:
    """Keep points by line; once handed in they stand, and only then are the others' seen.

    Raises NotAsAsked with each line at fault, NotThere, HandedIn, ResultStands,
    ConflictOfInterest, SessionOver.
    """
    may(actor, "assessments.mark", candidate.session)
    with transaction.atomic():
        session = going_on(candidate.session)
        candidate = candidate_now(candidate)
        refuse_conflict([actor.user_id or 0], [candidate.person])
        if not candidate.came:
            raise NotThere(reference=candidate.person.reference_spaced)
        if candidate.results.filter(state__in=STANDING).exists():
            raise ResultStands
        marking = Marking.objects.filter(candidate=candidate, examiner=actor.user_id).first()
        if marking is not None and marking.handed_in_at is not None:
            if marking.scores == dict(scores) and marking.note == note.strip():
                return marking  # a double click
            raise HandedIn
        _refuse_faults(candidate, scores, note, whole=hand_in)
        now = timezone.now()
        marking, _new = Marking.objects.update_or_create(
            candidate=candidate,
            examiner_id=actor.user_id,
            defaults={
                "scores": {code: points for code, points in scores.items() if points is not None},
                "note": note.strip(),
                "saved_at": now,
                "handed_in_at": now if hand_in else None,
            },
        )
        verb = "assessments.handed_in" if hand_in else "assessments.marked"
        record.note(actor, verb, candidate, session=session.pk)
    return marking


STANDING = (ResultState.RECORDED, ResultState.CONFIRMED)


def _refuse_faults(
    candidate: Candidate, scores: Mapping[str, int], note: str, *, whole: bool
) -> None:
    lines = candidate.session.lines
    findings = [
        Finding(field=code, sentence=sentence)
        for code, sentence in faults_of_scores(lines, scores, whole=whole)
    ]
    if len(note) > NOTE_LENGTH_MAX:
        findings.append(Finding(field="note", sentence=f"{len(note)} > {NOTE_LENGTH_MAX}"))
    if findings:
        raise NotAsAsked(findings)
