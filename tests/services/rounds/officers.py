"""A round that two officers signed, worked out and not yet published."""

from __future__ import annotations

from dataclasses import replace

from tests.cast import Member
from tests.services.rounds.conftest import agreed_by, names_of

from corridor.kernel.actors.api import COMMAND_LINE
from corridor.kernel.people import api as people
from corridor.services.rounds import api as rounds

REASON = "The employer withdrew its consent in writing."


def signed(plan: rounds.RoundDraft, first: Member, second: Member, **terms: object) -> rounds.Round:
    planned = rounds.plan_round(actor=COMMAND_LINE, draft=replace(plan, **terms))
    planned = agreed_by(planned, first, second)
    running = rounds.start_round(actor=COMMAND_LINE, planned=planned, in_background=False)
    return rounds.run_round(running=running, actor=COMMAND_LINE)


def reference(name: str) -> str:
    return people.Person.objects.get(full_name=name).reference


def welder(of: rounds.Round) -> rounds.RoundVacancy:
    return of.vacancies.get(title="Welder")


def left_out(of: rounds.Round) -> str:
    """The reference of somebody who is on the welders' list and has no place."""
    return reference(sorted(names_of(of, "Welder", "outranked-at-each"))[0])


def draft(of: rounds.Round, worker: str = "", kind: str = "place") -> rounds.OverrideDraft:
    return rounds.OverrideDraft(
        kind=kind, worker=worker or left_out(of), vacancy=welder(of).vacancy, reason=REASON
    )


def proposed(of: rounds.Round, by: Member, **given: str) -> rounds.Override:
    return rounds.propose_override(
        actor=by.actor, of=of, draft=draft(of, **given), seen=of.result_digest
    )
