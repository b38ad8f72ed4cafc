"""Whose files are whose."""

from __future__ import annotations

import pytest
from tests.cast import Member
from tests.departure.jobs.test_bring_in import checked, file, row  # noqa: F401

from corridor.departure.jobs import api as jobs
from corridor.departure.jobs import importing
from corridor.departure.jobs.table import COLUMNS, read_table
from corridor.departure.jobs.tables import TEMPLATE
from corridor.kernel.actors.api import Refused
from corridor.kernel.organisations import api as organisations
from corridor.kernel.tables import api as tables


def test_one_sees_the_files_of_ones_own_organisations(
    hana: Member,
    chen: Member,
    file: jobs.VacancyImport,  # noqa: F811
) -> None:
    assert list(importing.files_of(hana.actor)) == [file]
    assert not importing.files_of(chen.actor).exists()
    assert importing.file_of(hana.actor, file.pk) == file
    for member, number in ((chen, file.pk), (hana, 999)):
        with pytest.raises(Refused):
            importing.file_of(member.actor, number)


def test_the_preview_shows_right_rows_alone(
    hana: Member, harbour: organisations.Organisation
) -> None:
    found = checked(hana, harbour, row(1, title=""), *(row(n) for n in range(2, 20)))
    shown = [draft.title for draft, _country in importing.preview(found)]
    assert shown == [f"Welder {n}" for n in range(2, 12)]
    done = jobs.drop_import(actor=hana.actor, checked=found)
    assert importing.preview(done) == []


def test_the_template_reads_back_as_it_stands(tmp_path, starter: None) -> None:
    target = tmp_path / "template.csv"
    with target.open("wb") as out:
        tables.write(TEMPLATE, importing.EXAMPLE, out)
    read = read_table(target.read_bytes())
    assert read.findings == []
    assert len(read.right) == 1
    assert target.read_text(encoding="utf-8-sig").splitlines()[0].split(",") == list(COLUMNS)
