"""The small language for what law computes: read by Python's own grammar, checked, never run as it.

A text becomes a tree of a dozen operations, each with a type and the least and most it can be. So
an unknown name, money added to a number, two currencies together or a division by what may be
zero are refused before any fact is seen. Numbers are exact fractions; only `round` rounds.
"""

from __future__ import annotations

import ast
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from fractions import Fraction

from . import bounds
from .bounds import Bounds
from .kinds import DAYS, NUMERIC, Kind, Value, minor_places, scaled
from .rounding import MODES

MAX_LENGTH, MAX_DEPTH, FAR = 2_000, 40, 40_000
COMPARISONS: dict[type[ast.cmpop], str] = {
    ast.Lt: "lt",
    ast.LtE: "le",
    ast.Gt: "gt",
    ast.GtE: "ge",
    ast.Eq: "eq",
    ast.NotEq: "ne",
}
ARITHMETIC: dict[type[ast.operator], str] = {
    ast.Add: "add",
    ast.Sub: "sub",
    ast.Mult: "mul",
    ast.Div: "div",
}


@dataclass(frozen=True, slots=True)
class Type:
    """number, money of a currency, date, boolean, or label of a kind (country, code, isco)."""

    name: str
    currency: str = ""

    def __str__(self) -> str:
        return f"money in {self.currency}" if self.currency else self.name


NUMBER, DATE, BOOLEAN = Type("number"), Type("date"), Type("boolean")


@dataclass(frozen=True, slots=True)
class Node:
    """One operation: its arguments, its type, its bounds where it is a quantity."""

    op: str
    type: Type
    args: tuple[Node, ...] = ()
    value: Fraction | bool | str | None = None
    bounds: Bounds = bounds.OPEN
    extra: str = ""  # rounding mode

    def names(self) -> frozenset[str]:
        """The inputs that are read."""
        if self.op == "name":
            return frozenset({str(self.value)})
        return frozenset().union(*(each.names() for each in self.args))


def type_of(kind: Kind) -> Type:
    if kind.name == "money":
        return Type("money", kind.currency)
    if kind.name in NUMERIC:
        return NUMBER
    return Type(kind.name)


def constant(value: Value, kind: Kind) -> Node:
    """A value that was written in a cell."""
    if isinstance(value, bool) or not isinstance(value, int):
        return Node("const", type_of(kind), value=value if isinstance(value, bool) else str(value))
    number = kind.number(value)
    return Node("const", type_of(kind), value=number, bounds=Bounds(number, number))


def parse(text: str, inputs: Mapping[str, Kind], earlier: Mapping[str, Node] | None = None) -> Node:
    """The tree of an expression over these inputs. Raises ValueError with a sentence."""
    if len(text) > MAX_LENGTH:
        raise ValueError(f"longer than {MAX_LENGTH} characters; split it over outcomes")
    try:
        tree = ast.parse(text.strip(), mode="eval")
    except (SyntaxError, ValueError, RecursionError, MemoryError) as error:
        raise ValueError(f"{text!r} cannot be read as an expression") from error
    return _Reader(text.strip(), inputs, earlier or {}).node(tree.body, 0)


class _Reader:
    def __init__(self, text: str, inputs: Mapping[str, Kind], earlier: Mapping[str, Node]) -> None:
        self.text, self.inputs, self.earlier = text, inputs, earlier

    def node(self, tree: ast.expr, depth: int) -> Node:
        if depth > MAX_DEPTH:
            raise ValueError(f"nested deeper than {MAX_DEPTH}; split it over outcomes")
        reader = _READERS.get(type(tree))
        if reader is None:
            raise ValueError(f"{self.part(tree)!r} is not allowed in an expression")
        return reader(self, tree, depth + 1)

    def part(self, tree: ast.expr) -> str:
        return ast.get_source_segment(self.text, tree) or self.text

    def name(self, tree: ast.Name, depth: int) -> Node:
        if tree.id in self.earlier:
            return self.earlier[tree.id]
        if tree.id not in self.inputs:
            known = ", ".join([*self.inputs, *self.earlier]) or "none"
            raise ValueError(f"{tree.id} is not known; known here are {known}")
        kind = self.inputs[tree.id]
        if kind.optional:
            raise ValueError(f"{tree.id} may be absent, so nothing can be computed with it")
        least, most = kind.least, kind.most
        if kind.name == "date":
            least, most = least or DAYS[0], most or DAYS[1]
        ends = [None if end is None else end * kind.scale for end in (least, most)]
        return Node("name", type_of(kind), value=tree.id, bounds=Bounds(*ends))

    def const(self, tree: ast.Constant, depth: int) -> Node:
        if isinstance(tree.value, bool):
            return Node("const", BOOLEAN, value=tree.value)
        if isinstance(tree.value, int | float):
            # The digits as written: 0.1 is a tenth, not what a float makes of it.
            kind = Kind("decimal", places=9)
            number = kind.number(scaled(self.part(tree).replace("_", ""), 9, "an expression"))
            return Node("const", NUMBER, value=number, bounds=Bounds(number, number))
        if isinstance(tree.value, str):
            return Node("const", Type("text"), value=tree.value)
        raise ValueError(f"{self.part(tree)!r} is not a number, a text or true or false")

    def binary(self, tree: ast.BinOp, depth: int) -> Node:
        op = ARITHMETIC.get(type(tree.op))
        if op is None:
            raise ValueError(f"{self.part(tree)!r}: only + - * / compute")
        return arithmetic(op, self.node(tree.left, depth), self.node(tree.right, depth))

    def unary(self, tree: ast.UnaryOp, depth: int) -> Node:
        inner = self.node(tree.operand, depth)
        if isinstance(tree.op, ast.Not):
            return negation(inner)
        if not isinstance(tree.op, ast.USub):
            raise ValueError(f"{self.part(tree)!r} is not allowed in an expression")
        return arithmetic("sub", zero(inner.type), inner)

    def boolean(self, tree: ast.BoolOp, depth: int) -> Node:
        op = "and" if isinstance(tree.op, ast.And) else "or"
        return logic(op, *(self.node(each, depth) for each in tree.values))

    def compare(self, tree: ast.Compare, depth: int) -> Node:
        sides = [self.node(each, depth) for each in (tree.left, *tree.comparators)]
        pairs = zip(tree.ops, sides, sides[1:], strict=False)
        found = [comparison(COMPARISONS.get(type(op), ""), a, b) for op, a, b in pairs]
        return found[0] if len(found) == 1 else logic("and", *found)

    def choice(self, tree: ast.IfExp, depth: int) -> Node:
        parts = (tree.test, tree.body, tree.orelse)
        return chosen(*(self.node(each, depth) for each in parts))

    def call(self, tree: ast.Call, depth: int) -> Node:
        if not isinstance(tree.func, ast.Name) or tree.keywords:
            raise ValueError(f"{self.part(tree)!r}: write name(first, second)")
        name, given = tree.func.id, tree.args
        if len(name) == 3 and name.isupper():
            return self.amount(name, given)
        if name == "round":
            return self.rounded(given, depth)
        function = FUNCTIONS.get(name)
        if function is None:
            known = ", ".join(sorted([*FUNCTIONS, "round"]))
            raise ValueError(f"{name} is not an operation; there are {known}, and INR(30000)")
        make, least, most = function
        if not least <= len(given) <= most:
            raise ValueError(f"{name} takes {least} to {most} values, not {len(given)}")
        return make(*(self.node(each, depth) for each in given))

    def amount(self, currency: str, given: list[ast.expr]) -> Node:
        text = self.part(given[0]).replace("_", "") if len(given) == 1 else ""
        if len(given) != 1 or not isinstance(given[0], ast.Constant):
            raise ValueError(f"write {currency}(30000): one number between the brackets")
        places = minor_places(currency)
        number = Fraction(scaled(text, places, currency), 10**places)
        return Node("const", Type("money", currency), value=number, bounds=Bounds(number, number))

    def rounded(self, given: list[ast.expr], depth: int) -> Node:
        if len(given) != 3:
            raise ValueError("round takes three: what, to which unit, and how; nothing is implied")
        what, unit = self.node(given[0], depth), self.node(given[1], depth)
        mode = given[2].value if isinstance(given[2], ast.Constant) else None
        if mode not in MODES:
            raise ValueError(f"round how? one of {', '.join(MODES)}, in quotes")
        if unit.op != "const" or not isinstance(unit.value, Fraction) or unit.value <= 0:
            raise ValueError("the unit to round to is a number above zero, such as 0.01")
        return rounding(what, unit.value, str(mode))


def zero(kind: Type) -> Node:
    return Node("const", kind, value=Fraction(0), bounds=Bounds(Fraction(0), Fraction(0)))


def arithmetic(op: str, left: Node, right: Node) -> Node:
    """The four operations, with what the types and the bounds forbid."""
    kind = _arithmetic_type(op, left.type, right.type)
    if op == "div" and right.bounds.may_be_zero:
        raise ValueError(
            "this divides by what may be zero; divide by a number, or by an input whose least or "
            "most keeps it from zero"
        )
    if kind == DATE:
        _near(right)
    return Node(op, kind, (left, right), bounds=bounds.of(op, left.bounds, right.bounds))


def _near(number: Node) -> None:
    """A day stays within the calendar."""
    if not number.bounds.is_closed or max(abs(end) for end in number.bounds.ends()) > FAR:
        raise ValueError(f"a day moves by at most {FAR:,}; give the input a least and a most")


def _arithmetic_type(op: str, left: Type, right: Type) -> Type:
    names = (left.name, right.name)
    if op in ("add", "sub"):
        if left == right and left.name in ("number", "money"):
            return left
        if op == "sub" and names == ("date", "date"):
            return NUMBER
        if names == ("date", "number"):
            return DATE
    if op == "mul" and "number" in names and set(names) <= {"number", "money"}:
        return right if left.name == "number" else left
    if op == "div":
        if left == right and left.name in ("number", "money"):
            return NUMBER
        if names == ("money", "number"):
            return left
    word = {"add": "+", "sub": "-", "mul": "*", "div": "/"}[op]
    hint = "; currencies mix by a dated rate alone" if left.currency and right.currency else ""
    raise ValueError(f"{left} {word} {right} has no meaning{hint}")


def comparison(op: str, left: Node, right: Node) -> Node:
    labels = {"code", "country", "isco", "text"}
    alike = left.type == right.type or {left.type.name, right.type.name} <= labels
    if not op or not alike:
        raise ValueError(f"{left.type} cannot be compared with {right.type}")
    if "isco" in (left.type.name, right.type.name):
        raise ValueError("occupations are told apart by groups: under(occupation, '22')")
    if op not in ("eq", "ne") and left.type.name not in ("number", "money", "date"):
        raise ValueError(f"{left.type} has no order; compare with == or !=")
    return Node(op, BOOLEAN, (left, right))


def logic(op: str, *parts: Node) -> Node:
    for part in parts:
        if part.type != BOOLEAN:
            raise ValueError(f"{op} joins what is true or false, not {part.type}")
    return Node(op, BOOLEAN, parts)


def negation(inner: Node) -> Node:
    if inner.type != BOOLEAN:
        raise ValueError(f"not turns what is true or false, not {inner.type}")
    return inner.args[0] if inner.op == "not" else Node("not", BOOLEAN, (inner,))


def chosen(test: Node, yes: Node, no: Node) -> Node:
    """One or the other; of truths it is logic, so that an unknown test may still not matter."""
    if test.type != BOOLEAN or yes.type != no.type:
        raise ValueError(f"if takes a truth and two of a kind, not {yes.type} and {no.type}")
    if yes.type == BOOLEAN:
        return logic("or", logic("and", test, yes), logic("and", negation(test), no))
    return Node("if", yes.type, (test, yes, no), bounds=yes.bounds.joined(no.bounds))


def rounding(what: Node, unit: Fraction, mode: str) -> Node:
    if what.type.name not in ("number", "money"):
        raise ValueError(f"{what.type} cannot be rounded")
    return Node("round", what.type, (what,), unit, bounds=what.bounds.widened(unit), extra=mode)


def _extreme(op: str) -> Callable[..., Node]:
    def make(first: Node, *rest: Node) -> Node:
        for other in rest:
            comparison("lt", first, other)
            first = Node(
                op, first.type, (first, other), bounds=bounds.of(op, first.bounds, other.bounds)
            )
        return first

    return make


def _tax_on_gross(base: Node, withheld: Node, tax: Node) -> Node:
    """What is paid so that the base is left after withholding, with the tax on that gross."""
    one = Node("const", NUMBER, value=Fraction(1), bounds=Bounds(Fraction(1), Fraction(1)))
    gross = arithmetic("div", base, arithmetic("sub", one, withheld))
    return arithmetic("mul", gross, arithmetic("add", one, tax))


def _part(whole: Node, some: Node, of: Node) -> Node:
    """The proportional part: some of so many."""
    return arithmetic("div", arithmetic("mul", whole, some), of)


def _days_of(wage_monthly: Node, days: Node, month_days: Node) -> Node:
    return _part(wage_monthly, days, month_days)


def _years(op: str) -> Callable[..., Node]:
    def make(start: Node, other: Node) -> Node:
        wanted = DATE if op == "years" else NUMBER
        if start.type != DATE or other.type != wanted:
            raise ValueError(f"this takes a date and a {wanted}, not {start.type}, {other.type}")
        if op == "add_months":
            _near(arithmetic("mul", other, constant(31, Kind("integer"))))
        return Node(op, NUMBER if op == "years" else DATE, (start, other))

    return make


def _under(code: Node, *groups: Node) -> Node:
    texts = [each.value for each in groups]
    if code.type.name != "isco" or not all(isinstance(t, str) and t.isdigit() for t in texts):
        raise ValueError("under takes an occupation and groups in quotes: under(occupation, '22')")
    return Node("under", BOOLEAN, (code, *groups))


FUNCTIONS: dict[str, tuple[Callable[..., Node], int, int]] = {
    "min": (_extreme("min"), 2, 9),
    "max": (_extreme("max"), 2, 9),
    "cap": (_extreme("min"), 2, 2),
    "at_least": (_extreme("max"), 2, 2),
    "tax_on_gross": (_tax_on_gross, 3, 3),
    "part": (_part, 3, 3),
    "months_of": (lambda wage, months: arithmetic("mul", wage, months), 2, 2),
    "days_of": (_days_of, 3, 3),
    "years_between": (_years("years"), 2, 2),
    "add_months": (_years("add_months"), 2, 2),
    "under": (_under, 2, 9),
}
_READERS: dict[type[ast.expr], Callable[..., Node]] = {
    ast.Name: _Reader.name,
    ast.Constant: _Reader.const,
    ast.BinOp: _Reader.binary,
    ast.UnaryOp: _Reader.unary,
    ast.BoolOp: _Reader.boolean,
    ast.Compare: _Reader.compare,
    ast.IfExp: _Reader.choice,
    ast.Call: _Reader.call,
}
