"""The rules by API: the same acts and reads as on the pages."""

from __future__ import annotations

from typing import Annotated, Any

from django.http import HttpRequest
from django.utils import timezone
from ninja import Path, Query, Router, Status

from corridor.engines import rules as engine
from corridor.kernel.accounts.api import api_auth_optional
from corridor.kernel.actors.api import Refused, acting, may
from corridor.services.rules import api as rules
from corridor.services.rules import drafts, reads
from corridor.services.rules.schemas import (
    NUMBER_MAX,
    AskIn,
    PackIn,
    PackOut,
    ProposalIn,
    ReasonIn,
    TablePage,
    TableWhole,
    VersionOut,
    VersionWith,
    Wanted,
    table_out,
    version_out,
)

prefix = "rules"
router = Router(tags=["rules"])
Number = Annotated[int, Path(ge=1, le=NUMBER_MAX)]


def called(request: HttpRequest, code: str, number: int) -> rules.TableVersion:
    return reads.version_called(acting(request), code.replace("\x00", ""), number=number)


def whole(version: rules.TableVersion) -> dict[str, Any]:
    told = table_out(version.table, timezone.localdate())
    document = reads.table_of(version).document
    return told | {"version": version_out(version), "document": document}


@router.get("/", response=TablePage, summary="Tables in force", auth=api_auth_optional)
def list_rules(request: HttpRequest, wanted: Query[Wanted]) -> dict[str, Any]:
    found = reads.tables(wanted.wanted())
    page = found[wanted.offset : wanted.offset + wanted.limit]
    today = timezone.localdate()
    return {"count": found.count(), "items": [table_out(one, today) for one in page]}


@router.post("/", response={201: VersionOut}, summary="Propose what a table shall say")
def propose_rules(request: HttpRequest, given: ProposalIn) -> Status[dict[str, Any]]:
    may(acting(request), "rules.propose")
    table = drafts.table_of_toml(given.text.encode())
    version = rules.propose_version(
        actor=acting(request), table=table, subject=given.subject, note=given.note
    )
    return Status(201, version_out(version))


@router.post("/packs", response=PackOut, summary="Publish the tables of a pack that is shipped")
def load_rules(request: HttpRequest, given: PackIn) -> rules.PackLoaded:
    may(acting(request), "rules.load")
    if given.name not in rules.SHIPPED:
        raise Refused
    return rules.load_pack(actor=acting(request), pack=rules.shipped(given.name))


@router.get("/{code}", response=TableWhole, summary="A table in force", auth=api_auth_optional)
def read_rules(request: HttpRequest, code: str) -> dict[str, Any]:
    return whole(called(request, code, 0))


@router.post(
    "/{code}/ask",
    response=dict[str, Any],
    summary="Ask a table; the answer names its version by digest",
    auth=api_auth_optional,
)
def ask_rules(request: HttpRequest, code: str, given: AskIn) -> dict[str, Any]:
    code, digest = code.replace("\x00", ""), given.digest.replace("\x00", "")
    version = reads.version_called(acting(request), code, digest=digest)
    today = timezone.localdate()
    try:
        rates = [one.rate() for one in given.rates]
    except engine.FactsRefused as refused:
        raise rules.FactsNotUsable(refused.faults) from refused
    found = rules.ask(
        version,
        given.facts,
        in_force=given.in_force or today,
        known=given.known or today,
        rates=rates,
    )
    return found.as_json()


@router.get(
    "/{code}/versions",
    response=list[VersionWith],
    summary="Versions of a table, the newest first, with what changed",
    auth=api_auth_optional,
)
def list_rule_versions(request: HttpRequest, code: str) -> list[dict[str, Any]]:
    table = reads.table_called(acting(request), code.replace("\x00", ""))
    return [
        version_out(one) | {"changes": [each.sentence for each in reads.changes(one)]}
        for one in reads.versions(acting(request), table)
    ]


@router.get(
    "/{code}/versions/{number}",
    response=TableWhole,
    summary="One version of a table",
    auth=api_auth_optional,
)
def read_rule_version(request: HttpRequest, code: str, number: Number) -> dict[str, Any]:
    return whole(called(request, code, number))


@router.post("/{code}/versions/{number}/publish", response=VersionOut, summary="Approve, publish")
def publish_rules(request: HttpRequest, code: str, number: Number) -> dict[str, Any]:
    may(acting(request), "rules.review")
    version = called(request, code, number)
    return version_out(rules.publish_version(actor=acting(request), version=version))


@router.post("/{code}/versions/{number}/send-back", response=VersionOut, summary="Send it back")
def send_back_rules(
    request: HttpRequest, code: str, number: Number, given: ReasonIn
) -> dict[str, Any]:
    may(acting(request), "rules.review")
    version = called(request, code, number)
    done = rules.send_back(actor=acting(request), version=version, reason=given.reason)
    return version_out(done)


@router.post("/{code}/versions/{number}/take-back", response=VersionOut, summary="Take it back")
def take_back_rules(request: HttpRequest, code: str, number: Number) -> dict[str, Any]:
    version = called(request, code, number)
    return version_out(rules.take_back(actor=acting(request), version=version))


@router.post("/{code}/versions/{number}/withdraw", response=VersionOut, summary="Withdraw it")
def withdraw_rules(
    request: HttpRequest, code: str, number: Number, given: ReasonIn
) -> dict[str, Any]:
    may(acting(request), "rules.withdraw")
    version = called(request, code, number)
    done = rules.withdraw_version(actor=acting(request), version=version, reason=given.reason)
    return version_out(done)
