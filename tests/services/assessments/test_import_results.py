"""A file of results: whole or nothing, every fault by row and column, twice is harmless."""

from __future__ import annotations

import io

import pytest
from openpyxl import Workbook
from tests.cast import Member
from tests.services.assessments.world import (
    WELDING,
    book,
    crowd,
    invite,
    open_session,
    replace,
    state_of,
)

from corridor.kernel.actors.api import COMMAND_LINE, Refused
from corridor.kernel.people import api as people
from corridor.kernel.tables import api as tables
from corridor.services.assessments import api as assessments

HEADER = "reference,safety,plan,weld,time"


@pytest.fixture
def ten(kinds: None, clock) -> tuple[assessments.Session, list[people.Person]]:
    """Ten people with a place; it is the day."""
    slot = replace(WELDING.slots[0], places=40)
    session = open_session(slots=(slot,))
    persons = crowd(10)
    for candidate in invite(session, *persons):
        book(candidate)
    clock.move_to("2027-03-10 05:00:00")
    return session, persons


def file_of(persons: list[people.Person], points: str = "9,8,16,7") -> bytes:
    rows = [f"{one.reference_spaced},{points}" for one in persons]
    return "\n".join([HEADER, *rows]).encode()


def bring(session: assessments.Session, file: bytes, member: Member | None = None):
    actor = member.actor if member else COMMAND_LINE
    return assessments.import_results(actor=actor, session=session, file=file)


def test_a_file_comes_in_and_the_same_again_is_harmless(ten, bodil: Member) -> None:
    session, persons = ten
    assert (bring(session, file_of(persons), bodil).new, assessments.Result.objects.count()) == (
        10,
        10,
    )
    again = bring(session, file_of(persons), bodil)
    assert (again.new, again.known) == (0, 10)
    assert assessments.Candidate.objects.filter(state="present").count() == 10
    assert not assessments.Result.objects.exclude(state="recorded").exists()


def test_thirty_seven_wrong_rows_are_named_and_nothing_is_kept(ten) -> None:
    session, persons = ten
    good = [f"{one.reference},9,8,16,7" for one in persons[:3]]
    wrong = [f"{persons[4].reference},9,8,{n},7" for n in range(21, 58)]
    file = "\n".join([HEADER, *good, *wrong]).encode()
    with pytest.raises(tables.TableRefused) as refused:
        bring(session, file)
    rows = {fault.row for fault in refused.value.faults}
    assert rows == set(range(5, 42))
    assert len(rows) == 37
    assert not assessments.Result.objects.exists()
    assert state_of(session.candidates.first()) == "booked"


def test_each_kind_of_fault_has_its_row_and_column(ten) -> None:
    session, persons = ten
    first, second = persons[:2]
    file = "\n".join(
        [
            HEADER,
            f"{first.reference},9,8,16,7",
            f"{first.reference},9,8,16,7",
            "NOBODY,9,8,16,7",
            f"{second.reference},nine,8,16,",
            f"{persons[2].reference},,,,",
        ]
    ).encode()
    with pytest.raises(tables.TableRefused) as refused:
        bring(session, file)
    assert [(one.row, one.column) for one in refused.value.faults] == [
        (3, "reference"),
        (4, "reference"),
        (5, "safety"),
        (5, "safety"),
        (5, "time"),
    ]


def test_other_points_for_a_result_that_stands_are_a_fault(ten) -> None:
    session, persons = ten
    bring(session, file_of(persons[:1]))
    with pytest.raises(tables.TableRefused, match="other points"):
        bring(session, file_of(persons[:1], "9,8,15,7"))


def test_a_workbook_comes_in_as_well(ten) -> None:
    session, persons = ten
    book_ = Workbook()
    sheet = book_.active
    assert sheet is not None
    sheet.append(HEADER.split(","))
    sheet.append([persons[0].reference, 9, 8, 16.0, 7])
    held = io.BytesIO()
    book_.save(held)
    assert bring(session, held.getvalue()).new == 1


@pytest.mark.parametrize(
    "file", [b"", b"reference,safety\n", b"\xff\xfe", b"%PDF-1.7", b"PK\x03\x04"]
)
def test_what_is_no_such_table_is_refused(ten, file: bytes) -> None:
    with pytest.raises(tables.TableRefused):
        bring(ten[0], file)


def test_before_the_day_and_after_a_cancellation_nothing_comes_in(ten, clock) -> None:
    session, persons = ten
    clock.move_to("2027-03-02 05:00:00")
    with pytest.raises(assessments.TooEarly):
        bring(session, file_of(persons))
    clock.move_to("2027-03-10 05:00:00")
    assessments.cancel_session(actor=COMMAND_LINE, session=session, reason="Fire")
    with pytest.raises(assessments.SessionOver):
        bring(session, file_of(persons))


def test_an_examiner_brings_in_no_file(examined: assessments.Session, lena: Member) -> None:
    with pytest.raises(Refused):
        bring(examined, b"", lena)
