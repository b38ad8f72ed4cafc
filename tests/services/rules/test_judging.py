"""A file of contracts is judged at once, and every fault of it is said."""

from __future__ import annotations

import json
from datetime import date
from pathlib import Path

import pyarrow.parquet as pq
import pytest
from tests.services.rules.test_files import command

from corridor.services.rules import files, judging
from corridor.services.rules.errors import RulesFileRefused

CLAUSES = files.table("contracts/c189-article-7")
WAGES = """id,destination,worker,signed
C1,ARE,carpenter,2020-08-15
C2,ARE,carpenter,2020-09-15
C3,KWT,,2021-01-01
C4,FRA,other,2021-01-01
"""


@pytest.fixture
def contracts(tmp_path: Path) -> Path:
    path = tmp_path / "contracts.csv"
    path.write_text(WAGES, encoding="utf-8")
    return path


def test_each_contract_is_judged_by_the_law_of_its_own_day(contracts: Path) -> None:
    out = contracts.with_suffix(".parquet")
    words = ("--rules", "wages/ind-referral-wages", "--out", out, "--in-force", "signed", "--json")
    told = json.loads(command("judge", contracts, *words).output)
    assert (told["contracts"], told["decided"], told["cannot_tell"]) == (4, 2, 1)
    found = pq.read_table(out).to_pylist()
    assert [each["floor_aed"] for each in found[:2]] == ["AED 1200.00", "absent"]
    assert [each["floor_usd"] for each in found[:2]] == ["absent", "USD 200.00"]
    assert (found[2]["state"], found[2]["needs"]) == ("cannot_tell", ["worker"])
    assert (found[3]["state"], found[3]["row"]) == ("nothing", None)


def test_a_table_of_all_rows_lists_what_is_missing_in_each(tmp_path: Path) -> None:
    names = list(CLAUSES.inputs)
    cells = ["true"] * (len(names) - 1)
    lines = [
        ",".join(["id", *names]),
        ",".join(["A", "false", *cells]),
        ",".join(["B", "", *cells]),
    ]
    path = tmp_path / "terms.csv"
    path.write_text("\ufeff" + "\n".join(lines) + "\n", encoding="utf-8")
    out = tmp_path / "out.parquet"
    words = ("--rules", "contracts/c189-article-7", "--out", out, "--in-force", "2024-01-01")
    assert "cannot tell: 1" in command("judge", path, *words).output
    found = pq.read_table(out).to_pylist()
    assert found[0] == {
        "id": "A",
        "state": "decided",
        "rows": ["names-addresses"],
        "may_hold": [],
    }
    assert (found[1]["rows"], found[1]["may_hold"]) == ([], ["names-addresses"])
    assert pq.read_schema(out).metadata[b"digest"].decode() == CLAUSES.digest


def test_parquet_is_read_and_rates_are_brought_by_a_file(tmp_path: Path) -> None:
    path, out, rates = (tmp_path / name for name in ("c.csv", "out.parquet", "rates.toml"))
    path.write_text(
        "id,wage_monthly,food_provided,lodging_provided\nX,USD 300,true,true\n", encoding="utf-8"
    )
    pq.write_table(judging.read(path), path.with_suffix(".parquet"))
    rates.write_text(
        '[[rates]]\nof = "USD"\ninto = "QAR"\nworth = "3.64"\non = 2024-01-01\n', encoding="utf-8"
    )
    words = ("--rules", "wages/qat-minimum-wage", "--out", out, "--in-force", "2024-05-01")
    source = path.with_suffix(".parquet")
    assert "cannot tell: 1" in command("judge", source, *words).output
    assert "decided: 1" in command("judge", source, *words, "--rates", rates).output
    assert pq.read_table(out).to_pylist()[0]["meets"] == "true"


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("id,destination\nC1,Nepal\n", "row 2, column destination"),
        ("id,colour\nC1,red\n", "column colour"),
        ("number,destination\nC1,NPL\n", "has no column id"),
        ("id,destination\nC1,NPL,extra\n", "cannot be read as a table"),
    ],
)
def test_a_file_that_is_wrong_is_refused_whole(contracts: Path, text: str, said: str) -> None:
    contracts.write_text(text, encoding="utf-8")
    out = contracts.with_suffix(".parquet")
    table = files.table("wages/ind-referral-wages")
    day = date(2024, 1, 1)
    with pytest.raises(RulesFileRefused, match=said):
        judging.judge(table, contracts, out, identifier="id", in_force=day, known=day)
    assert not out.exists()


def test_a_file_that_is_not_there_is_said() -> None:
    with pytest.raises(RulesFileRefused, match="cannot be read"):
        judging.read(Path("nowhere.csv"))
    assert isinstance(files.day_or_column("signed"), str)
    assert files.day_or_column("2024-01-01") == date(2024, 1, 1)
