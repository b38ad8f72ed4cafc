"""What each rule costs: the same round is solved again without it."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from corridor.engines.matching.allocation.market import Market
from corridor.engines.matching.allocation.result import Price


def price(kind: str, name: str, *, without: int, total: int) -> Price:
    """The price of a rule from the totals without it and with it."""
    cost = without - total
    return Price(kind, name, cost, cost / without if without else 0.0)


def price_of_rules(
    market: Market, total: int, solved_total: Callable[[Market], int]
) -> tuple[Price, ...]:
    """Price of every floor, quota and override; `solved_total` solves a market in the same mode."""
    return tuple(
        price(kind, name, without=solved_total(freed), total=total)
        for kind, name, freed in _without_each(market)
    )


def _without_each(market: Market) -> Iterator[tuple[str, str, Market]]:
    for floor in market.floors:
        others = tuple(other for other in market.floors if other is not floor)
        yield "floor", floor.name, market.but(floors=others)
    for quota in market.quotas:
        yield (
            "quota",
            quota.name,
            market.but(quotas=tuple(other for other in market.quotas if other is not quota)),
        )
    for pair in market.forced:
        yield (
            "forced",
            " - ".join(pair),
            market.but(forced=tuple(other for other in market.forced if other != pair)),
        )
    for pair in market.forbidden:
        yield (
            "forbidden",
            " - ".join(pair),
            market.but(forbidden=tuple(other for other in market.forbidden if other != pair)),
        )
