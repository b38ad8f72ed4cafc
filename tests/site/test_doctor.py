import json

import pytest
from django.db import OperationalError
from typer.testing import CliRunner

from corridor.site import doctor
from corridor.site.cli import build
from corridor.site.doctor import Grade, as_json, as_text, examine, fail, ok, warn

run = CliRunner().invoke


@pytest.fixture
def checks(monkeypatch):
    """Only the checks of one test."""
    examine_none = {}
    monkeypatch.setattr(doctor, "_checks", examine_none)
    return examine_none


def test_each_finding_says_how_to_mend_it(checks) -> None:
    doctor.check("hull")(lambda: ok("dry"))
    doctor.check("sails")(lambda: warn("torn", "sew them"))
    text = as_text(examine())
    assert "ok    hull   dry" in text
    assert "warn  sails  torn\n             -> sew them" in text
    assert json.loads(as_json(examine()))["verdict"] == "ok"


def test_without_the_database_what_needs_it_is_not_asked(checks) -> None:
    doctor.check("database")(lambda: fail("away", "start it"))
    doctor.check("record", needs_database=True)(lambda: ok("never asked"))
    assert [finding.check for finding in examine()] == ["database"]


@pytest.mark.parametrize("error", [RuntimeError("broken"), OperationalError("no such table: x")])
def test_a_check_that_breaks_is_a_finding(checks, error: Exception) -> None:
    def breaks():
        raise error

    doctor.check("hull")(breaks)
    (finding,) = examine()
    assert finding.grade == Grade.FAIL
    assert str(error) in finding.found


@pytest.mark.django_db
def test_a_sound_site_passes_and_a_failure_ends_with_code_one(monkeypatch) -> None:
    answer = run(build(), ["doctor", "--json"])
    found = json.loads(answer.output)
    assert [one for one in found["findings"] if one["grade"] == "fail"] == []
    assert answer.exit_code == 0
    assert {"python", "database", "migrations", "record", "worker", "fonts"} <= {
        one["check"] for one in found["findings"]
    }
    monkeypatch.setattr("corridor.site.checkups.migrations_missing", lambda: ["ferries.0002_deck"])
    answer = run(build(), ["doctor"])
    assert answer.exit_code == 1
    assert "-> corridor manage migrate" in answer.output
