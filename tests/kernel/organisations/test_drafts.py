from datetime import date

import pytest
from tests.kernel.organisations.world import draft, yes

from corridor.kernel.organisations import api as organisations


def fields_refused(told: object) -> set[str]:
    with pytest.raises(organisations.Unreadable) as refusal:
        told.checked()
    return {problem.field for problem in refusal.value.problems}


def test_a_whole_draft_passes() -> None:
    assert draft(native_name="أشغال الميناء", website="https://harbour.example").checked()


def test_every_problem_of_an_organisation_is_told_at_once() -> None:
    bad = draft(
        kind="circus", name="123", country="Qatar", email="at work", website="javascript:alert(1)"
    )
    assert fields_refused(bad) == {"kind", "name", "country", "email", "website"}
    assert fields_refused(draft(name="x" * 10_000)) == {"name"}


def test_a_yes_names_its_evidence_and_every_decision_its_reason() -> None:
    assert fields_refused(yes(reason=" ", evidence="")) == {"reason", "evidence"}
    assert fields_refused(yes(decision="perhaps")) == {"decision"}
    assert fields_refused(yes(expires_on=date(2001, 1, 1))) == {"expires_on"}


def test_a_licence_ends_after_it_begins() -> None:
    bad = organisations.LicenceDraft(
        activity="",
        number="1",
        authority="Ministry",
        valid_from=date(2026, 2, 1),
        valid_until=date(2026, 1, 1),
    )
    assert fields_refused(bad) == {"activity", "valid_until"}
