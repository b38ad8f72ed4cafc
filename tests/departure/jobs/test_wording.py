import pytest
from django.utils import translation

from corridor.departure.jobs import wording


def test_lost_line_breaks_come_back_at_known_headings() -> None:
    text = (
        "Keep store clean. Job Requirement Qualification: Diploma in a related field "
        "How to Apply Submit your letter."
    )
    assert wording.paragraphs(text) == [
        "Keep store clean.",
        "Job Requirement",
        "Qualification: Diploma in a related field",
        "How to Apply Submit your letter.",
    ]


def test_own_line_breaks_are_kept_and_long_runs_broken_at_sentences() -> None:
    sentence = "The team looks after every machine in the hall and keeps a diary of it. "
    found = wording.paragraphs("First.\n\nSecond.\n" + sentence * 20)
    assert found[:2] == ["First.", "Second."]
    assert len(found) > 3
    assert all(len(part) <= 640 for part in found)
    assert " ".join(found[2:]) == (sentence * 20).strip()


def test_no_letter_is_lost() -> None:
    text = "Abe. " + "word " * 500 + "How to Apply Come."
    assert "".join("".join(wording.paragraphs(text)).split()) == "".join(text.split())


def test_withheld_words_read_as_words() -> None:
    text = "Call [REDACTED], [REDACTED] or [REDACTED] now"
    assert wording.withheld(text) == "Call [withheld] or [withheld] now"


@pytest.mark.parametrize(("language", "name"), [("en", "Germany"), ("fr", "Allemagne")])
def test_countries_are_named_in_the_readers_language(language: str, name: str) -> None:
    with translation.override(language):
        assert wording.country_name("DEU") == name
