"""People who arrive week by week: each place carries a price for those still to come.

At the start of a week a linear programme is solved over this week's parties and those expected
later; the price of a place is its dual. Each party, in lottery order, takes the vacancy that serves
best after paying, or waits in vain if nothing is worth its price (Bansak and Paulson 2024; Ahani
et al. 2023 use the same dual prices for refugee resettlement).
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from typing import Any

import numpy as np
from numpy.typing import ArrayLike

from corridor.engines.matching.allocation import programme, words
from corridor.engines.matching.allocation.bound import Duals, Floats
from corridor.engines.matching.allocation.checks import MarketRefused, Problem
from corridor.engines.matching.allocation.market import Integers, Market, integers
from corridor.engines.matching.allocation.modes import best_total
from corridor.engines.matching.allocation.prepared import Limit, Prepared, prepare
from corridor.engines.matching.allocation.pricing import price_of_rules
from corridor.engines.matching.allocation.result import Allocation, Certificate

WORTH_NOTHING = 1e-6
JUST_AT_THE_PRICE = 1e-3


@dataclass(frozen=True, eq=False)
class Forecast:
    """Who is expected: a market of past parties for the same vacancies, seen over `weeks` weeks."""

    market: Market
    weeks: int


@dataclass(frozen=True, eq=False)
class OverTime:
    """How the weeks went.

    `prices` (W, V) is what a place cost each week; `persons` (W, V) who was placed each week.
    `greedy_total` is what first come, best place would have reached with the same arrivals;
    `hindsight_total` what the best allocation of all of them at once reaches. `lead_persons_max` is
    how far the vacancy that filled fastest ever ran ahead of an even weekly pace.
    """

    prices: Floats
    persons: Integers
    total: int
    greedy_total: int
    hindsight_total: int
    lead_persons_max: float

    @property
    def share_of_hindsight(self) -> float:
        return self.total / self.hindsight_total if self.hindsight_total else 1.0

    @property
    def greedy_share_of_hindsight(self) -> float:
        return self.greedy_total / self.hindsight_total if self.hindsight_total else 1.0


@dataclass
class Desk:
    """What is left while parties come one by one."""

    prepared: Prepared
    starts: Integers
    left: Integers
    held: Integers
    allowed: list[int]
    owed: list[int]

    @classmethod
    def open(cls, prepared: Prepared) -> Desk:
        parties = len(prepared.size)
        return cls(
            prepared=prepared,
            starts=np.searchsorted(prepared.party, np.arange(parties + 1)),
            left=prepared.places.copy(),
            held=np.full(parties, -1, dtype=np.int64),
            allowed=[limit.number for limit in prepared.quotas],
            owed=[limit.number for limit in prepared.floors],
        )

    def serve(self, party: int, duals: Duals, leaning: Floats, open_now: Integers) -> None:
        """Give the party the vacancy that serves best after paying, if any is worth its price.

        Who is just at the price follows `leaning`, what the programme itself took, shape (E,).
        """
        prepared = self.prepared
        edges = np.arange(self.starts[party], self.starts[party + 1])
        seats, size = prepared.vacancy[edges], prepared.size[party]
        fits = np.minimum(self.left, open_now)[seats] >= size
        worth = prepared.benefit[edges] - size * duals.places[seats]
        for limit, allowed, dual in zip(prepared.quotas, self.allowed, duals.quotas, strict=True):
            weight = limit.persons[party] * limit.inside[seats]
            fits &= (weight == 0) | (weight <= allowed)
            worth = worth - dual * weight
        for limit, dual in zip(prepared.floors, duals.floors, strict=True):
            worth = worth + dual * limit.persons[party] * limit.inside[seats]
        worth = np.where(fits, worth + JUST_AT_THE_PRICE * leaning[edges], -np.inf)
        if not len(edges) or worth.max() <= WORTH_NOTHING:
            return
        self._place(party, int(seats[int(np.argmax(worth))]))

    def _place(self, party: int, seat: int) -> None:
        self.held[party] = seat
        self.left[seat] -= self.prepared.size[party]
        for numbers, limits in (
            (self.allowed, self.prepared.quotas),
            (self.owed, self.prepared.floors),
        ):
            for index, limit in enumerate(limits):
                numbers[index] -= int(limit.persons[party]) * int(limit.inside[seat])


def over_time(
    market: Market,
    arrival_week: ArrayLike,
    *,
    seed: int,
    forecast: Forecast | None = None,
    balance_slack: float | None = None,
    seconds_max: float | None = None,
    with_prices: bool = True,
) -> Allocation:
    """Place each party in the week it arrives (0, 1, …), by shadow prices.

    Without a forecast, those who came so far stand for those to come. `balance_slack` 0.1 lets a
    vacancy run at most 10 % ahead of an even pace over the weeks. `seconds_max` bounds the search
    for the hindsight optimum only. Raises MarketRefused for arrivals that do not fit the market.
    """
    weeks = integers(arrival_week)
    if problems := tuple(_problems(market, weeks, forecast)):
        raise MarketRefused(problems)
    market = market.with_lottery(seed=seed)
    prepared = prepare(market, seed=seed).in_order()
    week_of = weeks[prepared.party_at]
    duals = _Expected(prepared, week_of, forecast, seed).prices
    desk, priced = _run(prepared, week_of, duals, balance_slack)
    greedy, _ = _run(prepared, week_of, lambda week, desk: _nothing(prepared), balance_slack)
    held = prepared.back(desk.held)
    hindsight = best_total(market, seed=seed, seconds_max=seconds_max, with_prices=False)
    total = _total(market, held)
    prices = np.empty_like(priced)
    prices[:, prepared.vacancy_at] = priced
    persons = _weekly_persons(market, held, weeks, len(prices))
    report = OverTime(
        prices=prices,
        persons=persons,
        total=total,
        greedy_total=_total(market, prepared.back(greedy.held)),
        hindsight_total=hindsight.benefit_total,
        lead_persons_max=float(
            (persons.cumsum(axis=0) - _even(market.places, len(prices))).max(initial=0)
        ),
    )
    certificate = _against(hindsight, total, prices)
    result = Allocation(
        "over_time", market, seed, held, certificate, words.OVER_TIME, report=report
    )
    if not with_prices:
        return result

    def again(other: Market) -> int:
        return over_time(
            other,
            arrival_week,
            seed=seed,
            forecast=forecast,
            balance_slack=balance_slack,
            seconds_max=seconds_max,
            with_prices=False,
        ).benefit_total

    return replace(result, prices=price_of_rules(market, total, again))


def _against(hindsight: Allocation, total: int, prices: Floats) -> Certificate:
    """The bound of knowing everybody beforehand, and how far below it the total stays."""
    bound = hindsight.certificate.bound or 0.0
    return replace(
        hindsight.certificate,
        gap=(bound - total) / bound if bound else 0.0,
        is_proved=total == bound,
        shadow_prices=prices[-1] if len(prices) else None,
    )


def _problems(market: Market, weeks: Integers, forecast: Forecast | None) -> Iterator[Problem]:
    if len(weeks) != len(market.party_ids):
        yield Problem(
            "arrivals-length",
            f"{len(weeks)} weeks are given for {len(market.party_ids)} parties. "
            "Give the week of each.",
        )
    if (weeks < 0).any():
        yield Problem("arrivals-negative", "Weeks are counted from 0; some are below it.")
    if forecast is None:
        return
    if forecast.weeks < 1:
        yield Problem("forecast-weeks", "A forecast must have been seen over one week or more.")
    if set(forecast.market.vacancy_ids.tolist()) != set(market.vacancy_ids.tolist()):
        yield Problem("forecast-vacancies", "The forecast must speak of the same vacancies.")
    known = {group.name for group in forecast.market.groups}
    wanted = {floor.group for floor in market.floors}
    wanted |= {quota.group for quota in market.quotas if quota.group is not None}
    if missing := sorted(wanted - known):
        yield Problem(
            "forecast-groups",
            f"The forecast does not say who belongs to {', '.join(missing)}, which rules speak of.",
        )


class _Expected:
    """Prices of a week from its own parties and those expected after it."""

    def __init__(
        self, prepared: Prepared, week_of: Integers, forecast: Forecast | None, seed: int
    ) -> None:
        self.prepared, self.week_of = prepared, week_of
        self.weeks = int(week_of.max(initial=-1)) + 1
        self.forecast = forecast
        self.past = prepared if forecast is None else self._past(forecast, seed)

    def _past(self, forecast: Forecast, seed: int) -> Prepared:
        market = self.prepared.market
        rules = forecast.market.but(quotas=(), floors=(), forced=(), forbidden=())
        past = prepare(rules, seed=seed)

        def as_past(limit: Limit, group: str | None) -> Limit:
            return replace(limit, persons=forecast.market.group(group)[past.party_at])

        quotas = zip(self.prepared.quotas, market.quotas, strict=True)
        floors = zip(self.prepared.floors, market.floors, strict=True)
        return replace(
            past,
            quotas=tuple(as_past(limit, rule.group) for limit, rule in quotas),
            floors=tuple(as_past(limit, rule.group) for limit, rule in floors),
        )

    def prices(self, week: int, desk: Desk) -> tuple[Duals, Floats]:
        """The week's prices, and what part of each edge the programme itself would take."""
        now = np.flatnonzero(self.week_of == week)
        to_come = self.weeks - week - 1
        if self.forecast is None:
            seen, over = np.flatnonzero(self.week_of <= week), week + 1
        else:
            seen, over = np.arange(len(self.past.size)), self.forecast.weeks
        if to_come == 0:
            seen = seen[:0]
        joint = _joined(self.prepared, now, self.past, seen, desk)
        weights = np.concatenate([np.ones(len(now)), np.full(len(seen), to_come / over)])
        duals, taken = programme.expected_prices(joint, weights, present=len(now))
        leaning = np.zeros(len(self.prepared.party))
        edges = np.flatnonzero(self.week_of[self.prepared.party] == week)
        leaning[edges] = taken[: len(edges)]
        return duals, leaning


def _joined(
    prepared: Prepared, now: Integers, past: Prepared, seen: Integers, desk: Desk
) -> Prepared:
    """One market of this week's parties and the expected ones, with what is left of each rule."""
    columns: dict[str, Any] = {"party": [], "vacancy": [], "benefit": []}
    for source, parties, foot in ((prepared, now, 0), (past, seen, len(now))):
        place = np.full(len(source.size), -1, dtype=np.int64)
        place[parties] = foot + np.arange(len(parties))
        edges = np.flatnonzero(place[source.party] >= 0)
        columns["party"].append(place[source.party[edges]])
        columns["vacancy"].append(source.vacancy[edges])
        columns["benefit"].append(source.benefit[edges])

    def limits(ours: tuple[Limit, ...], theirs: tuple[Limit, ...], numbers: list[int]) -> Any:
        return tuple(
            replace(
                one,
                persons=np.concatenate([one.persons[now], other.persons[seen]]),
                number=max(0, number),
            )
            for one, other, number in zip(ours, theirs, numbers, strict=True)
        )

    columns = {name: np.concatenate(parts) for name, parts in columns.items()}
    return replace(
        prepared,
        **columns,
        size=np.concatenate([prepared.size[now], past.size[seen]]),
        places=desk.left,
        quotas=limits(prepared.quotas, past.quotas, desk.allowed),
        floors=limits(prepared.floors, past.floors, desk.owed),
    )


def _nothing(prepared: Prepared) -> tuple[Duals, Floats]:
    """No prices at all: the best place that is left, first come first served."""
    duals = Duals(
        np.zeros(len(prepared.places)),
        np.zeros(len(prepared.quotas)),
        np.zeros(len(prepared.floors)),
    )
    return duals, np.ones(len(prepared.party))


def _run(
    prepared: Prepared,
    week_of: Integers,
    duals_of: Callable[[int, Desk], tuple[Duals, Floats]],
    balance_slack: float | None,
) -> tuple[Desk, Floats]:
    """Serve the weeks one after another; the desk at the end and each week's prices."""
    weeks = int(week_of.max(initial=-1)) + 1
    desk, prices = Desk.open(prepared), np.zeros((weeks, len(prepared.places)))
    even = _even(prepared.places, weeks)
    for week in range(weeks):
        duals, leaning = duals_of(week, desk)
        prices[week] = duals.places
        pace = prepared.places
        if balance_slack is not None:
            pace = np.ceil(even[week] * (1 + balance_slack)).astype(np.int64)
        for party in np.flatnonzero(week_of == week).tolist():
            desk.serve(party, duals, leaning, pace - (prepared.places - desk.left))
    return desk, prices


def _even(places: Integers, weeks: int) -> Floats:
    """Places that an even pace has used by the end of each week, shape (W, V)."""
    even: Floats = places * (np.arange(1, weeks + 1) / max(weeks, 1))[:, None]
    return even


def _total(market: Market, held: Integers) -> int:
    return int(market.benefit[held[market.edge_party] == market.edge_vacancy].sum())


def _weekly_persons(market: Market, held: Integers, weeks: Integers, number: int) -> Integers:
    persons = np.zeros((number, len(market.places)), dtype=np.int64)
    placed = np.flatnonzero(held >= 0)
    np.add.at(persons, (weeks[placed], held[placed]), market.size[placed])
    return persons
