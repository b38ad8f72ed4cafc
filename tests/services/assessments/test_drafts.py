from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

import pytest
from tests.services.assessments.world import DAY, HOURS, NOW, WELDING

from corridor.services.assessments import api as assessments
from corridor.services.assessments.drafts import faults_of_session, said_by


def fields(kinds: None, **changes: object) -> set[str]:
    kind = assessments.AssessmentKind.objects.get(code="trade-welding")
    draft = replace(WELDING, **changes)  # type: ignore[arg-type]
    return {one.field for one in faults_of_session(draft, kind=kind, now=NOW)}


def slot(begins, hours=HOURS, places=1) -> assessments.SlotDraft:
    return assessments.SlotDraft(starts_at=begins, ends_at=begins + hours, places=places)


@pytest.mark.parametrize(
    ("changes", "field"),
    [
        ({"slots": ()}, "slots"),
        ({"slots": (slot(DAY), slot(DAY + timedelta(hours=1)))}, "slots"),
        ({"slots": (slot(NOW),)}, "slots"),
        ({"slots": (slot(DAY.replace(tzinfo=None)),)}, "slots"),
        ({"slots": (slot(DAY, places=5_001),)}, "places"),
        ({"link": "javascript:alert(1)"}, "link"),
        ({"language": "klingon"}, "language"),
        ({"title": "x" * 201}, "title"),
        ({"note": "a\x00b"}, "note"),
        ({"books_until": DAY + HOURS + HOURS}, "books_until"),
        ({"sheet": (assessments.Line(code="", texts={}, scale_max=0),)}, "sheet"),
    ],
)
def test_each_fault_is_found(kinds: None, changes: dict, field: str) -> None:
    assert fields(kinds, **changes) == {field}


def test_a_good_draft_has_none(kinds: None) -> None:
    assert fields(kinds) == set()


def test_what_a_pass_says_is_filled_in_by_level_and_language() -> None:
    assert said_by({"kind": "language"}, level="B1", language="fr") == {
        "language": "fr",
        "cefr": "B1",
    }
    assert said_by({"kind": "skill", "label": "X"}, level="3", language="") == {
        "label": "X",
        "level": 3,
    }
