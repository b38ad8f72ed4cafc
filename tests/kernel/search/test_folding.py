"""One spelling for searching."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from corridor.kernel.search.api import fold, words


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Muñoz", "munoz"),
        ("ÉLECTRICIEN", "electricien"),
        ("Łódź", "lodz"),
        ("Straße", "strasse"),
        ("اللحام", "لحام"),
        ("والممرضة", "ممرضه"),
        ("مُمَرِّضَة", "ممرضة"),
        ("أحمد", "احمد"),
        ("مســـتشفى", "مستشفي"),
        ("کارگر", "كارگر"),
        ("بناء", "بنا"),
        ("٢٠٢٥", "2025"),
    ],
)
def test_texts_that_differ_only_in_writing_are_the_same(one: str, other: str) -> None:
    assert fold(one) == fold(other)


@pytest.mark.parametrize("word", ["الم", "الى", "لله", "بال"])
def test_a_short_arabic_word_keeps_what_only_looks_like_the_article(word: str) -> None:
    assert len(fold(word)) >= 3


def test_words_of_other_scripts_stay_whole() -> None:
    assert words("काम की तलाश") == ["काम", "की", "तलाश"]
    assert words("看護師 nurse") == ["看", "護", "師", "nurse"]
    assert words("l'arc, c++ & under_score") == ["l", "arc", "c", "under", "score"]


@given(st.text())
def test_folding_twice_changes_nothing_but_a_second_article(text: str) -> None:
    once = fold(text)
    assert fold(once).split() == [fold(word) for word in once.split()]
    assert not set('"*:^()-%_') & set(once)
