"""Cases beside a table are played, and a wrong one fails with what came instead."""

from __future__ import annotations

import pytest

from corridor.engines import rules
from tests.engines.rules.tables import table

GOOD = {"in_force": "2024-01-01", "facts": {"origin": "NPL", "pay": "QAR 5"}}


def played(**more) -> rules.CaseResult:
    return rules.run_cases(table(cases=[{**GOOD, "expect": {"row": "low"}, **more}]))[0]


def test_a_case_passes_or_says_what_came():
    assert played().passed
    failed = played(expect={"row": "high", "limit": "QAR 0.00"})
    assert (failed.passed, failed.message) == (False, "row: expected high, came low")


@pytest.mark.parametrize(
    "more",
    [
        {"expect": {}},
        {"expect": "low"},
        {"expects": {}},
        {"in_force": "2019-01-01"},
        {"in_force": "then"},
        {"facts": {"pay": "much"}},
        {"facts": "none"},
        {"rates": [{"of": "USD"}]},
    ],
)
def test_a_case_that_tests_nothing_or_cannot_be_asked_fails(more):
    assert not played(**more).passed


def test_a_case_may_expect_what_is_needed_and_bring_rates():
    rate = {"of": "USD", "into": "QAR", "worth": "3.64", "on": "2023-01-01"}
    facts = {"origin": "NPL", "pay": "USD 300"}
    assert played(facts=facts, expect={"state": "cannot_tell", "needs": ["pay"]}).passed
    assert played(facts=facts, rates=[rate], expect={"limit": "QAR 546.00"}).passed
