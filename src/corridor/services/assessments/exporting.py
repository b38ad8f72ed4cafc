"""What tests and interviews hold of a person, for their own export."""

from __future__ import annotations

from typing import Any

from corridor.kernel.people import api as people
from corridor.services.assessments.models import Candidate, Result


@people.exported_with("assessments")
def taken_part(person: people.Person) -> list[dict[str, Any]]:
    """Each session with what they reached; examiners' notes belong to the examiners."""
    parts = Candidate.objects.filter(person=person).select_related("session")
    return [
        {
            "session": str(part.session),
            "state": part.state,
            "invited_at": part.invited_at.isoformat(),
            "results": [
                _result(each) for each in part.results.select_related("objection").order_by("pk")
            ],
        }
        for part in parts
    ]


def _result(result: Result) -> dict[str, Any]:
    objection = getattr(result, "objection", None)
    return {
        "state": result.state,
        "scores": result.scores,
        "share_of_10000": result.share,
        "passed": result.passed,
        "level": result.level,
        "recorded_at": result.recorded_at.isoformat(),
        "valid_until": result.valid_until.isoformat() if result.valid_until else None,
        "objection": {
            "words": objection.words,
            "made_at": objection.made_at.isoformat(),
            "answer": objection.answer,
        }
        if objection
        else None,
    }
