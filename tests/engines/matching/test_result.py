"""What matching gives back, as tables and files."""

from __future__ import annotations

import pyarrow.parquet as pq
import pytest

from corridor.engines.matching import Criteria, UnknownRow, shortlist

from .people import vacancies, workers


@pytest.fixture
def found():
    return shortlist(workers(), vacancies(), Criteria(languages=None), kernel="numpy")


def test_the_table_has_rows_and_their_reasons(found):
    rows = found.to_arrow().to_pylist()
    assert [(r["vacancy_id"], r["worker_id"], r["rank"], r["score"]) for r in rows] == [
        ("care-home", "amina", 1, 8750),
        ("care-home", "dawit", 2, 7500),
    ]
    cook = rows[0]["reasons"][-1]
    assert cook == {
        "criterion": "skills",
        "item": "cook",
        "asked": 2,
        "held": 1,
        "verdict": "near",
        "points": 1250,
        "possible": 2500,
        "needed": False,
    }


def test_the_file_says_the_same_as_the_table(found, tmp_path, monkeypatch):
    monkeypatch.setattr("corridor.engines.matching._result.ROWS_PER_WRITE", 1)
    found.write_parquet(tmp_path / "rows.parquet")
    again = pq.read_table(tmp_path / "rows.parquet")
    assert again.to_pylist() == found.to_arrow().to_pylist()
    assert "reasons" not in found.to_arrow(reasons=False).column_names


def test_the_reasons_of_one_row_read_as_sentences(found):
    sentences = [reason.sentence for reason in found.reasons("care-home", "amina")]
    assert "cook: basic held, skilled asked." in sentences
    with pytest.raises(UnknownRow, match="shortlisted worker of vacancy care-home"):
        found.reasons("care-home", "esra")


def test_the_funnel_counts_everyone_once(found):
    assert found.funnel_of("care-home") == {
        "all": 3,
        "occupation": 1,
        "countries": 0,
        "permits": 0,
        "licences": 0,
        "education": 0,
        "experience": 0,
        "availability": 0,
        "eligible": 2,
    }
    table = found.funnel_to_arrow().to_pylist()
    assert (table[0]["eligible"], table[0]["listed"], table[0]["places"]) == (2, 2, 2)
    assert table[1]["permits"] == 2
