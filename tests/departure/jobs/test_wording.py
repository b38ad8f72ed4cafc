import pytest
from django.utils import translation

from corridor.departure.jobs import api as jobs
from corridor.departure.jobs import wording
from corridor.kernel.places import api as places


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


@pytest.mark.parametrize(
    ("language", "country", "group", "occupation"),
    [
        ("en", "Germany", "Welders and flamecutters", "welder"),
        ("fr", "Allemagne", "Soudeurs et oxycoupeurs", "soudeur/soudeuse"),
    ],
)
def test_codes_are_named_in_the_readers_language(
    starter: None, language: str, country: str, group: str, occupation: str
) -> None:
    with translation.override(language):
        assert wording.country_names()["DEU"] == country
        assert wording.group_names({"7212"}) == {"7212": group}
        assert wording.esco_names({"7212.3"}) == {"7212.3": occupation}


def test_the_group_stands_in_for_an_occupation_without_a_name(starter: None) -> None:
    vacancy = jobs.Vacancy(isco="7212", esco="7212.99")
    assert wording.names_for([vacancy]).occupation(vacancy) == "Welders and flamecutters"
    unknown = jobs.Vacancy(isco="0999")
    assert wording.names_for([unknown]).occupation(unknown) == "0999"


def test_a_skill_not_known_here_says_so(starter: None) -> None:
    known = places.Skill.objects.first()
    assert known is not None
    names = wording.skill_names([known.uri, "http://e/none"])
    assert names["http://e/none"] == "A skill this installation does not know"
    assert names[known.uri] not in {"", known.uri}
