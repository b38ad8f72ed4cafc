from datetime import UTC, date, datetime

import pytest
from django.db import IntegrityError, transaction

from corridor.kernel.people import writing
from corridor.kernel.people.models import Family


def test_rows_are_written_and_constraints_hold(db: None) -> None:
    now = writing.stored_moment(datetime(2026, 11, 23, tzinfo=UTC))
    rows = [("AAAAAAAAAAA", True, now), ("BBBBBBBBBBB", False, now)]
    columns = ("reference", "decides_together", "created_at")
    with transaction.atomic():
        assert writing.insert(Family, columns, rows) == 2
    assert Family.objects.get(reference="BBBBBBBBBBB").created_at.year == 2026
    with pytest.raises(IntegrityError), transaction.atomic():
        writing.insert(Family, columns, rows[:1])
    assert Family.objects.count() == 2


def test_reserved_ids_are_not_given_again(db: None) -> None:
    with transaction.atomic():
        ids = list(writing.reserve_ids(Family, 3))
        assert ids == sorted(set(ids))
        rows = [(number, f"R{number}") for number in ids]
        moment = writing.stored_moment(datetime(2026, 11, 23, tzinfo=UTC))
        writing.insert(
            Family,
            ("id", "reference", "decides_together", "created_at"),
            [(*row, True, moment) for row in rows],
        )
    assert Family.objects.create(reference="LATER").pk > max(ids)


def test_a_day_that_is_not_known_stays_unknown() -> None:
    assert writing.stored_day(None) is None
    assert str(writing.stored_day(date(2026, 1, 2))) == "2026-01-02"
