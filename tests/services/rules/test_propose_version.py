"""What is proposed is checked whole, and waits for somebody else."""

from __future__ import annotations

import pytest
from tests.cast import Member
from tests.services.rules.conftest import amended

from corridor.engines import rules as engine
from corridor.kernel.actors.api import Refused
from corridor.kernel.record import api as record
from corridor.services.rules import api as rules


def test_it_waits_and_changes_nothing_yet(
    proposed: rules.TableVersion, fee: rules.TableVersion
) -> None:
    assert (proposed.number, proposed.status) == (2, "in_review")
    table = rules.RuleTable.objects.get(code="lka-registration")
    assert table.current_id == fee.pk
    assert record.Entry.objects.filter(verb="rules.proposed").count() == 1


def test_a_case_that_comes_out_otherwise_is_refused(fee: rules.TableVersion, bodil: Member) -> None:
    wrong = engine.from_toml(fee.text.replace("0.025, 0.18", "0.025, 0.2"))
    with pytest.raises(rules.ProposalRefused) as refused:
        rules.propose_version(actor=bodil.actor, table=wrong, note="Budget")
    assert [one.row for one in refused.value.faults] == [
        "18,200 is published as 22,027",
        "3,800 is published as 4,599",
    ]
    assert "came LKR" in refused.value.faults[0].sentence
    assert rules.TableVersion.objects.filter(table=fee.table).count() == 1


def test_a_table_without_a_case_is_refused(fee: rules.TableVersion, bodil: Member) -> None:
    bare = engine.from_toml(fee.text.partition("\n[[cases]]")[0] + "\n")
    with pytest.raises(rules.ProposalRefused, match="no case"):
        rules.propose_version(actor=bodil.actor, table=bare, note="Budget")


def test_one_at_a_time_with_a_reason_and_a_difference(
    fee: rules.TableVersion, bodil: Member
) -> None:
    same = engine.from_toml(fee.text)
    with pytest.raises(rules.SaysTheSame):
        rules.propose_version(actor=bodil.actor, table=same, note="Nothing")
    with pytest.raises(rules.ReasonNeeded):
        rules.propose_version(actor=bodil.actor, table=amended(fee), note=" ")
    rules.propose_version(actor=bodil.actor, table=amended(fee), note="Budget")
    with pytest.raises(rules.WaitsAlready):
        rules.propose_version(actor=bodil.actor, table=amended(fee, "0.3"), note="Again")


def test_a_new_table_says_its_subject(fee: rules.TableVersion, bodil: Member) -> None:
    new = engine.from_toml(fee.text.replace("lka-registration", "npl-registration"))
    with pytest.raises(rules.ProposalRefused, match="subject"):
        rules.propose_version(actor=bodil.actor, table=new, note="Nepal")
    with pytest.raises(rules.OtherPack):
        rules.propose_version(actor=bodil.actor, table=amended(fee), subject="wages", note="No")
    made = rules.propose_version(
        actor=bodil.actor, table=new, subject="recruitment", note="Nepal does the same"
    )
    assert (made.number, made.table.country, made.table.current) == (1, "NPL", None)


def test_a_worker_proposes_nothing(fee: rules.TableVersion, amina: Member) -> None:
    with pytest.raises(Refused):
        rules.propose_version(actor=amina.actor, table=amended(fee), note="Cheaper")
