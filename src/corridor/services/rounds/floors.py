"""Floors as people write them: `sex female 40%: Act 12 of 2020, s. 4`, one a line."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from django.utils.translation import gettext_lazy as _
from django_stubs_ext import StrOrPromise

Finding = tuple[str, str, StrOrPromise]
# What a group may be made of, and nothing else: an attribute a law can speak of, kept here.
GROUP = r"sex (?:female|male|other)|age [0-9]{2}(?:-[0-9]{2}|\+)|(?:nationality|residence) [A-Z]{3}"
LINE = re.compile(
    rf"(?P<group>{GROUP})\s+(?P<least>[0-9]{{1,6}})\s*(?P<share>%?)"
    r"(?:\s+to\s+(?P<country>[A-Z]{3}))?\s*:\s*(?P<basis>\S.*)"
)
BASIS_MAX = 200
UNREADABLE = _(
    "Write “%(line)s” as: sex female 40%%: Act 12, s. 4, or: age 18-25 10 to DEU: Act 12, s. 4. A "
    "group is made of sex, age, nationality or residence, and the law behind it is named."
)


@dataclass(frozen=True, kw_only=True)
class Floor:
    """At least `least` people of a group are placed (of all places: in percent), by this law.

    `group` is an attribute and its value, such as "age 18-25"; `country` narrows it to vacancies
    there; `basis` cites the law or clause that allows or asks for it.
    """

    group: str
    least: int
    is_share: bool
    basis: str
    country: str = ""

    @property
    def name(self) -> str:
        """As it is written, without the law; different floors differ in it."""
        there = f" to {self.country}" if self.country else ""
        return f"{self.group} {self.least}{'%' * self.is_share}{there}"

    @property
    def attribute(self) -> str:
        return self.group.partition(" ")[0]

    @property
    def value(self) -> str:
        return self.group.partition(" ")[2]

    def places(self, there: int) -> int:
        """How many people of the group that asks for, of so many places."""
        return -(-self.least * there // 100) if self.is_share else self.least


def read_floors(text: str) -> tuple[list[Floor], list[Finding]]:
    """The floors in a text and what is wrong with it, line by line."""
    found: dict[tuple[str, str], Floor] = {}
    wrong: list[Finding] = []
    for line in filter(None, (line.strip() for line in text.splitlines())):
        match = LINE.fullmatch(line)
        if match is None or "\x00" in line or len(match["basis"]) > BASIS_MAX:
            wrong.append(("floors", "rounds.floor_unreadable", UNREADABLE % {"line": line[:60]}))
            continue
        floor = Floor(
            group=match["group"],
            least=int(match["least"]),
            is_share=bool(match["share"]),
            basis=match["basis"].strip(),
            country=match["country"] or "",
        )
        if floor.is_share and floor.least > 100:
            sentence = _("“%(line)s” asks for more than all places.") % {"line": floor.name}
            wrong.append(("floors", "rounds.floor_above_all", sentence))
        if (floor.group, floor.country) in found:
            sentence = _("“%(line)s” stands beside another floor for the same group.") % {
                "line": floor.name
            }
            wrong.append(("floors", "rounds.floor_twice", sentence))
        found[floor.group, floor.country] = floor
    return list(found.values()), wrong


def written(floors: Sequence[Floor]) -> str:
    return "\n".join(f"{floor.name}: {floor.basis}" for floor in floors)


def belongs(floor: Floor, *, sex: str, age: int | None, nationality: str, residence: str) -> bool:
    """Whether somebody is of the group; who has not said it is not."""
    if floor.attribute == "age":
        youngest, dash, oldest = floor.value.rstrip("+").partition("-")
        return age is not None and int(youngest) <= age <= (int(oldest) if dash else 200)
    held = {"sex": sex, "nationality": nationality, "residence": residence}
    return held[floor.attribute] == floor.value
