"""Loading: who may, history, and nothing half-done."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from tests.cast import Member
from typer.testing import CliRunner

from corridor.kernel.actors.api import COMMAND_LINE, Refused
from corridor.kernel.places import api as places
from corridor.kernel.places.loaders import starter as starter_loader
from corridor.kernel.record.api import Entry
from corridor.site.cli import build


def test_only_an_administrator_loads(bodil: Member, ivan: Member) -> None:
    with pytest.raises(Refused):
        places.load(actor=bodil.actor, name="starter")
    assert places.load(actor=ivan.actor, name="starter").changed


def test_the_record_says_who_loaded_what(ivan: Member) -> None:
    loaded = places.load(actor=ivan.actor, name="starter")
    entry = Entry.objects.get(verb="places.loaded")
    assert entry.actor == ivan.actor.key
    assert entry.facts["sha256"] == loaded.sha256


def test_a_new_version_takes_the_place_of_the_old_which_stays_in_the_history(
    starter: places.Loaded, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(starter_loader, "checksum", lambda _paths: "f" * 64)
    assert places.load(actor=COMMAND_LINE, name="starter").changed
    history = list(places.data_sets())
    assert [data_set.is_current for data_set in history] == [True, False]
    assert history[0].sha256 == "f" * 64


def test_a_fault_while_writing_leaves_everything_as_it_was(
    starter: places.Loaded, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(_progress: places.Progress) -> None:
        raise OSError("the disk is full")

    monkeypatch.setattr(starter_loader, "checksum", lambda _paths: "f" * 64)
    monkeypatch.setattr(starter_loader, "index_occupations_and_skills", fail)
    places.Occupation.objects.filter(code="7212.3").update(is_regulated=True)
    with pytest.raises(OSError, match="disk"):
        places.load(actor=COMMAND_LINE, name="starter")
    assert places.occupation("7212.3").is_regulated is True
    assert places.DataSet.objects.get().sha256 == starter.sha256


@pytest.mark.django_db
def test_the_command_line_loads_lists_and_answers_with_json() -> None:
    run = CliRunner()
    app = build()
    shown = run.invoke(app, ["load", "starter"])
    assert shown.exit_code == 0
    assert "619" in shown.stdout
    answer = json.loads(run.invoke(app, ["load", "starter", "--json"]).stdout)
    assert answer["changed"] is False
    assert answer["counts"]["isco"] == 619
    assert "starter" in run.invoke(app, ["load", "--list"]).stdout
    rows = json.loads(run.invoke(app, ["load", "--list", "--json"]).stdout)
    assert {"name": "starter", "loaded": answer["version"]} in rows
    missing = run.invoke(app, ["load", "atlantis"])
    assert isinstance(missing.exception, places.UnknownDataSet)
    assert Path("atlantis").exists() is False
