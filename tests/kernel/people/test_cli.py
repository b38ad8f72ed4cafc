"""People from the command line."""

from pathlib import Path

import pytest
from typer.testing import CliRunner

from corridor.kernel.people.api import ImportRefused
from corridor.kernel.people.cli import app
from corridor.kernel.people.models import Person

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
    assert run("import", table(exported), "--json").stdout == '{"people": 1, "claims": 3}\n'


@pytest.mark.parametrize(
    ("content", "sentence"),
    [
        (HEADER + SITA.replace("Sita", "Sita,too many"), "more or fewer cells"),
        (HEADER + "Sita\n", "more or fewer cells"),
        ("full_name\nJos\xe9\n".encode("latin-1"), "not in UTF-8"),
        ('full_name\n"Sita\n', "not a CSV table"),
        ("full_name\n" + "x" * 1_100_000 + "\n", "not a CSV table"),
    ],
)
def test_a_broken_file_is_refused_in_a_sentence(db: None, table, content, sentence: str) -> None:
    answer = run("import", table(content))
    assert answer.exit_code == 2
    assert sentence in " ".join(answer.output.replace("│", " ").split())
    assert not Person.objects.exists()


def test_wrong_cells_are_all_told_and_nothing_is_written(db: None, table) -> None:
    answer = run("import", table(HEADER + SITA + ",,soon,cook,welding,en:Z9\n"))
    assert isinstance(answer.exception, ImportRefused)
    columns = {each["column"] for each in answer.exception.facts["problems"]}
    assert columns == {"full_name", "birth", "isco", "skills", "languages"}
    assert not Person.objects.exists()
