"""Published points tables: facts as people write them, and the answer in the reader's words."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import lru_cache
from typing import Any

from django.utils.translation import gettext as _

from corridor.engines.matching.points import (
    SHIPPED,
    Change,
    Fact,
    Line,
    Points,
    PointsSystem,
    Subtotal,
    shipped,
)
from corridor.kernel import script
from corridor.services.rounds.errors import FactsWrong, NoPointsSystem
from corridor.services.rounds.words_points import said

Value = int | str | bool
WHOLE = re.compile(r"-?[0-9]{1,9}")
YES_NO = {"yes": True, "true": True, "no": False, "false": False}
REMEMBERED = 512


@dataclass(frozen=True, kw_only=True)
class Answer:
    """What a table gives for some facts. While a fact of `say_first` is not known, nearly anything
    could change the answer, and `changes` is empty."""

    system: PointsSystem
    points: Points
    changes: tuple[Change, ...]
    say_first: tuple[str, ...]


def digits(number: int | str) -> str:
    return script.in_own_digits(str(number))


@lru_cache(maxsize=len(SHIPPED))
def _system(name: str) -> PointsSystem:
    return shipped(name)


def system_called(name: str) -> PointsSystem:
    """Raises NoPointsSystem."""
    if name not in SHIPPED:
        raise NoPointsSystem(name=name[:40], known=", ".join(SHIPPED))
    return _system(name)


def facts_of(system: PointsSystem, given: Mapping[str, Any]) -> dict[str, Value]:
    """Facts as typed or as sent, in the values of the table; what is empty is not known.

    Raises FactsWrong with everything that cannot be read.
    """
    found: dict[str, Value] = {}
    wrong = []
    for key, value in given.items():
        if key not in system.asked:
            asked = ", ".join(system.asked)
            sentence = _("This table does not ask for it; it asks for %(asked)s.")
            wrong.append((key[:40], "rounds.fact_unknown", sentence % {"asked": asked}))
        elif value is not None and value != "":
            fact = system.facts[key]
            read = _read(fact, value)
            if fact.number(read) is None:
                wrong.append((key, "rounds.fact_wrong", wanted(fact)))
            else:
                found[key] = read
    if wrong:
        raise FactsWrong(wrong)
    return found


def _read(fact: Fact, value: Any) -> Any:
    if not isinstance(value, str):
        return value
    text = value.strip()
    if fact.kind == "flag":
        return YES_NO.get(text.lower())
    if fact.kind == "number":
        return int(text) if WHOLE.fullmatch(text) else None
    return text


def wanted(fact: Fact) -> str:
    """What can be said about a fact."""
    if fact.kind == "flag":
        return _("Say yes or no.")
    if fact.kind == "choice":
        return _("Use one of: %(values)s.") % {"values": "; ".join(fact.values)}
    numbers = {"low": digits(fact.low), "high": digits(fact.high)}
    return _("A whole number from %(low)s to %(high)s.") % numbers


def answer(name: str, given: Mapping[str, Any]) -> Answer:
    """Score what is given. Raises NoPointsSystem, FactsWrong."""
    return _answer(name, tuple(sorted(facts_of(system_called(name), given).items())))


@lru_cache(maxsize=REMEMBERED)
def _answer(name: str, facts: tuple[tuple[str, Value], ...]) -> Answer:
    system, known = system_called(name), dict(facts)
    first = tuple(key for key in system.turning if key not in known)
    return Answer(
        system=system,
        points=system.score(known),
        changes=() if first else system.changes(known),
        say_first=first,
    )


def has_pass_mark(system: PointsSystem) -> bool:
    return system.floor is not None or any(g.floor is not None for g in system.built.groups)


def ranged(least: int, most: int) -> str:
    """12, or 12–40 while it cannot be told."""
    return digits(least if least == most else f"{least}–{most}")


def total_in_words(points: Points) -> str:
    facts = {name: digits(getattr(points, name)) for name in ("least", "most", "possible")}
    if points.total is not None:
        return _("Points: %(least)s of %(possible)s.") % facts
    return _("Points: between %(least)s and %(most)s, of %(possible)s.") % facts


def verdict_in_words(found: Answer) -> tuple[str, str]:
    """(tone, sentence)."""
    if not has_pass_mark(found.system):
        return "info", _("This table has no pass mark of its own.")
    if found.points.passes is None:
        return "warn", _("Whether the pass marks are reached cannot be told yet.")
    if found.points.passes:
        return "good", _("Every pass mark is reached.")
    return "bad", _("A pass mark is missed.")


def sentence_of(found: Answer) -> str:
    """The whole answer in one or three sentences."""
    parts = [total_in_words(found.points), verdict_in_words(found)[1]]
    if found.points.missing:
        needed = "; ".join(labels(found.system, found.points.missing))
        parts.append(_("Still needed: %(facts)s.") % {"facts": needed})
    return " ".join(parts)


def labels(system: PointsSystem, keys: Iterable[str]) -> list[str]:
    return [said(system.facts[key].label) for key in keys]


def in_words(value: Value | None) -> str:
    if value is None:
        return _("not known")
    if isinstance(value, bool):
        return _("yes") if value else _("no")
    return said(value) if isinstance(value, str) else digits(value)


def told(found: Answer) -> dict[str, Any]:
    """What the page shows."""
    tone, verdict = verdict_in_words(found)
    groups = {group.key: said(group.label) for group in found.system.built.groups}
    return {
        "total": total_in_words(found.points),
        "tone": tone,
        "verdict": verdict,
        "missing": labels(found.system, found.points.missing),
        "lines": [_line(line, groups) for line in found.points.lines],
        "groups": [_group(group) for group in found.points.groups],
        "changes": [_change(change) for change in found.changes],
        "say_first": labels(found.system, found.say_first),
        "has_marks": has_pass_mark(found.system),
    }


def _line(line: Line, groups: Mapping[str, str]) -> dict[str, Any]:
    return {
        "label": said(line.label),
        "held": "; ".join(in_words(value) for _key, value in line.held),
        "points": ranged(line.least, line.most),
        "possible": digits(line.possible),
        "capped_by": groups.get(line.cap, ""),
        "is_verified": line.is_verified,
    }


def _group(group: Subtotal) -> dict[str, Any]:
    verdicts: dict[bool | None, tuple[str, str]] = {
        True: ("good", _("Reached")),
        False: ("bad", _("Missed")),
    }
    tone, verdict = verdicts.get(group.passes, ("warn", _("Cannot tell")))
    uncapped, cap = group.uncapped, group.cap
    taken = uncapped is not None and cap is not None and uncapped > cap
    return {
        "label": said(group.label),
        "points": ranged(group.least, group.most),
        "before": digits(uncapped or 0) if taken else "",
        "cap": "" if cap is None else digits(cap),
        "floor": "" if group.floor is None else digits(group.floor),
        "tone": tone,
        "verdict": verdict,
    }


def _change(change: Change) -> dict[str, Any]:
    return {
        "label": said(change.label),
        "held": in_words(change.held),
        "to": in_words(change.to) if change.to is not None else _("say it"),
        "gain": digits(change.gain) if change.gain else "",
        "is_most": change.to is None,
        "total": ranged(change.total, change.most),
        "passes": change.passes,
    }


def unverified(system: PointsSystem) -> list[tuple[str, str]]:
    """(what, why or whose) of every figure that nobody has compared with its source."""
    groups = [(g.label, g.source, g.is_verified) for g in system.built.groups]
    factors = [(f.label, f.source, f.is_verified) for f in system.built.factors]
    return [(said(label), said(source)) for label, source, seen in groups + factors if not seen]
