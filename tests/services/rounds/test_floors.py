from __future__ import annotations

import pytest

from corridor.services.rounds.floors import Floor, belongs, read_floors, written

AMINA = {"sex": "female", "age": 25, "nationality": "ETH", "residence": "KEN"}


def test_floors_are_read_and_written_back_the_same() -> None:
    text = (
        "sex female 40%: Equality Act 2010, s. 159\n"
        "age 18-25 10 to DEU: Article 7: the young\n"
        "age 50+ 5%: Act 3"
    )
    floors, wrong = read_floors(text.replace("\n", "\n\n ") + "\n")
    assert wrong == []
    assert written(floors) == text
    assert floors[1] == Floor(
        group="age 18-25", least=10, is_share=False, basis="Article 7: the young", country="DEU"
    )


@pytest.mark.parametrize(
    "line",
    [
        "sex female 40%",  # no law
        "sex female 40%:  ",
        "religion x 40%: Act 1",  # no attribute a floor may name
        "sex women 40%: Act 1",
        "age 5 40%: Act 1",
        "sex female -1: Act 1",
        "nationality Nepal 5: Act 1",
        "sex female 1: " + "x" * 201,
        "sex female 1: a\x00b",
    ],
)
def test_what_is_no_floor_is_refused_by_line(line: str) -> None:
    floors, wrong = read_floors(line)
    assert floors == []
    ((field, code, sentence),) = wrong
    assert (field, code) == ("floors", "rounds.floor_unreadable")
    assert "sex female 40%: Act 12" in str(sentence)


def test_more_than_all_and_the_same_group_twice_are_refused() -> None:
    _floors, wrong = read_floors("sex female 101%: A\nsex female 5: B\nsex female 5 to DEU: C")
    assert [code for _field, code, _sentence in wrong] == [
        "rounds.floor_above_all",
        "rounds.floor_twice",
    ]


def test_a_share_is_rounded_up() -> None:
    (floor,), _wrong = read_floors("sex female 40%: A")
    assert [floor.places(there) for there in (0, 1, 5, 11)] == [0, 1, 2, 5]


@pytest.mark.parametrize(
    ("group", "is_of_it"),
    [
        ("sex female", True),
        ("sex male", False),
        ("age 18-25", True),
        ("age 26-30", False),
        ("age 25+", True),
        ("age 26+", False),
        ("nationality ETH", True),
        ("residence ETH", False),
        ("residence KEN", True),
    ],
)
def test_who_belongs_to_a_group(group: str, is_of_it: bool) -> None:
    floor = Floor(group=group, least=1, is_share=False, basis="A")
    assert belongs(floor, **AMINA) is is_of_it
    nothing_said = {"sex": "", "age": None, "nationality": "", "residence": ""}
    assert belongs(floor, **nothing_said) is False
