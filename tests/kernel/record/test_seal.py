from datetime import UTC, date, datetime

import pytest
from freezegun import freeze_time
from tests.cast import Member

from corridor.kernel.actors.api import SYSTEM, Refused
from corridor.kernel.record.api import Root, note, seal_days, verify

pytestmark = pytest.mark.django_db


def write_on(day: int, lines: int) -> None:
    with freeze_time(datetime(2026, 3, day, 23, 59, tzinfo=UTC)):
        for number in range(lines):
            note(SYSTEM, "ferries.left", f"ferries.Ferry:{number}")


def test_each_day_with_lines_gets_the_hash_at_its_end() -> None:
    write_on(1, 2)
    write_on(3, 1)
    made = seal_days(SYSTEM, today=date(2026, 3, 4))
    assert [(root.day, root.lines) for root in made] == [
        (date(2026, 3, 1), 2),
        (date(2026, 3, 3), 3),
    ]
    assert verify().unbroken


def test_a_day_not_over_is_not_sealed_and_a_sealed_one_not_again() -> None:
    write_on(1, 2)
    assert seal_days(SYSTEM, today=date(2026, 3, 1)) == []
    assert len(seal_days(SYSTEM, today=date(2026, 3, 2))) == 1
    write_on(2, 1)
    assert [root.lines for root in seal_days(SYSTEM, today=date(2026, 3, 9))] == [3]
    assert Root.objects.count() == 2


def test_only_an_administrator_seals(bodil: Member) -> None:
    with pytest.raises(Refused):
        seal_days(bodil.actor, today=date(2026, 3, 2))
