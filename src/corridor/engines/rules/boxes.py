"""Which rows hold where: the space of facts divided into boxes, each decided by one row or none.

Rows come in the order they are asked. A box is cut in two along the first condition that it only
partly meets, until the first row that can hold does hold in all of it. So gaps are found whatever
the number of combinations, and an unknown fact is a wide box.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

Box = dict[str, int]
CUTS_MAX = 200_000


class TooIntricate(Exception):
    """The rows cut the space into more boxes than are worth looking at."""


def leaves(
    parts: Sequence[Mapping[str, int]], whole: Mapping[str, int], cuts_max: int = CUTS_MAX
) -> Iterator[tuple[Box, int | None]]:
    """Disjoint boxes that fill `whole`, with the position of the first row that holds, or None."""
    waiting: list[tuple[Box, tuple[int, ...]]] = [(dict(whole), tuple(range(len(parts))))]
    cuts = 0
    while waiting:
        box, rows = waiting.pop()
        found = _first(parts, box, rows)
        if found is None:
            yield box, None
            continue
        row, cut, rest = found
        if cut is None:
            yield box, row
            continue
        cuts += 1
        if cuts > cuts_max:
            raise TooIntricate
        inside = box[cut] & parts[row][cut]
        waiting.append(({**box, cut: box[cut] & ~inside}, rest))
        waiting.append(({**box, cut: inside}, rest))


def _first(
    parts: Sequence[Mapping[str, int]], box: Box, rows: Sequence[int]
) -> tuple[int, str | None, tuple[int, ...]] | None:
    """The first row that may hold in the box, the dimension it is undecided in, and who is left."""
    for place, row in enumerate(rows):
        cut = None
        for name, mask in parts[row].items():
            met = box[name] & mask
            if not met:
                break
            if cut is None and met != box[name]:
                cut = name
        else:
            return row, cut, tuple(rows[place:])
    return None


def overlap(one: Mapping[str, int], other: Mapping[str, int], whole: Mapping[str, int]) -> Box:
    """Where both hold; empty where they never do."""
    box = {name: whole[name] & one.get(name, -1) & other.get(name, -1) for name in {**one, **other}}
    return box if all(box.values()) else {}
