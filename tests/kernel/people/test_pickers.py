from corridor.kernel.people import pickers
from corridor.kernel.people.kinds import Kind


def test_occupations_and_skills_are_looked_up_before_they_are_told(starter) -> None:
    assert pickers.picked(Kind.SKILL, {}) is None
    assert pickers.picked(Kind.SKILL, {"own": "1"}) == {}
    assert pickers.picked(Kind.SKILL, {"pick": "http://nowhere"}) is None
    assert pickers.picked(Kind.LANGUAGE, {}) == {}


def test_what_is_found_can_be_picked(starter) -> None:
    for kind, text in ((Kind.OCCUPATION, "nurse"), (Kind.SKILL, "manage")):
        found = pickers.page(kind, {"q": text})["found"]
        assert found
        chosen = pickers.picked(kind, {"pick": found[0].uri})
        assert chosen is not None
        assert chosen["esco"] == found[0].uri
        assert chosen["label"] == found[0].label


def test_an_empty_search_finds_nothing(starter) -> None:
    assert pickers.page(Kind.SKILL, {"q": "  "})["found"] == []
