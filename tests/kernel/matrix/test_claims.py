"""Claims and not_yet.toml add up, and a claim that is not so is found out."""

from __future__ import annotations

from pathlib import Path

import pytest

from corridor.kernel.matrix import claims as book
from corridor.kernel.matrix.rows import parts
from corridor.kernel.offers import Claim

ROOT = Path(__file__).resolve().parents[3]
TRUE = Claim(part="1a1.1", page="matrix.rows", act="matrix.claims", doc="README.md", state="shown")


def test_all_parts_claimed_or_waiting_is_right() -> None:
    assert book.sums(["1a1.1"], parts() - {"1a1.1"}) == []


@pytest.mark.parametrize(
    ("claimed", "left_out", "complaint"),
    [
        ([], "1a1.1", "1a1.1 is neither claimed nor in not_yet.toml"),
        (["1a1.1"], "", "1a1.1 is claimed: take it out of not_yet.toml"),
        (["1a1.1", "1a1.1"], "1a1.1", "1a1.1 is claimed 2 times"),
        (["9z9.1"], "", "9z9.1 is no part of the matrix"),
    ],
)
def test_what_does_not_add_up_is_said(claimed, left_out, complaint) -> None:
    assert book.sums(claimed, parts() - {left_out}) == [complaint]


def test_a_true_claim_stands() -> None:
    assert book.unkept(TRUE, {"matrix.rows"}, ROOT) == []


@pytest.mark.parametrize(
    ("change", "complaint"),
    [
        ({"page": "matrix.nowhere"}, "1a1.1: no page is called matrix.nowhere"),
        ({"more_pages": ("x.y",)}, "1a1.1: no page is called x.y"),
        ({"act": "matrix.fly"}, "1a1.1: no act is called matrix.fly"),
        ({"act": "nobody.fly"}, "1a1.1: no act is called nobody.fly"),
        ({"doc": "docs/none.md"}, "1a1.1: docs/none.md is not there"),
    ],
)
def test_a_claim_that_is_not_so_is_found_out(change, complaint) -> None:
    wrong = Claim(**{**TRUE.__dict__, **change})
    assert book.unkept(wrong, {"matrix.rows"}, ROOT) == [complaint]


def test_a_page_serves_a_part_or_is_plumbing() -> None:
    pages = {"matrix.rows", "site.home", "jobs.vacancy"}
    assert book.unclaimed(pages, [TRUE], ["site.*", "gone.*"]) == [
        "jobs.vacancy belongs to no claim and is no plumbing",
        "plumbing gone.* matches no page",
    ]


def test_a_claim_may_name_the_pages_that_serve_it_by_a_pattern() -> None:
    whole = Claim(**{**TRUE.__dict__, "more_pages": ("jobs.*",)})
    assert book.unclaimed({"jobs.vacancy", "matrix.rows"}, [whole], []) == []
    assert book.unkept(whole, {"jobs.vacancy", "matrix.rows"}, ROOT) == []


def test_parts_are_ordered_as_people_count() -> None:
    assert sorted(["1g10.1", "1g2.1", "1g2.10", "1g2.2"], key=book.order) == [
        "1g2.1",
        "1g2.2",
        "1g2.10",
        "1g10.1",
    ]
