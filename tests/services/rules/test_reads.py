"""What is read of tables, by whom."""

from __future__ import annotations

from datetime import date

import pytest
from tests.cast import Member

from corridor.engines import rules as engine
from corridor.kernel.actors.api import ANONYMOUS, Refused
from corridor.services.rules import api as rules
from corridor.services.rules import reads


def test_a_proposal_is_read_by_those_who_review_alone(
    proposed: rules.TableVersion, ivan: Member, amina: Member
) -> None:
    code = "lka-registration"
    assert reads.version_called(ivan.actor, code, number=2) == proposed
    for actor in (ANONYMOUS, amina.actor):
        with pytest.raises(Refused):
            reads.version_called(actor, code, number=2)
        with pytest.raises(Refused):
            reads.version_called(actor, code, digest=proposed.digest)
    assert list(reads.waiting()) == [proposed]


def test_what_changed_since_the_version_before(
    proposed: rules.TableVersion, fee: rules.TableVersion
) -> None:
    assert reads.before(proposed) == fee
    assert reads.before(fee) is None
    assert reads.changes(fee) == []
    assert [one.column for one in reads.changes(proposed)] == ["then exact"]


def test_subjects_and_countries_of_what_is_published(loaded: None) -> None:
    assert [name for name, _title in reads.subjects()] == ["recruitment", "wages"]
    assert {"IND", "LKA", "QAT"} <= set(reads.countries())


def test_it_is_stale_the_day_after(fee: rules.TableVersion) -> None:
    assert not reads.is_stale(fee, fee.review_by)
    assert reads.is_stale(fee, date(2027, 7, 1))


def test_an_answer_kept_as_json_is_worked_out_again(fee: rules.TableVersion) -> None:
    day = date(2024, 6, 1)
    found = rules.ask(fee, {"base": "LKR 3800"}, in_force=day, known=day)
    assert engine.replay(reads.table_of(fee), found.as_json()) == found
