"""Files on the command line."""

from __future__ import annotations

from pathlib import Path

from tests.departure.jobs.test_bring_in import row, table
from tests.departure.jobs.test_cli import run

from corridor.departure.jobs import api as jobs
from corridor.kernel.organisations import api as organisations


def test_a_file_from_the_command_line(harbour: organisations.Organisation, tmp_path: Path) -> None:
    path = tmp_path / "jobs.csv"
    path.write_bytes(table(row(1), row(2, country="XX")))
    given = ("bring-in", str(path), "--organisation", str(harbour.pk))
    refused = run(*given)
    assert refused.exit_code == 1
    assert "row 3, country: Use a three-letter country code" in refused.output
    assert "Nothing was kept." in refused.output
    assert run(*given, "--right-ones", "--dry-run").exit_code == 1
    assert not jobs.Vacancy.objects.exists()
    assert "1 drafts made" in run(*given, "--right-ones").output
    file = jobs.VacancyImport.objects.get(state="imported")
    assert "1 drafts thrown away" in run("undo-import", str(file.pk)).output
    path.write_bytes(table(row(1)))
    run(*given)
    file = jobs.VacancyImport.objects.get(state="imported")
    assert "1 sent, 0 lack something" in run("submit-import", str(file.pk)).output
    assert run("bring-in", "nowhere.csv", "--organisation", "1").exit_code == 2
