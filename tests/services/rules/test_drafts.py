"""Tables that come in: whole as TOML, or rows from a spreadsheet; everything wrong at once."""

from __future__ import annotations

import pytest

from corridor.engines import rules as engine
from corridor.services.rules import api as rules
from corridor.services.rules import drafts, reads


def test_a_whole_table(fee: rules.TableVersion) -> None:
    assert drafts.table_of_toml(b"\xef\xbb\xbf" + fee.text.encode()).digest == fee.digest


@pytest.mark.parametrize(
    ("data", "said"),
    [
        (b"\xff\xfe", "not UTF-8"),
        (b"name = [", "TOML"),
        (b"", "missing"),
        (b"#" * 1_000_001, "above 1 MB"),
    ],
)
def test_what_is_no_table_is_refused(db: None, data: bytes, said: str) -> None:
    with pytest.raises(rules.ProposalRefused) as refused:
        drafts.table_of_toml(data)
    assert said in str(refused.value)


def test_everything_wrong_is_said_by_row_and_column(fee: rules.TableVersion) -> None:
    before = reads.table_of(fee)
    head, row = engine.rows_to_csv(before).splitlines()[:2]
    broken = row.replace("2024-01-01", "tomorrow", 1).replace("LKR", "EUR")
    broken = broken.replace("slbfe", "nobody").replace("tax_on_gross", "tax_on_net")
    with pytest.raises(rules.ProposalRefused) as refused:
        drafts.table_of_rows(before, f"{head}\r\n{broken}\r\n".encode())
    found = {(one.row, one.column) for one in refused.value.faults}
    assert {("registration", "in_force_from"), ("registration", "source")} <= found
    assert refused.value.facts["problems"][0]["row"] == "registration"
    assert "Nothing of it was kept" in str(refused.value)


def test_a_file_that_is_no_spreadsheet_is_refused(fee: rules.TableVersion) -> None:
    for data in (b"", b"%PDF-1.7", b"PK\x03\x04broken"):
        with pytest.raises(rules.ProposalRefused):
            drafts.table_of_rows(reads.table_of(fee), data)


def test_a_truth_of_a_workbook_is_a_truth_of_a_table() -> None:
    rows = [{"when housed": "yes", "say en": "yes", "id": "1"}]
    assert drafts.as_csv(rows, {"when housed"}).splitlines()[1] == "true,yes,1"
