"""What the pages and the API tell of a round."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Any

from django.utils.translation import ngettext, pgettext
from django_stubs_ext import StrOrPromise

from corridor.engines import matching
from corridor.kernel import script
from corridor.kernel.actors.api import Actor, can
from corridor.kernel.background import api as background
from corridor.kernel.people import api as people
from corridor.kernel.places import api as places
from corridor.services.rounds import telling_rules, words
from corridor.services.rounds.models import Outcome, Result, Round, RoundVacancy, Side, State
from corridor.services.rounds.quotas import Quota
from corridor.services.rounds.sources import applicants, vacancy_cards
from corridor.services.rounds.terms import terms_digest

STATE_TONES = {
    State.RUNNING: "info",
    State.READY: "warn",
    State.PUBLISHED: "good",
    State.CLOSED: "neutral",
    State.FAILED: "bad",
}


def told(found: Round) -> dict[str, Any]:
    """A round in words: criteria, mode, quotas, proof, prices."""
    criteria = matching.Criteria.from_toml(found.criteria)
    proof = found.proof
    mode = str(proof.get("description") or proof.get("mode") or "")
    return {
        "tone": STATE_TONES.get(State(found.state), "neutral"),
        "needed": [words.CRITERIA[name] for name in criteria.hard],
        "weighed": [(words.CRITERIA[name], one.weight) for name, one in criteria.soft.items()],
        "mode": words.MODES.get(mode, ""),
        "quotas": [_quota(Quota(**quota)) for quota in found.quotas],
        "floors": telling_rules.floors(found),
        "families_together": found.families_together,
        "over_time": proof.get("over_time"),
        "proved": proof.get("is_proved"),
        "blocking_pairs": proof.get("blocking_pairs"),
        "prices": telling_rules.prices(found),
        "stopped": telling_rules.why_stopped(found) if found.state == State.FAILED else [],
    }


def agreement(actor: Actor, found: Round) -> dict[str, Any]:
    """Who agrees to the terms and whether they have; what this actor can do about it."""
    parties = list(found.parties.select_related("officer"))
    own = next((one for one in parties if one.officer_id == actor.user_id is not None), None)
    is_draft = found.state == State.DRAFT
    return {
        "digest": found.agreed_digest or terms_digest(found),
        "parties": parties,
        "is_whole": len(parties) == len(Side) and all(party.has_agreed for party in parties),
        "waiver": found.waiver,
        "own": own,
        "may_agree": is_draft and own is not None and not own.has_agreed,
        "may_take_back": is_draft and own is not None and own.has_agreed,
        "may_change": is_draft and can(actor, "rounds.plan", found),
    }


def _quota(quota: Quota) -> str:
    most = quota.at_most
    sentence = (
        ngettext(
            "At most %(number)s person to %(country)s",
            "At most %(number)s people to %(country)s",
            most,
        )
        if quota.side == "to"
        else ngettext(
            "At most %(number)s person from %(country)s",
            "At most %(number)s people from %(country)s",
            most,
        )
    )
    number = script.in_digits(str(most))
    return sentence % {"number": number, "country": places.country_name(quota.country)}


def work_of(found: Round) -> background.Job | None:
    """The job that runs a round, while it does."""
    if found.state != State.RUNNING:
        return None
    return background.Job.objects.filter(name="rounds.run", key=f"round:{found.pk}").first()


def card_of(line: RoundVacancy) -> dict[str, Any]:
    """The vacancy's own page, when it is still there, and its country in words."""
    card = vacancy_cards([line.vacancy]).get(line.vacancy)
    return {
        "url": card.url if card else "",
        "country": places.country_name(line.country) if line.country else "",
    }


def falls_of(line: RoundVacancy) -> list[tuple[StrOrPromise, int]]:
    return words.funnel(line.falls)


def shown_to(actor: Actor, results: Sequence[Result]) -> set[int]:
    """Ids of those results whose score and reasons this actor reads, not the number alone.

    An application is its own consent for its vacancy; otherwise people.open_to decides.
    """
    by_vacancy: dict[str, list[Result]] = {}
    for result in results:
        by_vacancy.setdefault(result.round_vacancy.vacancy, []).append(result)
    applied = applicants(by_vacancy)
    return {
        result.pk
        for vacancy, theirs in by_vacancy.items()
        for shown in [
            people.open_to(actor, [one.worker for one in theirs], applied=applied.get(vacancy, ()))
        ]
        for result in theirs
        if result.worker in shown
    }


def reasons_for(reasons: dict[str, Any], *, with_age: bool) -> dict[str, Any]:
    """The reasons as given away; how old somebody is stays with the office."""
    if with_age:
        return reasons
    lines = [
        [*line[:4], None, *line[5:]] if line[0] == "age" else line for line in reasons["criteria"]
    ]
    return {**reasons, "criteria": lines}


def became(result: Result) -> str:
    """The outcome in words, or that they withdrew since."""
    if hasattr(result, "left_out"):
        return pgettext("a person", "Withdrew")
    return str(result.get_outcome_display())


def rows(actor: Actor, results: Sequence[Result]) -> list[dict[str, Any]]:
    """A list of people by reference number, with outcome in words; score and reasons are None
    where they are not open to this actor."""
    shown = shown_to(actor, results)
    names = words.skill_names(words.lacking(result.reasons for result in results))
    return [
        {
            "result": result,
            "worker": people.printed_reference(result.worker),
            "reasons": words.reasons_in_words(result.reasons, names)
            if result.pk in shown
            else None,
            "outcome": became(result),
            "tone": "neutral"
            if hasattr(result, "left_out")
            else words.TONES.get(Outcome(result.outcome), "neutral"),
        }
        for result in results
    ]


def with_tones(found: Iterable[Round]) -> list[tuple[Round, str]]:
    return [(each, STATE_TONES.get(State(each.state), "neutral")) for each in found]
