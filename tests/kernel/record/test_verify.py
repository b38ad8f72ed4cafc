from datetime import UTC, datetime

import pytest
from django.db import connection
from freezegun import freeze_time
from tests.cast import Member
from tests.house.flush import guards_down
from typer.testing import CliRunner

from corridor.kernel.actors.api import SYSTEM, Refused
from corridor.kernel.record.api import Verification, note, verify_and_keep
from corridor.kernel.record.cli import app
from corridor.kernel.record.errors import RecordBroken, RootMistyped

pytestmark = pytest.mark.django_db
run = CliRunner().invoke


def test_what_was_found_is_kept(bodil: Member) -> None:
    note(SYSTEM, "ferries.left", "ferries.Ferry:1")
    assert verify_and_keep(bodil.actor).unbroken
    assert Verification.objects.get().lines == 1


def test_an_outsider_cannot_set_it_going(amina: Member) -> None:
    with pytest.raises(Refused):
        verify_and_keep(amina.actor)


def test_the_command_says_how_many_lines_and_where_they_end() -> None:
    line = note(SYSTEM, "ferries.left", "ferries.Ferry:1")
    answer = run(app, ["verify"])
    assert answer.exit_code == 0
    assert "1 lines" in answer.output
    assert f"1:{line.hash}" in answer.output
    assert run(app, ["verify", "--root", f"1:{line.hash}"]).exit_code == 0


def test_the_command_names_the_first_broken_line() -> None:
    note(SYSTEM, "ferries.left", "ferries.Ferry:1")
    with guards_down(connection), connection.cursor() as cursor:
        cursor.execute("UPDATE record_entry SET verb = 'x'")
    answer = run(app, ["verify"])
    assert isinstance(answer.exception, RecordBroken)
    assert "Line 1 was changed" in str(answer.exception)
    assert run(app, ["verify", "--json"]).exit_code == 1
    assert Verification.objects.first().code == "edited"


def test_a_mistyped_root_is_refused() -> None:
    answer = run(app, ["verify", "--root", "12:abc"])
    assert isinstance(answer.exception, RootMistyped)


def test_roots_are_printed_to_be_kept_elsewhere() -> None:
    with freeze_time(datetime(2026, 3, 1, tzinfo=UTC)):
        line = note(SYSTEM, "ferries.left", "ferries.Ferry:1")
    assert f"2026-03-01 1:{line.hash}" in run(app, ["root"]).output
    assert f'"hash": "{line.hash}"' in run(app, ["root", "--json"]).output
