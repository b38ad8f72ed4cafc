"""Propose what a table shall say: checked whole, then put before another person."""

from __future__ import annotations

from django.db import transaction

from corridor.engines import rules
from corridor.kernel.actors.api import Actor, may
from corridor.kernel.record import api as record
from corridor.services.rules.deciding import counted, country_of, said
from corridor.services.rules.errors import (
    Fault,
    OtherPack,
    ProposalRefused,
    SaysTheSame,
    WaitsAlready,
)
from corridor.services.rules.models import RuleTable, Status, TableVersion


def propose_version(
    *, actor: Actor, table: rules.Table, subject: str = "", note: str
) -> TableVersion:
    """Keep the table as the next version of its code, waiting for somebody else's review.

    `subject` is the pack that a new table goes to; `note` says why. Raises ProposalRefused where a
    case beside the table comes out otherwise, ReasonNeeded, WaitsAlready, SaysTheSame, OtherPack.
    """
    may(actor, "rules.propose")
    why = said(note)
    if wrong := failed(table):
        raise ProposalRefused(wrong)
    text = rules.to_toml(table)
    with transaction.atomic():
        kept = _table_of(table.name, subject)
        _refuse_needless(kept, text)
        last = kept.versions.order_by("-number").first()
        version = TableVersion.objects.create(
            table=kept,
            number=last.number + 1 if last else 1,
            text=text,
            digest=table.digest,
            author_key=actor.key,
            note=why,
            review_by=table.review_by,
            **counted(table),
        )
        record.note(actor, "rules.proposed", version, code=kept.code, number=version.number)
    return version


def failed(table: rules.Table) -> list[Fault]:
    """The cases beside the table that come out otherwise; a table without a case has one fault."""
    played = rules.run_cases(table)
    if not played:
        sentence = "no case stands beside the table; write at least one"
        return [Fault(row="", column="cases", sentence=sentence)]
    return [
        Fault(row=case.name, column="cases", sentence=case.message)
        for case in played
        if not case.passed
    ]


def _table_of(code: str, subject: str) -> RuleTable:
    """The table of this code, held; a new one belongs to a subject that is there."""
    found = RuleTable.objects.select_for_update().filter(code=code).first()
    if found is not None:
        if subject not in ("", found.pack):
            raise OtherPack(code=code, pack=found.pack)
        return found
    kin = RuleTable.objects.filter(pack=subject).first()
    if kin is None:
        sentence = f"{code} is a new table; say to which subject it belongs"
        raise ProposalRefused([Fault(row="", column="subject", sentence=sentence)])
    return RuleTable.objects.create(
        code=code, pack=kin.pack, pack_title=kin.pack_title, country=country_of(code)
    )


def _refuse_needless(kept: RuleTable, text: str) -> None:
    waiting = kept.versions.filter(status=Status.IN_REVIEW).first()
    if waiting is not None:
        raise WaitsAlready(number=waiting.number)
    if kept.current is not None and kept.current.text == text:
        raise SaysTheSame(number=kept.current.number)
