from __future__ import annotations

import pytest

from corridor.services.assessments import kindtext
from corridor.services.assessments.models import AssessmentKind


def test_every_starter_kind_is_the_same_after_writing_and_reading(kinds: None) -> None:
    for kind in AssessmentKind.objects.all():
        draft = kindtext.read(kindtext.written(kind))
        assert draft.code == kind.code
        assert [line.as_json() for line in draft.sheet] == kind.sheet
        assert [dict(one) for one in draft.levels] == kind.levels
        assert (draft.pass_share, draft.gap_share) == (kind.pass_share, kind.gap_share)
        assert (dict(draft.supports), dict(draft.titles)) == (kind.supports, kind.titles)
        assert (draft.four_eyes, draft.valid_months) == (kind.four_eyes, kind.valid_months)


@pytest.mark.parametrize(
    "text", ["", "nonsense", "code = 'x'\nsheet = 3", "sheet = []\nunknown = 1", "pass = 'a'"]
)
def test_what_is_no_kind_is_refused(text: str) -> None:
    with pytest.raises(kindtext.KindUnreadable):
        kindtext.read(text)


def test_plain_values_are_written_on_one_line() -> None:
    assert kindtext.toml({"a": True, "b": None, "c": 1.5}) == "{ a = true, c = 1.5 }"
