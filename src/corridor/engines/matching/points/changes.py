"""What would change a person's points: each fact moved alone, the smallest step for each gain."""

from __future__ import annotations

from collections.abc import Mapping

import numpy as np

from corridor.engines.matching.points.facts import Array
from corridor.engines.matching.points.result import Change
from corridor.engines.matching.points.scoring import UNKNOWN, Ranged, Scorer


def changes(
    scorer: Scorer, numbers: Mapping[str, Array], *, reach: int | None
) -> tuple[Change, ...]:
    """See PointsSystem.changes; those that pass come first, then by gain, then by the fact."""
    unknown = [key for key in scorer.asked if numbers[key][0] == UNKNOWN]
    now = scorer.ranged(numbers, unknown)
    today = int(now.least.total[0]), _verdict(now, 0)
    found: list[Change] = []
    for key in scorer.asked:
        if not scorer.facts[key].fixed:
            found += _moves(scorer, numbers, unknown, key, today, reach)
    wanted = [change for change in found if reach is None or change.most >= reach]
    return tuple(sorted(wanted, key=lambda change: (change.passes is not True, -change.gain)))


def _moves(
    scorer: Scorer,
    numbers: Mapping[str, Array],
    unknown: list[str],
    key: str,
    today: tuple[int, bool | None],
    reach: int | None,
) -> list[Change]:
    total, passes = today
    fact, held = scorer.facts[key], int(numbers[key][0])
    steps = _steps(scorer, key, held)
    rows = {name: np.repeat(values, len(steps)) for name, values in numbers.items()}
    rows[key] = steps
    found = scorer.ranged(rows, [name for name in unknown if name != key])
    least, most = found.least.total, found.most.total
    if held == UNKNOWN:
        gain = int(least.max()) - total
        ends = int(least.min()), int(most.max())
        verdict = True if found.passes_always.all() else None if found.passes_ever.any() else False
        said = Change(key, fact.label, None, None, *ends, gain, verdict)
        return [said] if gain > 0 or passes is None else []
    kept = _telling(steps - held, found, today, reach)
    return [
        Change(
            key,
            fact.label,
            fact.value(held),
            fact.value(int(steps[n])),
            int(least[n]),
            int(most[n]),
            int(least[n]) - total,
            _verdict(found, n),
        )
        for n in kept
    ]


def _telling(
    distance: Array, found: Ranged, today: tuple[int, bool | None], reach: int | None
) -> list[int]:
    """The nearest step that gains, that passes, that reaches what is wanted, that gains most."""
    total, passes = today
    least, gains = found.least.total, found.least.total > today[0]
    wanted = [gains]
    if passes is not True:
        wanted.append(found.passes_always)
    if reach is not None and reach > total:
        wanted.append(least >= reach)
    if gains.any():
        wanted.append(least == least.max())
    near = np.argsort(abs(distance), kind="stable")
    firsts = [near[asked[near]][:1] for asked in wanted]
    return list(dict.fromkeys(int(first[0]) for first in firsts if len(first)))


def _steps(scorer: Scorer, key: str, held: int) -> Array:
    """The number nearest to what is held in every other cell; every cell's first if unknown."""
    starts = scorer.built.cells[key]
    if held == UNKNOWN:
        return starts
    ends = np.append(starts[1:] - 1, scorer.facts[key].high)
    own = np.searchsorted(starts, held, side="right") - 1
    return np.delete(np.clip(held, starts, ends), own)


def _verdict(found: Ranged, row: int) -> bool | None:
    if found.passes_always[row]:
        return True
    return None if found.passes_ever[row] else False
