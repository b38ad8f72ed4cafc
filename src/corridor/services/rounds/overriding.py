"""What an officers' decision changes: worked out from the rows kept, before anything is changed."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import asdict, dataclass, replace
from typing import Any

from django.utils.translation import gettext as _

from corridor.engines.matching.allocation import MarketRefused
from corridor.services.rounds.errors import OverrideImpossible
from corridor.services.rounds.freezing import nationalities
from corridor.services.rounds.models import (
    Mode,
    Outcome,
    Override,
    OverrideKind,
    OverrideState,
    Result,
    Round,
)
from corridor.services.rounds.placing import Listed, Placed, floors_apart, place
from corridor.services.rounds.telling_rules import apart_told
from corridor.services.rounds.working import Row, digest_of, rules_of

ROWS_AT_ONCE = 2_000
SHOWN_MAX = 200
Change = tuple[str, str, str]


@dataclass(frozen=True, kw_only=True)
class Priced:
    """What a change costs: `cost_share` of the total, and whom it touches, by number and vacancy.

    `loses` had a place and have none, `gains` the other way round, `moves` change the vacancy;
    each at most 200, `touched` is how many there are in all. `seen` is the result it is a change
    of, by its digest.
    """

    seen: str
    cost: int
    cost_share: float
    touched: int
    loses: list[tuple[str, str]]
    gains: list[tuple[str, str]]
    moves: list[tuple[str, str, str]]

    def as_json(self) -> dict[str, Any]:
        return asdict(self)


@dataclass(frozen=True, kw_only=True)
class Kept:
    """The rows of a result: key, vacancy, rank, worker, score, outcome; by vacancy and rank."""

    rows: list[tuple[int, str, int, str, int, str]]
    places: dict[str, int]

    @property
    def listed(self) -> Listed:
        return Listed(
            vacancy=[row[1] for row in self.rows],
            worker=[row[3] for row in self.rows],
            score=[row[4] for row in self.rows],
            places=self.places,
        )

    @property
    def home(self) -> dict[str, str]:
        """The vacancy of everybody placed."""
        return {row[3]: row[1] for row in self.rows if row[5] == Outcome.PLACED}


def kept_rows(of: Round) -> Kept:
    columns = ("pk", "round_vacancy__vacancy", "rank", "worker", "score", "outcome")
    rows = Result.objects.filter(round_vacancy__round=of).order_by("round_vacancy_id", "rank")
    return Kept(
        rows=list(rows.values_list(*columns)),
        places=dict(of.vacancies.order_by("pk").values_list("vacancy", "places")),
    )


def standing(of: Round, *, without: int | None = None) -> list[Change]:
    """What both parties decided and nobody took back."""
    found = of.overrides.filter(state=OverrideState.CONFIRMED).order_by("pk")
    if without is not None:
        found = found.exclude(pk=without)
    return list(found.values_list("kind", "worker", "vacancy"))


def placed_with(
    of: Round, kept: Kept, changes: Sequence[Change], *, with_prices: bool = False
) -> Placed:
    """The places given with these changes. Raises OverrideImpossible where they cannot hold."""
    if of.mode == Mode.SHORTLIST:
        raise OverrideImpossible(why=_("in this round nobody is given a place"))
    rules = rules_of(of, changes=changes)
    if any(quota.side == "from" for quota in rules.quotas):
        workers = sorted({row[3] for row in kept.rows})
        rules = replace(rules, nationalities=nationalities(of.workers_digest, workers))
    try:
        return place(kept.listed, rules, with_prices=with_prices)
    except MarketRefused as refused:
        apart = apart_told(rules.floors, floors_apart(refused))
        raise OverrideImpossible(why=" ".join(apart) or _why(refused)) from refused


def _why(refused: MarketRefused) -> str:
    sentences = {
        "forced-not-eligible": _("their family is not on that list as a whole"),
        "forced-unknown": _("their family is not on that list as a whole"),
        "forced-above-places": _("the officers have given all places of this vacancy already"),
        "forced-above-quota": _("a quota of this round is used up by the officers’ decisions"),
        "forced-twice": _("the officers have given this person or their family a place already"),
        "forced-and-forbidden": _("the officers have taken this person out of that vacancy"),
    }
    known = [sentences[one.code] for one in refused.problems if one.code in sentences]
    return known[0] if known else _("the rules of the round contradict it")


def price_of(of: Round, kept: Kept, change: Change) -> Priced:
    """What this change to the result as it stands costs, and whom it touches."""
    _judge(kept, change)
    placed = placed_with(of, kept, [*standing(of), change])
    return priced(of, kept, placed)


def priced(of: Round, kept: Kept, placed: Placed) -> Priced:
    before, after = kept.home, placed.home
    total = int(of.proof.get("score_total", 0))
    cost = total - placed.benefit
    loses = sorted((who, there) for who, there in before.items() if who not in after)
    gains = sorted((who, there) for who, there in after.items() if who not in before)
    moves = sorted(
        (who, there, after[who])
        for who, there in before.items()
        if who in after and after[who] != there
    )
    return Priced(
        seen=of.result_digest,
        cost=cost,
        cost_share=round(cost / total, 6) if total else 0.0,
        touched=len(loses) + len(gains) + len(moves),
        loses=loses[:SHOWN_MAX],
        gains=gains[:SHOWN_MAX],
        moves=moves[:SHOWN_MAX],
    )


def _judge(kept: Kept, change: Change) -> None:
    """Raises OverrideImpossible for somebody who is not on the list, or where nothing changes."""
    kind, worker, vacancy = change
    outcomes = [row[5] for row in kept.rows if row[1] == vacancy and row[3] == worker]
    if not outcomes:
        raise OverrideImpossible(
            why=_("%(worker)s is not on the list of %(vacancy)s")
            % {"worker": worker, "vacancy": vacancy}
        )
    is_there = outcomes[0] == Outcome.PLACED
    if kind == OverrideKind.PLACE and is_there:
        raise OverrideImpossible(why=_("this person has that place already"))
    if kind == OverrideKind.REMOVE and not is_there:
        raise OverrideImpossible(why=_("this person has no place there"))


def change_result(locked: Round, kept: Kept, placed: Placed) -> None:
    """Write what changes; the round is locked and its result is the one `kept` was read from."""
    outcomes = [str(placed.outcome(row[3], row[1])) for row in kept.rows]
    changed: dict[str, list[int]] = {}
    for row, outcome in zip(kept.rows, outcomes, strict=True):
        if row[5] != outcome:
            changed.setdefault(outcome, []).append(row[0])
    for outcome, keys in changed.items():
        for start in range(0, len(keys), ROWS_AT_ONCE):
            some = keys[start : start + ROWS_AT_ONCE]
            Result.objects.filter(pk__in=some).update(outcome=outcome)
    counts = Counter(placed.home.values())
    for line in locked.vacancies.only("vacancy", "placed"):
        if line.placed != counts[line.vacancy]:
            line.placed = counts[line.vacancy]
            line.save(update_fields=["placed"])
    rows: list[Row] = [
        (row[1], row[2], row[3], row[4], outcome)
        for row, outcome in zip(kept.rows, outcomes, strict=True)
    ]
    locked.result_digest = digest_of(rows)
    locked.proof = {"mode": locked.mode, **placed.proof}
    locked.placed_count = len(placed.home)
    locked.save(update_fields=["result_digest", "proof", "placed_count"])


def change_of(one: Override) -> Change:
    return (one.kind, one.worker, one.vacancy)
