"""The space of facts, cut into the pieces that a table tells apart.

Each input is a dimension. Its conditions cut it into atoms: spans of a number, single labels and
all others, branches of a hierarchy, absence. A condition is a set of atoms, a fact is the set of
atoms it may still be in (all of them when it is unknown, several when an occupation is named too
coarsely). Sets are bits of an int, so that and, or and not are exact and quick.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from .conditions import Condition
from .kinds import ABSENT, Kind, Value

OTHERS = ""


@dataclass(frozen=True, slots=True)
class Atom:
    """A span [start, below) of an ordered kind, or a label; OTHERS are those nobody names."""

    start: int | None = None
    below: int | None = None
    label: Value = OTHERS


@dataclass(frozen=True, slots=True)
class Dimension:
    """One input with its atoms."""

    name: str
    kind: Kind
    atoms: tuple[Atom, ...]
    _starts: tuple[int, ...] = ()
    _at: dict[Value, int] = field(default_factory=dict, compare=False)

    @property
    def full(self) -> int:
        return (1 << len(self.atoms)) - 1

    def mask(self, condition: Condition) -> int:
        """The atoms in which the condition holds."""
        how = condition.how
        if how == "any":
            return self.full
        absent = 1 << self._at[ABSENT] if ABSENT in self._at else 0
        if how == "absent":
            return absent
        if how == "present":
            return self.full & ~absent
        if how == "range":
            return self._spans(condition.start, condition.below)
        exact = self._exact(condition.values, under="under" in how)
        return self.full & ~absent & ~exact if how.startswith("not") else exact

    def of(self, value: Value) -> int:
        """The atoms a known fact may be in: one, or more where it is too coarse."""
        if value is ABSENT:
            return 1 << self._at[ABSENT]
        if self.kind.is_ordered:
            return 1 << bisect_right(self._starts, int(value))
        if self.kind.name == "isco":
            return self._branch(str(value))
        return 1 << self._at[value if value in self._at else OTHERS]

    def _spans(self, start: int | None, below: int | None) -> int:
        found = 0
        for place, atom in enumerate(self.atoms):
            if atom.label is ABSENT:
                continue
            after = start is None or (atom.start is not None and atom.start >= start)
            before = below is None or (atom.below is not None and atom.below <= below)
            found |= (after and before) << place
        return found

    def _exact(self, values: Iterable[Value], *, under: bool) -> int:
        found = 0
        for value in values:
            if self.kind.is_ordered:
                found |= self.of(value)
            elif under:
                found |= self._under(str(value))
            else:
                found |= 1 << self._at[value]
        return found

    def _under(self, code: str) -> int:
        return sum(
            1 << place
            for place, atom in enumerate(self.atoms)
            if isinstance(atom.label, str) and atom.label.startswith(code)
        )

    def _branch(self, code: str) -> int:
        """The deepest named branch this code is in, and those it may yet turn out to be in."""
        labels = [label for label in self._at if isinstance(label, str)]
        deepest = max((each for each in labels if code.startswith(each)), key=len)
        finer = self._under(code)
        return finer | (1 << self._at[deepest])

    def words(self, mask: int) -> str:
        """These atoms as a person would say them."""
        chosen = [atom for place, atom in enumerate(self.atoms) if mask >> place & 1]
        if self.kind.is_ordered:
            return " or ".join(self._span_words(chosen))
        named = [self.kind.show(atom.label) for atom in chosen if atom.label != OTHERS]
        if all(atom.label != OTHERS for atom in chosen):
            return " or ".join(named) + self._deeper(chosen)
        out = [str(a.label) for a in self.atoms if a not in chosen and a.label is not ABSENT]
        extra = "" if ABSENT not in [atom.label for atom in chosen] else " or absent"
        return f"anything but {', '.join(out)}{extra}" if out else f"anything{extra}"

    def _deeper(self, chosen: Sequence[Atom]) -> str:
        if self.kind.name != "isco":
            return ""
        labels = [str(atom.label) for atom in chosen]
        out = [
            str(a.label)
            for a in self.atoms
            if a not in chosen and any(str(a.label).startswith(each) for each in labels)
        ]
        return f" but not under {', '.join(out)}" if out else ""

    def _span_words(self, chosen: Sequence[Atom]) -> list[str]:
        said, run = [], None
        for atom in [a for a in chosen if a.label is not ABSENT]:
            if run is not None and run[1] == atom.start and atom.start is not None:
                run = (run[0], atom.below)
                continue
            if run is not None:
                said.append(_span(run, self.kind))
            run = (atom.start, atom.below)
        if run is not None:
            said.append(_span(run, self.kind))
        return [*said, *("absent" for atom in chosen if atom.label is ABSENT)]


def _span(run: tuple[int | None, int | None], kind: Kind) -> str:
    start, below = run
    if start is not None and below == start + 1:
        return kind.show(start)
    word = "before" if kind.name == "date" else "below"
    ends = [] if start is None else [f"from {kind.show(start)}"]
    ends += [] if below is None else [f"{word} {kind.show(below)}"]
    return " ".join(ends) or "anything"


def dimension(name: str, kind: Kind, conditions: Iterable[Condition]) -> Dimension:
    """The dimension of an input, cut by everything a table says of it."""
    asked = list(conditions)
    atoms = _ordered(kind, asked) if kind.is_ordered else _labelled(kind, asked)
    if kind.optional:
        atoms.append(Atom(label=ABSENT))
    starts = tuple(a.start for a in atoms[1:] if a.start is not None) if kind.is_ordered else ()
    at: dict[Value, int] = {
        atom.label: place
        for place, atom in enumerate(atoms)
        if not kind.is_ordered or atom.label is ABSENT
    }
    return Dimension(name, kind, tuple(atoms), starts, at)


def _ordered(kind: Kind, asked: Sequence[Condition]) -> list[Atom]:
    cuts: set[int] = set()
    for condition in asked:
        ends = (condition.start, condition.below)
        cuts |= {end for end in ends if end is not None}
        for value in condition.values:
            if not isinstance(value, str) and value is not ABSENT:
                cuts |= {int(value), int(value) + 1}
    top = None if kind.most is None else kind.most + 1
    inside = sorted(
        cut
        for cut in cuts
        if (kind.least is None or cut > kind.least) and (top is None or cut < top)
    )
    starts, belows = [kind.least, *inside], [*inside, top]
    return [Atom(start, below) for start, below in zip(starts, belows, strict=True)]


def _labelled(kind: Kind, asked: Sequence[Condition]) -> list[Atom]:
    if kind.name == "boolean":
        return [Atom(label=True), Atom(label=False)]
    named = sorted({str(v) for condition in asked for v in condition.values if v is not ABSENT})
    atoms = [Atom(label=label) for label in named]
    if kind.name != "code" or set(named) < set(kind.codes):
        atoms.append(Atom(label=OTHERS))
    return atoms
