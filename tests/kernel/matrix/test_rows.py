"""The rows are the source's rows, in every language."""

from __future__ import annotations

import pytest
from django.conf import settings
from django.utils.translation import override

from corridor.kernel.matrix.rows import book, parts, rows, sections


def test_there_are_63_activities_in_16_sections() -> None:
    assert (len(rows()), len(sections()), len(parts())) == (63, 16, 191)


def test_every_row_lies_in_a_section() -> None:
    assert {row.section for row in rows().values()} == {section.code for section in sections()}


@pytest.mark.parametrize("language", [code for code, _ in settings.LANGUAGES])
def test_every_language_says_every_part(language: str) -> None:
    english_sections, english = book("en")
    its_sections, its = book(language)
    assert [section.code for section in its_sections] == [one.code for one in english_sections]
    assert list(its) == list(english)
    assert [len(row.parts) for row in its.values()] == [len(row.parts) for row in english.values()]


@pytest.mark.parametrize("language", ["fr", "es", "ar"])
def test_a_translation_is_not_the_english_again(language: str) -> None:
    with override(language):
        same = [row.code for row in rows().values() if row.title == book("en")[1][row.code].title]
    assert same == []
