"""Propose to give a person a place, or to take them out: the other party must confirm it."""

from __future__ import annotations

from dataclasses import dataclass

from django.db import IntegrityError, transaction
from django.utils.translation import gettext_lazy as _

from corridor.kernel.actors.api import Actor, may
from corridor.kernel.record import api as record
from corridor.services.rounds.errors import (
    NotAParty,
    NotOverridable,
    OverrideStands,
    ResultChanged,
    RoundRefused,
)
from corridor.services.rounds.floors import Finding
from corridor.services.rounds.models import HOLDING, Override, OverrideKind, Round, State
from corridor.services.rounds.overriding import Priced, kept_rows, price_of
from corridor.services.rounds.telling_officers import tell_of_override

REASON_MAX = 300


@dataclass(frozen=True, kw_only=True)
class OverrideDraft:
    """`kind` is place or remove; the worker by reference number, the vacancy by number (V12)."""

    kind: str
    worker: str
    vacancy: str
    reason: str

    def judged(self) -> list[Finding]:
        found: list[Finding] = []
        if self.kind not in OverrideKind.values:
            found.append(("kind", "rounds.override_kind", _("Say place or remove.")))
        if not 1 <= len(self.reason.strip()) <= REASON_MAX or "\x00" in self.reason:
            sentence = _("Give the reason in at most 300 characters; it is published.")
            found.append(("reason", "rounds.override_reason", sentence))
        return found

    @property
    def change(self) -> tuple[str, str, str]:
        return (str(self.kind), self.worker, self.vacancy)


def price_override(*, actor: Actor, of: Round, draft: OverrideDraft) -> Priced:
    """What it would cost, before anything is proposed.

    Raises RoundRefused, NotOverridable, OverrideImpossible.
    """
    may(actor, "rounds.override", of)
    if findings := draft.judged():
        raise RoundRefused(findings)
    open_to_overrides(of)
    return price_of(of, kept_rows(of), draft.change)


def propose_override(*, actor: Actor, of: Round, draft: OverrideDraft, seen: str) -> Override:
    """Put it before the other party. `seen` is the result whose price the officer read.

    The same click twice proposes once. Raises ResultChanged when the result is another by now,
    OverrideStands when there is a decision on this person already, and what the price raises.
    """
    found = price_override(actor=actor, of=of, draft=draft)
    side = side_of(actor, of)
    kind, worker, vacancy = draft.change
    with transaction.atomic():
        locked = open_to_overrides(Round.objects.select_for_update().get(pk=of.pk))
        held = locked.overrides.filter(worker=worker, vacancy=vacancy, state__in=HOLDING).first()
        if held is not None and (held.kind, held.proposed_by) == (kind, actor.key):
            return held
        if locked.result_digest != seen or found.seen != seen:
            raise ResultChanged(number=locked.number)
        try:
            with transaction.atomic():
                one = Override.objects.create(
                    round=locked,
                    kind=kind,
                    worker=worker,
                    vacancy=vacancy,
                    reason=draft.reason.strip(),
                    price=found.as_json(),
                    proposed_by=actor.key,
                    proposed_side=side,
                )
        except IntegrityError as error:
            raise OverrideStands(worker=worker) from error
        tell_of_override(one)
        facts = {"kind": kind, "worker": worker, "vacancy": vacancy, "cost": found.cost}
        record.note(actor, "rounds.override_proposed", locked, **facts)
    return one


def side_of(actor: Actor, of: Round) -> str:
    """The party this officer decides for. Raises NotAParty."""
    party = of.parties.filter(officer_id=actor.user_id).first() if actor.user_id else None
    if party is None:
        raise NotAParty(number=of.number)
    return str(party.side)


def open_to_overrides(of: Round) -> Round:
    """Raises NotOverridable before there is a result, and once it is published."""
    if of.state != State.READY:
        raise NotOverridable(number=of.number, state=of.get_state_display())
    return of
