"""Who reads, asks, proposes and reviews the rules."""

from __future__ import annotations

from typing import Any

from corridor.engines import rules as engine
from corridor.kernel.actors.api import COMMAND_LINE
from corridor.services.rules import api as rules
from tests.permissions.table import Row, only, public

CODE = {"code": "lka-registration"}


def a_table(_cast: dict[str, Any]) -> dict[str, Any]:
    rules.load_pack(actor=COMMAND_LINE, pack=rules.shipped("recruitment"))
    return dict(CODE)


def a_version(cast: dict[str, Any]) -> dict[str, Any]:
    return a_table(cast) | {"number": 1}


def a_proposal(cast: dict[str, Any]) -> dict[str, Any]:
    """What Bodil proposed, in other words than the version before."""
    version = rules.RuleTable.objects.get(**a_table(cast)).current
    assert version is not None
    table = engine.from_toml(version.text.replace("2027-06-30", "2028-06-30"))
    made = rules.propose_version(actor=cast["bodil"].actor, table=table, note="Looked at again")
    return CODE | {"number": made.number}


def write(code: int, **more: Any) -> Row:
    """Without a body the request itself is wrong, whoever of those signed in sends it."""
    return Row(everyone=code, codes={"visitor": 401}, method="post", **more)


OFFICE = ("bodil", "ivan")

ROWS: dict[str, Row] = {
    "rules.tables": public(args=lambda cast: a_table(cast) and {}),
    "rules.table": public(args=a_table),
    "rules.ask": public(args=a_table),
    "rules.versions": public(args=a_table),
    "rules.version": public(args=a_version),
    "rules.desk": only(*OFFICE, args=lambda cast: a_proposal(cast) and {}),
    "rules.propose": only(*OFFICE, args=lambda cast: a_table(cast) and {}),
    "rules.review": only(*OFFICE, args=a_proposal),
    # Without a reason to send it back with, those who may are told so.
    "rules.decide": only(*OFFICE, code=422, method="post", args=a_proposal),
    "api:list_rules": public(),
    "api:propose_rules": write(400),
    "api:load_rules": write(400),
    "api:read_rules": public(args=a_table),
    "api:ask_rules": Row(everyone=400, method="post", args=a_table),
    "api:list_rule_versions": public(args=a_table),
    "api:read_rule_version": public(args=a_version),
    "api:publish_rules": Row(
        everyone=404,
        codes={"visitor": 401, "ivan": 200, "bodil": 409},
        method="post",
        args=a_proposal,
    ),
    "api:send_back_rules": write(400, args=a_proposal),
    "api:take_back_rules": Row(
        everyone=404, codes={"visitor": 401, "bodil": 200}, method="post", args=a_proposal
    ),
    "api:withdraw_rules": write(400, args=a_version),
}
