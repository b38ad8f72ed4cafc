import pytest
from django.db import DatabaseError, connection, transaction
from tests.cast import Member

from corridor.kernel.record.api import Entry, FactRefused, note, verify
from corridor.kernel.record.chain import GENESIS
from corridor.kernel.record.models import Head


def test_each_line_holds_the_hash_of_the_one_before(bodil: Member) -> None:
    first = note(bodil.actor, "ferries.boarded", "ferries.Ferry:1", deck=2)
    second = note(bodil.actor, "ferries.left", bodil.user)
    assert first.hash_before == GENESIS
    assert second.hash_before == first.hash
    assert second.subject == f"accounts.User:{bodil.user.pk}"
    assert [entry.pk for entry in Entry.objects.all()] == [1, 2]


def test_a_refused_change_leaves_no_line_and_no_gap(bodil: Member) -> None:
    note(bodil.actor, "ferries.boarded", "ferries.Ferry:1")
    with pytest.raises(ZeroDivisionError), transaction.atomic():
        note(bodil.actor, "ferries.sank", "ferries.Ferry:1", depth=1 / 0)
    note(bodil.actor, "ferries.left", "ferries.Ferry:1")
    assert list(Entry.objects.values_list("pk", "verb")) == [
        (1, "ferries.boarded"),
        (2, "ferries.left"),
    ]
    assert verify().unbroken


def test_a_personal_detail_is_refused_and_nothing_is_written(bodil: Member) -> None:
    with pytest.raises(FactRefused, match="e-mail"):
        note(bodil.actor, "ferries.boarded", "ferries.Ferry:1", guest="amina@example.org")
    assert not Entry.objects.exists()


def test_a_lost_head_is_found_again_from_the_last_line(bodil: Member) -> None:
    note(bodil.actor, "ferries.boarded", "ferries.Ferry:1")
    Head.objects.all().delete()
    assert note(bodil.actor, "ferries.left", "ferries.Ferry:1").pk == 2
    assert verify().lines == 2


STATEMENTS = [
    "UPDATE record_entry SET verb = 'ferries.sank'",
    "DELETE FROM record_entry",
    "UPDATE record_root SET lines = 0",
    "DELETE FROM record_root",
]


@pytest.mark.parametrize("statement", STATEMENTS)
def test_the_database_itself_refuses_to_change_or_remove_a_line(
    bodil: Member, statement: str
) -> None:
    line = note(bodil.actor, "ferries.boarded", "ferries.Ferry:1")
    with connection.cursor() as cursor:
        cursor.execute(
            "INSERT INTO record_root (day, lines, hash) VALUES ('2026-01-01', 1, %s)", [line.hash]
        )
    with pytest.raises(DatabaseError, match="append-only"), transaction.atomic():
        connection.cursor().execute(statement)
    assert Entry.objects.get().verb == "ferries.boarded"


def test_the_database_refuses_to_replace_or_truncate(bodil: Member) -> None:
    note(bodil.actor, "ferries.boarded", "ferries.Ferry:1")
    if connection.vendor == "postgresql":
        statement = "TRUNCATE record_entry"
    else:
        statement = (
            "INSERT OR REPLACE INTO record_entry "
            "(id, at, actor, door, verb, subject, facts, hash_before, hash) "
            "SELECT id, at, actor, door, 'sank', subject, facts, hash_before, hash "
            "FROM record_entry"
        )
    with pytest.raises(DatabaseError, match="append-only"), transaction.atomic():
        connection.cursor().execute(statement)
    assert Entry.objects.get().verb == "ferries.boarded"
