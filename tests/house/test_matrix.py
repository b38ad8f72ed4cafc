"""The matrix keeps its word: claims and not_yet.toml add up, and each claim is so."""

from __future__ import annotations

import tomllib
from pathlib import Path

import pytest

from corridor.kernel.matrix import api as matrix
from tests.house.visits import own_addresses

HERE = Path(__file__).parent
ROOT = HERE.parents[1]
PLUMBING_MOST = 12


def plumbing() -> list[str]:
    return tomllib.loads((HERE / "plumbing.toml").read_text(encoding="utf-8"))["pages"]


def test_every_part_is_claimed_or_waits() -> None:
    assert matrix.sums((claim.part for claim in matrix.claims()), matrix.not_yet()) == []


def test_every_claim_names_pages_an_act_and_a_document_that_exist() -> None:
    pages = own_addresses()
    assert [line for one in matrix.claims() for line in matrix.unkept(one, pages, ROOT)] == []


@pytest.mark.slow
def test_every_page_serves_a_claim_or_is_plumbing() -> None:
    assert matrix.unclaimed(own_addresses(), matrix.claims(), plumbing()) == []


def test_the_list_of_plumbing_stays_short() -> None:
    assert len(plumbing()) <= PLUMBING_MOST


def test_matrix_md_is_what_the_claims_say() -> None:
    assert (ROOT / "MATRIX.md").read_text(encoding="utf-8") == matrix.document()
