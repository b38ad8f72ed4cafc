"""What makes a market contradict itself, told all at once."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

import numpy as np

if TYPE_CHECKING:
    from corridor.engines.matching.allocation.market import Floor, Market, Quota

SCORE_MAX = 10_000
EXAMPLES_MAX = 5


@dataclass(frozen=True)
class Problem:
    """One contradiction: a stable code, the sentence for people, and the facts behind it."""

    code: str
    sentence: str
    facts: dict[str, Any] = field(default_factory=dict)


class MarketRefused(ValueError):
    """The input contradicts itself; `problems` holds every reason found."""

    def __init__(self, problems: tuple[Problem, ...]) -> None:
        self.problems = problems
        super().__init__("\n".join(f"[{p.code}] {p.sentence}" for p in problems))


def problems_of(market: Market) -> tuple[Problem, ...]:
    """Every contradiction in the market; later checks wait until the columns fit each other."""
    found = [*_shapes(market), *_duplicates(market)]
    if found:
        return tuple(found)
    if found := list(_ranges(market)):
        return tuple(found)
    return (*_edges(market), *_rules(market), *_overrides(market))


def _shapes(market: Market) -> Iterator[Problem]:
    parties, vacancies = len(market.party_ids), len(market.vacancy_ids)
    edges = len(market.edge_party)
    wanted: list[tuple[str, Any, int]] = [
        ("places", market.places, vacancies),
        ("size", market.size, parties),
        ("edge_vacancy", market.edge_vacancy, edges),
        ("edge_score", market.edge_score, edges),
        ("edge_wish", market.edge_wish, edges),
        ("edge_benefit", market.edge_benefit, edges),
        ("party_lottery", market.party_lottery, parties),
        ("vacancy_lottery", market.vacancy_lottery, vacancies),
        ("members", market.members or None, parties),
        *((f"group {group.name}", group.persons, parties) for group in market.groups),
    ]
    for name, column, length in wanted:
        if column is not None and len(column) != length:
            yield Problem(
                "column-length",
                f"Column {name} has {len(column)} rows where {length} are needed. "
                "Give one row for each.",
                {"column": name, "rows": len(column), "needed": length},
            )


def _duplicates(market: Market) -> Iterator[Problem]:
    for what, ids in (("party", market.party_ids), ("vacancy", market.vacancy_ids)):
        if len(set(ids.tolist())) < len(ids):
            names, times = np.unique(ids, return_counts=True)
            twice = names[times > 1]
            yield Problem(
                f"duplicate-{what}",
                f"{twice.size} {what} ids occur more than once, such as {_some(twice)}. "
                "Each must be named once.",
                {"ids": twice.tolist()},
            )
    for what, names_used in (
        ("group", [group.name for group in market.groups]),
        ("floor", [floor.name for floor in market.floors]),
        ("quota", [quota.name for quota in market.quotas]),
    ):
        for name, times_used in Counter(names_used).items():
            if times_used > 1:
                yield Problem(
                    f"duplicate-{what}",
                    f"The {what} {name} is stated {times_used} times. State it once.",
                    {"name": name},
                )
    workers = Counter(member.worker_id for family in market.members for member in family)
    if twice_members := sorted(name for name, times_seen in workers.items() if times_seen > 1):
        yield Problem(
            "duplicate-member",
            f"{len(twice_members)} workers belong to more than one party, such as "
            f"{_some(twice_members)}. A worker belongs to one.",
            {"ids": twice_members},
        )


def _ranges(market: Market) -> Iterator[Problem]:
    parties, vacancies = len(market.party_ids), len(market.vacancy_ids)
    for column, low, high in (
        ("places", 0, None),
        ("size", 1, None),
        ("edge_party", 0, parties - 1),
        ("edge_vacancy", 0, vacancies - 1),
        ("edge_score", 0, SCORE_MAX),
        ("edge_wish", 1, None),
        ("edge_benefit", 0, None),
    ):
        values = getattr(market, column)
        if values is None:
            continue
        wrong = np.flatnonzero((values < low) | (values > high if high is not None else False))
        if wrong.size:
            bound = f"from {low} to {high}" if high is not None else f"at least {low}"
            yield Problem(
                "out-of-range",
                f"Column {column} must be {bound}; {wrong.size} rows are not, such as row "
                f"{wrong[0]} with {values[wrong[0]]}.",
                {"column": column, "rows": wrong[:EXAMPLES_MAX].tolist()},
            )
    for column in ("party_lottery", "vacancy_lottery"):
        places = getattr(market, column)
        if places is not None and np.unique(places).size < places.size:
            yield Problem(
                "lottery-not-distinct",
                f"Column {column} gives the same place in the draw more than once. Draw it again.",
                {"column": column},
            )
    for group in market.groups:
        if ((group.persons < 0) | (group.persons > market.size)).any():
            yield Problem(
                "group-larger-than-party",
                f"Group {group.name} counts fewer than none or more persons than a party has.",
                {"group": group.name},
            )


def _edges(market: Market) -> Iterator[Problem]:
    if market.edge_party.size == 0:
        return
    code = np.sort(market.edge_party * len(market.vacancy_ids) + market.edge_vacancy)
    if (twice := code[1:][code[1:] == code[:-1]]).size:
        party, vacancy = divmod(int(twice[0]), len(market.vacancy_ids))
        pair = (str(market.party_ids[party]), str(market.vacancy_ids[vacancy]))
        yield Problem(
            "duplicate-edge",
            f"{twice.size} pairs are listed more than once, such as {pair[0]} for {pair[1]}.",
            {"pair": pair},
        )


def _rules(market: Market) -> Iterator[Problem]:
    known_groups = {group.name for group in market.groups}
    known_vacancies = set(market.vacancy_ids.tolist())
    rules: list[Floor | Quota] = [*market.floors, *market.quotas]
    for rule in rules:
        if rule.group is not None and rule.group not in known_groups:
            yield Problem(
                "unknown-group",
                f"Rule {rule.name} speaks of group {rule.group}, which nobody belongs to.",
                {"rule": rule.name, "group": rule.group},
            )
        if unknown := sorted(set(rule.vacancies or ()) - known_vacancies):
            yield Problem(
                "unknown-vacancy",
                f"Rule {rule.name} names unknown vacancies: {_some(unknown)}.",
                {"rule": rule.name, "vacancies": unknown},
            )
    for quota in market.quotas:
        if quota.at_most < 0:
            yield Problem(
                "negative-quota",
                f"Quota {quota.name} allows {quota.at_most} persons. Allow none or more.",
                {"rule": quota.name, "at_most": quota.at_most},
            )
    for floor in market.floors:
        if floor.group in known_groups and set(floor.vacancies or ()) <= known_vacancies:
            yield from _floor(market, floor)


def _floor(market: Market, floor: Floor) -> Iterator[Problem]:
    if floor.at_least < 0:
        yield Problem(
            "negative-floor",
            f"Floor {floor.name} asks for {floor.at_least} persons. Ask for none or more.",
            {"rule": floor.name, "at_least": floor.at_least},
        )
    inside = market.vacancy_mask(floor.vacancies)
    places = int(market.places[inside].sum())
    if floor.at_least > places:
        yield Problem(
            "floor-above-places",
            f"Floor {floor.name} asks for {floor.at_least} persons where there are {places} "
            "places. Lower the floor or open places.",
            {"rule": floor.name, "at_least": floor.at_least, "places": places},
        )
    persons = market.group(floor.group)
    parties = np.unique(market.edge_party[inside[market.edge_vacancy]])
    eligible = int(persons[parties].sum())
    if floor.at_least > eligible:
        yield Problem(
            "floor-above-eligible",
            f"Floor {floor.name} asks for {floor.at_least} persons of group {floor.group}; "
            f"{eligible} are eligible there. Lower the floor or widen the criteria.",
            {"rule": floor.name, "at_least": floor.at_least, "eligible": eligible},
        )
    for quota in market.quotas:
        if _covers(quota, floor) and floor.at_least > quota.at_most >= 0:
            yield Problem(
                "floor-above-quota",
                f"Floor {floor.name} asks for {floor.at_least} where quota {quota.name} allows "
                f"{quota.at_most}.",
                {"floor": floor.name, "quota": quota.name},
            )


def _covers(quota: Quota, floor: Floor) -> bool:
    """Whether everyone the floor counts is counted by the quota too."""
    if quota.group not in (None, floor.group):
        return False
    if quota.vacancies is None:
        return True
    return floor.vacancies is not None and set(floor.vacancies) <= set(quota.vacancies)


def _overrides(market: Market) -> Iterator[Problem]:
    party_at = {name: index for index, name in enumerate(market.party_ids.tolist())}
    vacancy_at = {name: index for index, name in enumerate(market.vacancy_ids.tolist())}
    for kind, pairs in (("forced", market.forced), ("forbidden", market.forbidden)):
        for party, vacancy in pairs:
            if party not in party_at or vacancy not in vacancy_at:
                yield Problem(
                    f"{kind}-unknown",
                    f"The {kind} pair {party} - {vacancy} names somebody or something unknown.",
                    {"pair": (party, vacancy)},
                )
    for pair in sorted(set(market.forced) & set(market.forbidden)):
        yield Problem(
            "forced-and-forbidden",
            f"{pair[0]} is both forced to and forbidden from {pair[1]}. Keep one.",
            {"pair": pair},
        )
    for party, times in Counter(party for party, _ in market.forced).items():
        if times > 1:
            yield Problem(
                "forced-twice", f"{party} is forced to {times} vacancies.", {"party": party}
            )
    known = [(p, v) for p, v in market.forced if p in party_at and v in vacancy_at]
    yield from _forced(market, [(party_at[p], vacancy_at[v]) for p, v in known])


def _forced(market: Market, pairs: list[tuple[int, int]]) -> Iterator[Problem]:
    if not pairs:
        return
    taken: Counter[int] = Counter()
    for party, vacancy in pairs:
        taken[vacancy] += int(market.size[party])
        names = (str(market.party_ids[party]), str(market.vacancy_ids[vacancy]))
        if not ((market.edge_party == party) & (market.edge_vacancy == vacancy)).any():
            yield Problem(
                "forced-not-eligible",
                f"{names[0]} is forced to {names[1]} without being eligible there. "
                "Record the exemption that makes them eligible first.",
                {"pair": names},
            )
    for vacancy, persons in sorted(taken.items()):
        if persons > market.places[vacancy]:
            yield Problem(
                "forced-above-places",
                f"{persons} persons are forced to {market.vacancy_ids[vacancy]}, which has "
                f"{market.places[vacancy]} places.",
                {"vacancy": str(market.vacancy_ids[vacancy]), "persons": persons},
            )
    known_groups = {None, *(group.name for group in market.groups)}
    for quota in market.quotas:
        if quota.group not in known_groups:
            continue
        counted, inside = market.group(quota.group), market.vacancy_mask(quota.vacancies)
        persons = sum(int(counted[party]) for party, vacancy in pairs if inside[vacancy])
        if persons > quota.at_most >= 0:
            yield Problem(
                "forced-above-quota",
                f"{persons} persons are forced under quota {quota.name}, which allows "
                f"{quota.at_most}.",
                {"rule": quota.name, "persons": persons},
            )


def _some(names: Any) -> str:
    shown = ", ".join(str(name) for name in list(names)[:EXAMPLES_MAX])
    return shown + (" and others" if len(names) > EXAMPLES_MAX else "")
