from __future__ import annotations

import pytest

from corridor.services.assessments import shortlists


def test_the_first_that_knows_the_subject_answers(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(shortlists, "_finders", [])
    found = shortlists.Shortlist(about="R1/V1", title="Cook", references=("A",))
    shortlists.provide_shortlists(lambda about: None)
    finder = shortlists.provide_shortlists(lambda about: found if about == "R1/V1" else None)
    shortlists.provide_shortlists(finder)
    assert len(shortlists._finders) == 2
    assert shortlists.shortlist_of("R1/V1") == found
    assert shortlists.shortlist_of("R2/V1") is None
