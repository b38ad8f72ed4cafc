"""Writing code lists in their order, the same way for every loader."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from corridor.kernel.places.models import (
    Occupation,
    OccupationGroup,
    OccupationLabel,
    OccupationSkill,
    Skill,
    SkillLabel,
)
from corridor.kernel.places.writing import put

UNTOLD: Mapping[str, str] = {}


@dataclass(kw_only=True)
class Label:
    """What a concept is called in one language."""

    label: str
    alternatives: str = ""
    description: str = ""


@dataclass(kw_only=True)
class OccupationRow:
    """An occupation as its publisher gives it; `broader` is a URI or ""."""

    uri: str
    code: str
    group: str
    broader: str = ""
    is_regulated: bool = False
    labels: dict[str, Label] = field(default_factory=dict)


@dataclass(kw_only=True)
class SkillRow:
    """A skill as its publisher gives it; `groups` are codes, `broader` URIs."""

    uri: str
    kind: str
    reuse_level: str = ""
    marks: frozenset[str] = frozenset()
    groups: list[str] = field(default_factory=list)
    broader: list[str] = field(default_factory=list)
    labels: dict[str, Label] = field(default_factory=dict)


MARKS = ("is_language", "is_digital", "is_green", "is_transversal")


def put_groups(titles: Mapping[str, Mapping[str, str]]) -> int:
    """ISCO groups by code, keeping the titles in languages that are not given."""
    known = dict(OccupationGroup.objects.values_list("code", "titles"))
    rows = [
        (code, code[:-1] or None, {**known.get(code, UNTOLD), **titles[code]})
        for code in sorted(titles, key=lambda code: (len(code), code))
    ]
    return put(OccupationGroup, ["code", "parent_id", "titles"], rows, on=["code"])


def put_occupations(occupations: Mapping[str, OccupationRow]) -> dict[str, int]:
    """Occupations with their labels; gives their ids by URI."""
    put(
        Occupation,
        ["uri", "code", "group_id", "is_regulated", "is_retired"],
        ((row.uri, row.code, row.group, row.is_regulated, False) for row in occupations.values()),
        on=["uri"],
    )
    ids = dict(Occupation.objects.values_list("uri", "id"))
    put(
        Occupation,
        ["uri", "code", "group_id", "is_regulated", "is_retired", "broader_id"],
        (
            (row.uri, row.code, row.group, row.is_regulated, False, ids[row.broader])
            for row in occupations.values()
            if row.broader
        ),
        on=["uri"],
    )
    put(
        OccupationLabel,
        ["occupation_id", "language", "label", "alternatives", "description"],
        labelled({ids[uri]: row.labels for uri, row in occupations.items()}),
        on=["occupation_id", "language"],
    )
    return ids


def put_skills(skills: Mapping[str, SkillRow]) -> dict[str, int]:
    """Skills with their labels, groups and broader skills; gives their ids by URI."""
    put(
        Skill,
        ["uri", "kind", "reuse_level", *MARKS, "is_retired"],
        (
            (row.uri, row.kind, row.reuse_level, *(mark in row.marks for mark in MARKS), False)
            for row in skills.values()
        ),
        on=["uri"],
    )
    ids = dict(Skill.objects.values_list("uri", "id"))
    put(
        SkillLabel,
        ["skill_id", "language", "label", "alternatives", "description"],
        labelled({ids[uri]: row.labels for uri, row in skills.items()}),
        on=["skill_id", "language"],
    )
    put(
        Skill.groups.through,
        ["skill_id", "skillgroup_id"],
        ((ids[uri], group) for uri, row in skills.items() for group in row.groups),
        on=["skill_id", "skillgroup_id"],
    )
    put(
        Skill.broader.through,
        ["from_skill_id", "to_skill_id"],
        ((ids[uri], ids[broader]) for uri, row in skills.items() for broader in row.broader),
        on=["from_skill_id", "to_skill_id"],
    )
    return ids


def labelled(
    labels: Mapping[int, Mapping[str, Label]],
) -> Iterable[tuple[int, str, str, str, str]]:
    return (
        (concept, language, label.label, label.alternatives, label.description)
        for concept, spoken in labels.items()
        for language, label in spoken.items()
    )


def put_needs(needs: Iterable[tuple[int, int, bool]]) -> int:
    """Relations (occupation id, skill id, essential?); the same pair again takes the last."""
    columns = ["occupation_id", "skill_id", "is_essential"]
    return put(OccupationSkill, columns, needs, on=["occupation_id", "skill_id"])
