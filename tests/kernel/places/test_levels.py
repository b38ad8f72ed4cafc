"""Levels of language and education."""

from __future__ import annotations

import pytest

from corridor.kernel.places.api import (
    EducationField,
    EducationLevel,
    LanguageLevel,
    QualificationLevel,
)


def test_levels_of_language_can_be_compared() -> None:
    assert LanguageLevel.B1 < LanguageLevel.B2 < LanguageLevel.NATIVE
    assert LanguageLevel.by_code("b2") is LanguageLevel.B2
    assert LanguageLevel.by_code("native").code == "native"
    with pytest.raises(KeyError):
        LanguageLevel.by_code("B3")


def test_the_levels_are_those_of_the_standards() -> None:
    assert [int(level) for level in QualificationLevel] == list(range(1, 9))
    assert [int(level) for level in EducationLevel] == list(range(9))
    assert len(EducationField) == 11
