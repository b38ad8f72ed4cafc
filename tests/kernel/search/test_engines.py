"""What is asked of the database."""

from __future__ import annotations

from corridor.kernel.search.engines import question, scope


def test_an_index_and_its_language_are_tokens_of_letters_and_digits() -> None:
    assert all(token.isalnum() for token in scope('job"s', "zh-Hans"))


def test_short_words_are_not_looked_for_inside_words() -> None:
    assert "UNION" not in question("jobs", ["no", "sea"], None).sql
    assert "UNION" in question("jobs", ["sea"], None).sql
