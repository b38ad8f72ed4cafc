"""People from the command line."""

import json
from pathlib import Path

import pytest
from typer.testing import CliRunner

from corridor.kernel.people.api import ImportRefused
from corridor.kernel.people.cli import app
from corridor.kernel.people.models import Person
from corridor.kernel.tables.api import TableRefused

HEADER = "full_name,native_name,birth,isco,skills,languages\n"
SITA = "Sita Gurung,सीता गुरुङ,1994,5322,http://x/1:2,en:B1\n"


@pytest.fixture
def table(tmp_path: Path):
    def write(content: str | bytes) -> str:
        path = tmp_path / "people.csv"
        path.write_bytes(content if isinstance(content, bytes) else content.encode())
        return str(path)

    return write


def run(*words: str):
    return CliRunner().invoke(app, list(words))


def test_a_table_is_imported_found_and_exported_to_be_imported_again(db: None, table) -> None:
    assert "1 people imported with 3 claims" in run("import", table(HEADER + SITA)).output
    assert "Sita Gurung" in run("find", "गुरुङ").output
    exported = run("export", "--isco", "53").stdout
    assert "http://x/1:2" in exported
    Person.objects.all().update(reference="OTHER")
    assert run("import", table(exported), "--json").stdout.endswith('"people": 1, "claims": 3}\n')


def test_an_import_is_taken_back_by_its_number(db: None, table) -> None:
    number = json.loads(run("import", table(HEADER + SITA), "--json").stdout)["number"]
    assert "1 people are taken back" in run("undo-import", str(number)).output
    assert not Person.objects.exists()
    assert run("undo-import", str(number + 1)).exit_code == 2


@pytest.mark.parametrize(
    ("content", "sentence"),
    [
        (HEADER + SITA.replace("Sita", "Sita,too many"), "There are 7 cells"),
        (HEADER + "Sita\n", "There are 1 cells; the header has 6"),
        ("full_name\nJos\xe9\n".encode("latin-1"), "UTF-8"),
        ('full_name\n"Sita\n', "do not close"),
        ("full_name\n" + "x" * 1_100_000 + "\n", "million"),
    ],
)
def test_a_broken_file_is_refused_in_a_sentence(db: None, table, content, sentence: str) -> None:
    answer = run("import", table(content))
    assert isinstance(answer.exception, TableRefused)
    assert sentence in str(answer.exception)
    assert not Person.objects.exists()


def test_wrong_cells_are_all_told_and_nothing_is_written(db: None, table) -> None:
    answer = run("import", table(HEADER + SITA + ",,soon,cook,welding,en:Z9\n"))
    assert isinstance(answer.exception, ImportRefused)
    columns = {each["column"] for each in answer.exception.facts["problems"]}
    assert columns == {"full_name", "birth", "isco", "skills", "languages"}
    assert not Person.objects.exists()


def test_two_are_made_one_and_taken_apart(db: None, table) -> None:
    two = HEADER.partition("\n")[0] + "\n" + SITA + SITA.replace("Sita Gurung", "Sita G.")
    run("import", table(two))
    kept, other = Person.objects.order_by("pk")
    merged = run("merge", kept.reference, other.reference, "--reason", "The same passport.").output
    number = merged.split()[-1]
    assert "two again" in run("unmerge", number).output
    other.refresh_from_db()
    assert other.status == "current"
    assert run("unmerge", str(int(number) + 1)).exit_code == 2
