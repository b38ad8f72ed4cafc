"""Packs are published once, and what people here made stays theirs."""

from __future__ import annotations

from dataclasses import replace

import pytest
from tests.cast import Member
from tests.services.rules.conftest import amended

from corridor.kernel.actors.api import COMMAND_LINE, Refused
from corridor.kernel.record import api as record
from corridor.services.rules import api as rules


def test_every_shipped_table_is_published_with_its_country_and_words(loaded: None) -> None:
    fee = rules.RuleTable.objects.get(code="lka-registration")
    assert (fee.pack, fee.country) == ("recruitment", "LKA")
    assert fee.current is not None
    assert fee.current.digest == rules.shipped_table("recruitment/lka-registration").digest
    assert fee.title["ar"].startswith("سريلانكا")
    assert not rules.RuleTable.objects.get(code="c181-zero-fee").country
    assert record.Entry.objects.filter(verb="rules.loaded").count() == rules.tables().count()


def test_the_same_pack_twice_changes_nothing(loaded: None) -> None:
    before = rules.TableVersion.objects.count()
    again = rules.load_pack(actor=COMMAND_LINE, pack=rules.shipped("wages"))
    assert (again.new, again.changed, again.kept) == ([], [], [])
    assert len(again.same) == len(rules.shipped("wages").tables)
    assert rules.TableVersion.objects.count() == before


def test_a_newer_edition_is_a_new_version(fee: rules.TableVersion) -> None:
    newer = replace(
        rules.shipped("recruitment"), edition="2027-06", tables={"lka-registration": amended(fee)}
    )
    assert rules.load_pack(actor=COMMAND_LINE, pack=newer).changed == ["lka-registration"]
    current = rules.RuleTable.objects.get(code="lka-registration").current
    assert current is not None
    assert (current.number, current.edition) == (2, "2027-06")


def test_what_people_here_propose_is_not_overrun(proposed: rules.TableVersion) -> None:
    newer = replace(
        rules.shipped("recruitment"), tables={"lka-registration": amended(proposed, "0.3")}
    )
    assert rules.load_pack(actor=COMMAND_LINE, pack=newer).kept == ["lka-registration"]
    assert rules.TableVersion.objects.filter(table=proposed.table).count() == 2


def test_a_table_of_another_subject_stops_the_whole_pack(loaded: None) -> None:
    before = rules.TableVersion.objects.count()
    tables = dict(rules.shipped("documents").tables)
    tables["lka-registration"] = rules.shipped_table("recruitment/lka-registration")
    with pytest.raises(rules.OtherPack):
        rules.load_pack(actor=COMMAND_LINE, pack=replace(rules.shipped("documents"), tables=tables))
    assert rules.TableVersion.objects.count() == before


def test_an_officer_does_not_load_packs(db: None, bodil: Member) -> None:
    with pytest.raises(Refused):
        rules.load_pack(actor=bodil.actor, pack=rules.shipped("wages"))
