"""The agreement by API: change the terms, name the parties, agree, start."""

from __future__ import annotations

from typing import Any

from django.http import HttpRequest
from ninja import Field, Router, Schema, Status

from corridor.kernel.actors.api import acting
from corridor.services.rounds import api as rounds
from corridor.services.rounds import preview, reads
from corridor.services.rounds.rest_schemas import RoundWhole

router = Router(tags=["rounds"])


class PartyIn(Schema):
    """A party; `officer` is the e-mail or phone with which its officer signs in here."""

    name: str
    officer: str
    organisation_id: int | None = None


class PartiesIn(Schema):
    first: PartyIn
    second: PartyIn


class Agreeing(Schema):
    terms_digest: str = Field(description="of the terms as you read them")


@router.put("/{number}/parties", response=RoundWhole, summary="Name the two parties")
def name_parties(request: HttpRequest, number: str, given: PartiesIn) -> rounds.Round:
    actor = acting(request)
    drafts = [rounds.PartyDraft(**party.dict()) for party in (given.first, given.second)]
    found = reads.by_number(actor, number)
    return rounds.name_parties(actor=actor, planned=found, parties=drafts)


@router.post("/{number}/agreement", response=RoundWhole, summary="Agree for your party")
def agree(request: HttpRequest, number: str, given: Agreeing) -> rounds.Round:
    """Asking twice is agreeing once."""
    actor = acting(request)
    found = reads.by_number(actor, number)
    return rounds.agree_round(actor=actor, planned=found, digest=given.terms_digest)


@router.delete("/{number}/agreement", response=RoundWhole, summary="Take your agreement back")
def take_back(request: HttpRequest, number: str) -> rounds.Round:
    actor = acting(request)
    return rounds.take_back_agreement(actor=actor, planned=reads.by_number(actor, number))


@router.post("/{number}/start", response={202: RoundWhole}, summary="Start an agreed round")
def start_round(request: HttpRequest, number: str) -> Status[rounds.Round]:
    """It runs in the background: read its `state`."""
    actor = acting(request)
    found = reads.by_number(actor, number)
    return Status(202, rounds.start_round(actor=actor, planned=found))


@router.post("/{number}/publish", response=RoundWhole, summary="Publish a finished round")
def publish_round(request: HttpRequest, number: str) -> rounds.Round:
    actor = acting(request)
    return rounds.publish_round(actor=actor, ready=reads.by_number(actor, number))


class ImpactOut(Schema):
    """A group against the one with the highest rate; `code` is the verdict."""

    kind: str
    group: str
    people: int
    selected: int
    rate: float
    ratio: float
    low: float | None
    high: float | None
    shortfall: int
    code: str


@router.get("/{number}/impact", response=list[ImpactOut], summary="The impact on groups")
def impact(request: HttpRequest, number: str) -> list[dict[str, Any]]:
    """By sex, age and nationality, with the four-fifths ratio and its interval."""
    actor = acting(request)
    rows = preview.table_rows(preview.previews(actor, reads.by_number(actor, number)))
    return [{**row, "kind": str(row["kind"])} for row in rows]
