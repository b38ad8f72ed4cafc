"""The rows of a stack, from one page to the next."""

import pytest
from django.core import signing
from tests.cast import Member
from tests.kernel.people.world import register

from corridor.kernel.people.acts.import_people import read_rows
from corridor.kernel.people.entering import alike, packed, understood, unpacked


def test_rows_come_back_as_they_were_and_nothing_else_does() -> None:
    rows = [{"full_name": "محمد"}]
    assert unpacked(packed(rows)) == rows
    with pytest.raises(signing.BadSignature):
        unpacked(packed(rows)[:-1])


def test_a_row_is_like_somebody_by_phone_or_by_name_and_birth(bodil: Member) -> None:
    one = register(bodil, full_name="Sita", phone="+9779801234567")
    two = register(bodil, full_name="Ram Thapa", birth="1990")
    found = alike(
        read_rows(
            [
                {"full_name": "S.", "phone": "+9779801234567"},
                {"full_name": "Ram Thapa", "birth": "1990"},
                {"full_name": "Ram Thapa", "birth": "1970"},
                {"full_name": "Maya", "family": "spouse:Ram Thapa:1990"},
            ]
        )
    )
    assert [(each.row, each.others) for each in found] == [(1, [one]), (2, [two]), (4, [two])]


def test_a_row_is_told_again_as_it_was_understood(db: None) -> None:
    row = {
        "full_name": "Maya",
        "birth": "1990-02",
        "languages": "ne:NATIVE",
        "experience": "Cook:ARE:2015",
        "skills": "welding:2",
        "family": "child:Ram:2015",
    }
    [told] = understood(read_rows([row]))
    assert (told.row, told.name, told.birth) == (1, "Maya", "1990-02")
    assert set(told.said) == {"Nepali", "Cook", "welding"}
    assert told.relatives == ["Ram"]
