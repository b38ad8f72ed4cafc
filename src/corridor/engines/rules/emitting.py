"""Conditions and expressions as straight lines of code over columns of whole numbers.

A quantity is an integer column and a scale that is a fraction known while compiling; multiplying by
a constant changes the scale and costs nothing. The least and most of every step are known from the
data, so each step is proven to fit 32 or 64 bits, or is refused. A truth is a pair: certainly so,
and possibly so; where everything is known the two are one. The text that is compiled is made here
from checked trees, never from what anybody wrote.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from fractions import Fraction
from math import ceil, floor, gcd
from typing import Any

from .computing import SIMPLE, work_out
from .dimensions import Dimension
from .errors import CannotCompile
from .expressions import Node
from .kinds import ABSENT

NARROW, WIDE = 2**31, 2**63
FLIPPED = {"lt": "gt", "le": "ge", "gt": "lt", "ge": "le", "eq": "eq", "ne": "ne"}
SIGNS = {"lt": "<", "le": "<=", "gt": ">", "ge": ">=", "eq": "==", "ne": "!="}


@dataclass(frozen=True, slots=True)
class Number:
    """An integer variable (or a constant, without one) times a scale; `known` None: everywhere."""

    variable: str
    scale: Fraction
    least: int
    most: int
    known: str = ""

    @property
    def is_constant(self) -> bool:
        return not self.variable

    @property
    def is_wide(self) -> bool:
        return max(abs(self.least), abs(self.most)) >= NARROW


@dataclass(frozen=True, slots=True)
class Truth:
    """Two variables: certainly so, possibly so."""

    sure: str
    may: str


@dataclass(frozen=True, slots=True)
class Given:
    """A column as the code finds it: its variable, what it can be, where it is known."""

    variable: str
    scale: Fraction = Fraction(1)
    least: int = 0
    most: int = 0
    known: str = ""


class Emitter:
    """Lines over NumPy columns; equal steps are written once."""

    both, either, opposite = "{} & {}", "{} | {}", "~{}"
    smaller, larger = "minimum({}, {})", "maximum({}, {})"
    choice = "where({}, {}, {})"
    widened = "{}.astype(int64)"

    def __init__(self, given: Mapping[str, Given]) -> None:
        self.given = given
        self.lines: list[str] = []
        self.tables: dict[str, Any] = {}
        self._written: dict[str, str] = {}

    def write(self, text: str) -> str:
        """The variable that holds this step."""
        if text not in self._written:
            self._written[text] = f"v{len(self.lines)}"
            self.lines.append(f"{self._written[text]} = {text}")
        return self._written[text]

    def table(self, values: Any) -> str:
        """A look-up table by its variable."""
        name = f"t{len(self.tables)}"
        self.tables[name] = values
        return name

    # Truths

    def truth(self, node: Node) -> Truth:
        if node.op == "const":
            word = self.write("full_true" if node.value else "full_false")
            return Truth(word, word)
        if node.op == "name":
            given = self.given[str(node.value)]
            return self.limited(given.variable, given.known)
        if node.op == "not":
            return self.turned(self.truth(node.args[0]))
        if node.op in ("and", "or"):
            found = self.truth(node.args[0])
            for each in node.args[1:]:
                found = self.joined(self.both if node.op == "and" else self.either, found, each)
            return found
        if node.op in SIGNS:
            return self.compared(node.op, *node.args)
        raise CannotCompile(f"{node.op} is not judged in bulk; give its result as an input")

    def turned(self, one: Truth) -> Truth:
        sure = self._not(one.may)
        return Truth(sure, sure if one.sure == one.may else self._not(one.sure))

    def known(self, node: Node) -> str:
        """Where the value of an expression is known; "" where it always is."""
        if node.type.name != "boolean":
            return self.number(node).known
        found = self.truth(node)
        if found.sure == found.may:
            return ""
        return self.write(self.either.format(found.sure, self._not(found.may)))

    def joined(self, how: str, found: Truth, node: Node) -> Truth:
        return self.combined(how, found, self.truth(node))

    def combined(self, how: str, one: Truth, other: Truth) -> Truth:
        sure = self.write(how.format(one.sure, other.sure))
        if one.sure == one.may and other.sure == other.may:
            return Truth(sure, sure)
        return Truth(sure, self.write(how.format(one.may, other.may)))

    def limited(self, variable: str, known: str) -> Truth:
        """A truth that is one only where it is known."""
        if not known:
            return Truth(variable, variable)
        sure = self.write(self.both.format(variable, known))
        return Truth(sure, self.write(self.either.format(variable, self._not(known))))

    def _not(self, variable: str) -> str:
        return self.write(self.opposite.format(variable))

    def compared(self, op: str, left: Node, right: Node) -> Truth:
        if left.type.name not in ("number", "money", "date"):
            raise CannotCompile(f"comparing {left.type} is not judged in bulk; use a condition")
        if left.op == "div" and left.args[1].op != "const":
            return self._by_quotient(op, left, right)
        if right.op == "div" and right.args[1].op != "const":
            return self._by_quotient(FLIPPED[op], right, left)
        one, other = self.number(left), self.number(right)
        if one.is_constant and other.is_constant:
            holds = SIMPLE[op](one.least * one.scale, other.least * other.scale)
            return self.limited(self.write(f"full_{holds}".lower()), self._known(one, other))
        if one.is_constant:
            op, one, other = FLIPPED[op], other, one
        if other.is_constant and not one.is_constant:
            return self.limited(self._threshold(op, one, other), one.known)
        one, other = self.aligned(one, other)
        text = f"{self.shown(one)} {SIGNS[op]} {self.shown(other)}"
        return self.limited(self.write(text), self._known(one, other))

    def _by_quotient(self, op: str, quotient: Node, other: Node) -> Truth:
        """a / b < c is a < c * b, turned round where b is below zero: nothing is divided."""
        top, bottom = quotient.args
        least = bottom.bounds.least
        sign = op if least is not None and least > 0 else FLIPPED[op]
        return self.compared(sign, top, Node("mul", top.type, (other, bottom)))

    def _threshold(self, op: str, one: Number, other: Number) -> str:
        """Against a constant: the whole number from which it holds, so that nothing is scaled."""
        limit = other.least * other.scale / one.scale
        op = FLIPPED[op] if one.scale < 0 else op
        if limit.denominator == 1:
            return self._against(op, one, int(limit))
        if op in ("eq", "ne"):
            return self.write("full_true" if op == "ne" else "full_false")
        if op in ("lt", "le"):
            return self._against("le", one, floor(limit))
        return self._against("ge", one, ceil(limit))

    def _against(self, op: str, one: Number, limit: int) -> str:
        """A limit beyond what the column can be is answered without looking."""
        holds = {
            "lt": (one.most < limit, one.least >= limit),
            "le": (one.most <= limit, one.least > limit),
            "gt": (one.least > limit, one.most <= limit),
            "ge": (one.least >= limit, one.most < limit),
            "eq": (False, not one.least <= limit <= one.most),
            "ne": (not one.least <= limit <= one.most, False),
        }[op]
        if any(holds):
            return self.write("full_true" if holds[0] else "full_false")
        return self.write(f"{one.variable} {SIGNS[op]} {limit}")

    def range(self, name: str, start: int | None, below: int | None) -> str:
        """Whether a column is in [start, below), without looking at what is known."""
        given = self.given[name]
        one = Number(given.variable, given.scale, given.least, given.most)
        ends = [("ge", start), ("lt", below)]
        found = [self._against(op, one, end) for op, end in ends if end is not None]
        if not found:
            return self.write("full_true")
        return self.write(self.both.format(*found)) if len(found) == 2 else found[0]

    def spans(self, dimension: Dimension, mask: int) -> str:
        """The atoms of an ordered input, as as few ranges as there are runs of them."""
        runs: list[tuple[int | None, int | None]] = []
        before = False
        for place, atom in enumerate(dimension.atoms):
            is_in = bool(mask >> place & 1) and atom.label is not ABSENT
            if is_in and before:
                runs[-1] = (runs[-1][0], atom.below)
            elif is_in:
                runs.append((atom.start, atom.below))
            before = is_in
        found = self.write("full_false") if not runs else self.range(dimension.name, *runs[0])
        for run in runs[1:]:
            found = self.write(self.either.format(found, self.range(dimension.name, *run)))
        return found

    # Quantities

    def number(self, node: Node) -> Number:
        if not node.names():
            value = Fraction(work_out(node, {}))  # type: ignore[arg-type]
            return Number("", Fraction(1, value.denominator), value.numerator, value.numerator)
        if node.op == "name":
            given = self.given[str(node.value)]
            return Number(given.variable, given.scale, given.least, given.most, given.known)
        if node.op == "if":
            return self._chosen(node)
        if node.op == "round":
            return self._rounded(node)
        if node.op in ("add", "sub", "mul", "div", "min", "max"):
            return self._computed(node)
        raise CannotCompile(f"{node.op} is not judged in bulk; give its result as an input")

    def _computed(self, node: Node) -> Number:
        one, other = (self.number(each) for each in node.args)
        if node.op == "div":
            if not other.is_constant:
                raise CannotCompile("a quotient of two facts is not exact in bulk; compare it")
            return self._scaled(one, 1 / (other.least * other.scale))
        if node.op == "mul":
            if other.is_constant:
                return self._scaled(one, other.least * other.scale)
            if one.is_constant:
                return self._scaled(other, one.least * one.scale)
            ends = [x * y for x in (one.least, one.most) for y in (other.least, other.most)]
            return self._step("{} * {}", one, other, ends, one.scale * other.scale)
        one, other = self.aligned(one, other)
        if node.op in ("min", "max"):
            pick = min if node.op == "min" else max
            ends = [pick(one.least, other.least), pick(one.most, other.most)]
            how = self.smaller if node.op == "min" else self.larger
            return self._step(how, one, other, ends, one.scale)
        if node.op == "add":
            ends = [one.least + other.least, one.most + other.most]
            return self._step("{} + {}", one, other, ends, one.scale)
        ends = [one.least - other.most, one.most - other.least]
        return self._step("{} - {}", one, other, ends, one.scale)

    def _scaled(self, one: Number, by: Fraction) -> Number:
        if one.is_constant:
            value = one.least * one.scale * by
            return Number("", Fraction(1, value.denominator), value.numerator, value.numerator)
        if by == 0:
            # Still a column: nought times what is unknown is unknown.
            return self._times(one, Fraction(0), Fraction(1))
        return Number(one.variable, one.scale * by, one.least, one.most, one.known)

    def aligned(self, one: Number, other: Number) -> tuple[Number, Number]:
        """Both on one scale, in whole numbers."""
        a, b = one.scale, other.scale
        top = gcd(a.numerator * b.denominator, b.numerator * a.denominator)
        unit = Fraction(top, a.denominator * b.denominator)
        return self._times(one, a / unit, unit), self._times(other, b / unit, unit)

    def _times(self, one: Number, by: Fraction, unit: Fraction) -> Number:
        factor = int(by)
        ends = sorted((one.least * factor, one.most * factor))
        if one.is_constant:
            return Number("", unit, ends[0], ends[1], one.known)
        if factor == 1:
            return Number(one.variable, unit, ends[0], ends[1], one.known)
        constant = Number("", Fraction(1), factor, factor)
        return self._step("{} * {}", one, constant, ends, unit)

    def _step(
        self, how: str, one: Number, other: Number, ends: list[int], scale: Fraction
    ) -> Number:
        self.fits(ends)
        known = self._known(one, other)
        found = Number("v", scale, min(ends), max(ends), known)
        sides = [one, other]
        if found.is_wide or one.is_wide or other.is_wide:
            sides = [self._wide(side) for side in sides]
        text = how.format(*(self.shown(side) for side in sides))
        return Number(self.write(text), scale, found.least, found.most, known)

    def fits(self, ends: list[int]) -> None:
        """Proven to fit 64 bits, or refused."""
        if max(abs(end) for end in ends) >= WIDE:
            raise CannotCompile(
                "a step of an expression may not fit 64 bits, so it would not be exact; give the "
                "inputs a least and a most, or ask one by one"
            )

    def _wide(self, one: Number) -> Number:
        if one.is_constant:
            return one
        variable = self.write(self.widened.format(one.variable))
        return Number(variable, one.scale, one.least, one.most, one.known)

    def shown(self, one: Number) -> str:
        return one.variable or str(one.least)

    def _known(self, *numbers: Number) -> str:
        found = sorted({each.known for each in numbers if each.known})
        if len(found) < 2:
            return found[0] if found else ""
        return self.write(self.both.format(*found))

    def _chosen(self, node: Node) -> Number:
        test = self.truth(node.args[0])
        one, other = self.aligned(*(self.number(each) for each in node.args[1:]))
        ends = [min(one.least, other.least), max(one.most, other.most)]
        if any(abs(end) >= NARROW for end in ends):
            one, other = self._wide(one), self._wide(other)
        text = self.choice.format(test.sure, self.shown(one), self.shown(other))
        known = self._known_choice(test, one, other)
        return Number(self.write(text), one.scale, ends[0], ends[1], known)

    def _known_choice(self, test: Truth, one: Number, other: Number) -> str:
        known = ""
        if one.known or other.known:
            sides = [each.known or self.write("full_true") for each in (one, other)]
            known = self.write(self.choice.format(test.sure, *sides))
        if test.sure == test.may:
            return known
        # Certainly so, or certainly not.
        settled = self.write(self.either.format(test.sure, self._not(test.may)))
        return self.write(self.both.format(settled, known)) if known else settled

    def _rounded(self, node: Node) -> Number:
        """In whole numbers: x * p / q with a floor, whichever way it is rounded."""
        inner, unit = self.number(node.args[0]), Fraction(node.value or 1)
        ratio = inner.scale / unit
        p, q = ratio.numerator, ratio.denominator
        if q == 1 and p > 0:
            return self._times(inner, ratio, unit)
        twice = [end * p * 2 + sign * q for end in (inner.least, inner.most) for sign in (-1, 1)]
        self.fits([*twice, 2 * p, 2 * q])
        x = self.shown(self._wide(inner)) if not inner.is_constant else str(inner.least)
        text = {
            "down": f"{x} * {p} // {q}",
            "up": f"-({x} * {-p} // {q})",
            "half-up": self.choice.format(
                f"{x} * {p} >= 0",
                f"({x} * {2 * p} + {q}) // {2 * q}",
                f"-(({x} * {-2 * p} + {q}) // {2 * q})",
            ),
            # Half-up towards plus infinity, less one where it was a half and came out odd.
            "half-even": f"({x} * {2 * p} + {q}) // {2 * q}"
            f" - ((({x} * {2 * p} + {q}) % {2 * q} == 0)"
            f" & (({x} * {2 * p} + {q}) // {2 * q} % 2 == 1))",
        }[node.extra]
        ends = [floor(inner.least * ratio) - 1, ceil(inner.most * ratio) + 1]
        ends = sorted([*ends, floor(inner.most * ratio) - 1, ceil(inner.least * ratio) + 1])
        return Number(self.write(text), unit, ends[0], ends[-1], inner.known)


class OneEmitter(Emitter):
    """The same lines for one contract of which everything is known, over Python's own integers."""

    both, either, opposite = "{} and {}", "{} or {}", "not {}"
    smaller, larger = "min({}, {})", "max({}, {})"
    choice = "({1} if {0} else {2})"
    widened = "{}"

    def fits(self, ends: list[int]) -> None:
        """Python's integers hold anything."""
