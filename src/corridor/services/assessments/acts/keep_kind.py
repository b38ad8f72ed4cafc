"""Keep a kind of assessment: new, or changed for the sessions to come."""

from __future__ import annotations

from dataclasses import asdict
from typing import Any

from django.db import transaction

from corridor.kernel.actors.api import Actor, may
from corridor.kernel.record import api as record
from corridor.services.assessments.drafts import KindDraft, faults_of_kind
from corridor.services.assessments.errors import NotAsAsked
from corridor.services.assessments.models import AssessmentKind


def keep_kind(*, actor: Actor, draft: KindDraft) -> AssessmentKind:
    """Make the kind of this code, or change it. Sessions opened before keep their own sheet.

    Raises NotAsAsked with everything wrong.
    """
    may(actor, "assessments.kinds")
    if findings := list(faults_of_kind(draft)):
        raise NotAsAsked(findings)
    values: dict[str, Any] = {
        **asdict(draft),
        "sheet": [line.as_json() for line in draft.sheet],
        "levels": [dict(level) for level in draft.levels],
        "titles": dict(draft.titles),
        "supports": dict(draft.supports),
    }
    with transaction.atomic():
        kind, new = AssessmentKind.objects.update_or_create(
            code=values.pop("code"), defaults=values
        )
        verb = "assessments.kind_made" if new else "assessments.kind_changed"
        record.note(actor, verb, kind, code=kind.code, lines=len(kind.sheet))
    return kind
