"""Random small points systems, as TOML text, and facts for them."""

from __future__ import annotations

from typing import Any

from hypothesis import reject
from hypothesis import strategies as st

from corridor.engines.matching.points import PointsRefused, PointsSystem

FACTS = """
[facts.a]
kind = "number"
min = 0
max = 4
[facts.b]
kind = "number"
min = -1
max = 3
[facts.c]
kind = "choice"
values = ["low", "mid", "high"]
[facts.d]
kind = "flag"
[facts.weakest]
kind = "least"
of = ["a", "b"]
"""
HEAD = """
name = "random"
in_force = 2024-01-01
source = "made up"
status = "verified"
"""
numbers = st.integers(-5, 9)


@st.composite
def conditions(draw: st.DrawFn) -> str:
    wanted = draw(st.sets(st.sampled_from(["a", "c", "d", "weakest"]), min_size=1, max_size=2))
    written = {
        "a": "{ from = 1, to = %d }" % draw(st.integers(1, 4)),  # noqa: UP031 - braces
        "c": draw(st.sampled_from(['["low", "high"]', '"mid"', '{ from = "mid" }'])),
        "d": draw(st.sampled_from(["true", "false"])),
        "weakest": "{ from = %d }" % draw(st.integers(-1, 3)),  # noqa: UP031 - braces
    }
    return ", ".join(f"{key} = {written[key]}" for key in sorted(wanted))


@st.composite
def factor(draw: st.DrawFn) -> str:
    way = draw(st.sampled_from(["each", "bands", "table", "flag", "rows", "each_of", "least"]))
    when = f"when = {{ {draw(conditions())} }}\n" if draw(st.integers(0, 3)) == 0 else ""
    if way == "each":
        return when + f'fact = "b"\neach = {draw(numbers)}\nper = {draw(st.integers(1, 3))}\n'
    if way in ("bands", "each_of", "least"):
        starts = sorted(draw(st.sets(st.integers(0, 3), min_size=1)))
        bands = ", ".join(f"[{start}, {draw(numbers)}]" for start in starts)
        named = {
            "bands": 'fact = "a"',
            "each_of": 'each_of = ["a", "b"]',
            "least": 'fact = "weakest"',
        }
        return when + f"{named[way]}\nbands = [{bands}]\n"
    if way == "table":
        low, mid, high = (draw(numbers) for _ in range(3))
        return when + f'fact = "c"\ntable = {{ low = {low}, mid = {mid}, high = {high} }}\n'
    if way == "flag":
        return when + f'fact = "d"\ntable = {{ no = {draw(numbers)}, yes = {draw(numbers)} }}\n'
    rows = ", ".join(
        f"{{ {draw(conditions())}, points = {draw(numbers)} }}"
        for _ in range(draw(st.integers(1, 3)))
    )
    return when + f'facts = ["a", "c", "d", "weakest"]\nrows = [{rows}]\n'


@st.composite
def systems(draw: st.DrawFn) -> str:
    text = HEAD
    if draw(st.booleans()):
        text += f"floor = {draw(st.integers(0, 6))}\n"
    text += FACTS
    names = ["g0", "g1", "g2"]
    for place, name in enumerate(names):
        text += f"[groups.{name}]\n"
        if place and draw(st.booleans()):
            text += f'within = "{names[place - 1]}"\n'
        elif place == 2 and draw(st.booleans()):
            text += "bonus = true\n"
        if draw(st.booleans()):
            text += f"cap = {draw(st.integers(0, 12))}\n"
        if draw(st.booleans()):
            text += f"floor = {draw(st.integers(0, 6))}\n"
        if draw(st.integers(0, 2)) == 0:
            text += f"when = {{ {draw(conditions())} }}\n"
    for place in range(draw(st.integers(1, 5))):
        text += f'[factors.f{place}]\ngroup = "{draw(st.sampled_from(names))}"\n' + draw(factor())
    return _with_a_total(text)


def _with_a_total(text: str) -> str:
    """The text with a total that its tables can give; only such a system is read."""
    refused: set[str] = set()
    for total in (24, 12, 6, 3, 1, 0):
        whole = f"total = {total}\n{text}"
        try:
            PointsSystem.from_toml(whole)
        except PointsRefused as error:
            refused = {fault.code for fault in error.errors}
            if refused != {"does-not-add-up"}:
                break
        else:
            return whole
    assert refused <= {"out-of-reach", "does-not-add-up"}
    return reject()


VALUES: dict[str, Any] = {
    "a": st.integers(0, 4),
    "b": st.integers(-1, 3),
    "c": st.sampled_from(["low", "mid", "high"]),
    "d": st.booleans(),
}
facts = st.fixed_dictionaries({key: st.none() | value for key, value in VALUES.items()})
