"""Somebody with all rights over the database edits the record by hand; verifying says where."""

from collections.abc import Callable
from datetime import UTC, date, datetime

import pytest
from django.db import connection
from freezegun import freeze_time
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from tests.house.flush import guards_down

from corridor.kernel.actors.api import SYSTEM
from corridor.kernel.record.api import Checkpoint, Entry, Fault, note, seal_days, verify
from corridor.kernel.record.chain import GENESIS, digest, line_of
from corridor.kernel.record.models import Head
from corridor.kernel.record.verifying import FIELDS, walk

pytestmark = pytest.mark.django_db


def write(lines: int) -> list[Entry]:
    return [note(SYSTEM, "ferries.left", f"ferries.Ferry:{n}", deck=n) for n in range(1, lines + 1)]


def by_hand(*statements: str) -> None:
    with guards_down(connection), connection.cursor() as cursor:
        for statement in statements:
            cursor.execute(statement)


def test_an_untouched_record_is_unbroken() -> None:
    written = write(5)
    verdict = verify()
    assert verdict.unbroken
    assert (verdict.lines, verdict.hash) == (5, written[-1].hash)


def test_an_empty_record_is_unbroken() -> None:
    assert verify().unbroken
    assert verify().lines == 0


@pytest.mark.parametrize(
    "change",
    [
        "verb = 'ferries.sank'",
        "actor = 'user:7'",
        "subject = 'ferries.Ferry:9'",
        "door = 'web'",
        "at = '2020-01-01 00:00:00+00:00'",
        """facts = '{"deck": 4}'""",
    ],
)
def test_an_edited_line_shows_whatever_was_edited(change: str) -> None:
    write(5)
    by_hand(f"UPDATE record_entry SET {change} WHERE id = 3")
    verdict = verify()
    assert (verdict.broken_line, verdict.fault) == (3, Fault.EDITED)
    assert "Line 3 was changed" in verdict.sentence


def test_a_line_removed_from_the_middle_shows() -> None:
    write(5)
    by_hand("DELETE FROM record_entry WHERE id = 3")
    assert (verify().broken_line, verify().fault) == (3, Fault.MISSING)


def test_a_removed_line_whose_followers_moved_up_shows() -> None:
    write(5)
    by_hand(
        "DELETE FROM record_entry WHERE id = 3",
        "UPDATE record_entry SET id = 3 WHERE id = 4",
        "UPDATE record_entry SET id = 4 WHERE id = 5",
    )
    assert (verify().broken_line, verify().fault) == (3, Fault.UNLINKED)


def test_two_lines_that_changed_places_show() -> None:
    write(5)
    by_hand(
        "UPDATE record_entry SET id = 99 WHERE id = 2",
        "UPDATE record_entry SET id = 2 WHERE id = 3",
        "UPDATE record_entry SET id = 3 WHERE id = 99",
    )
    assert (verify().broken_line, verify().fault) == (2, Fault.UNLINKED)


def test_a_tail_cut_off_shows() -> None:
    write(5)
    by_hand("DELETE FROM record_entry WHERE id > 3")
    assert (verify().broken_line, verify().fault) == (4, Fault.TRUNCATED)


def test_a_record_cut_off_with_its_head_shows_by_the_days_root() -> None:
    with freeze_time(datetime(2026, 3, 1, 12, tzinfo=UTC)):
        write(5)
    seal_days(SYSTEM, today=date(2026, 3, 2))
    by_hand("DELETE FROM record_entry WHERE id > 3", "DELETE FROM record_head")
    assert verify().fault == Fault.TRUNCATED


def rewrite_from(number: int, change: Callable[[Entry], None]) -> None:
    """Forge it well: change a line, and give it and all that follow new hashes."""
    before = GENESIS if number == 1 else Entry.objects.get(pk=number - 1).hash
    forged = list(Entry.objects.filter(pk__gte=number))
    change(forged[0])
    for entry in forged:
        entry.hash_before = before
        entry.hash = before = digest(line_of(entry.__dict__), before)
    with guards_down(connection):
        Entry.objects.bulk_update(forged, ["verb", "hash_before", "hash"])
        Head.objects.update(hash=before)


def test_a_record_forged_throughout_shows_only_by_a_root_kept_elsewhere() -> None:
    kept = Checkpoint(lines=5, hash=write(5)[-1].hash)
    rewrite_from(3, lambda entry: setattr(entry, "verb", "ferries.sank"))
    assert verify().unbroken
    verdict = verify(checkpoints=[kept])
    assert (verdict.broken_line, verdict.fault) == (5, Fault.REWRITTEN)


def chain(texts: list[str]) -> list[dict[str, object]]:
    rows, before = [], GENESIS
    for number, text in enumerate(texts, 1):
        row = dict.fromkeys(FIELDS, text) | {"id": number, "at": datetime(2026, 1, 1, tzinfo=UTC)}
        row |= {"facts": {"text": text}, "hash_before": before}
        row["hash"] = before = digest(line_of(row), before)
        rows.append(row)
    return rows


@settings(max_examples=200, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(texts=st.lists(st.text(max_size=5), min_size=1, max_size=8), pick=st.data())
def test_any_change_to_any_line_is_found_where_it_is(texts: list[str], pick: st.DataObject) -> None:
    rows = chain(texts)
    end = Checkpoint(lines=len(rows), hash=str(rows[-1]["hash"]))
    assert walk(rows, [end]).unbroken
    place = pick.draw(st.integers(0, len(rows) - 1))
    what = pick.draw(st.sampled_from(["actor", "verb", "subject", "hash", "hash_before", "gone"]))
    if what == "gone":
        changed = rows[:place] + rows[place + 1 :]
    else:
        changed = [dict(row) for row in rows]
        changed[place][what] = f"{rows[place][what]}!"
    verdict = walk(changed, [end])
    assert verdict.broken_line == place + 1
