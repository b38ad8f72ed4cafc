"""Reading ESCO: every row checked against every other before anything is written."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from django.utils.translation import gettext as _

from corridor.kernel.places.loaders.esco_files import EscoFile, EscoFolder
from corridor.kernel.places.loaders.pairs import Pairs
from corridor.kernel.places.loaders.shelves import MARKS, Label, OccupationRow, SkillRow
from corridor.kernel.places.models import Skill
from corridor.kernel.places.tables import Findings, Row, rows_of

LABEL_LENGTH_MAX = 300
# No release of ESCO comes near; more is another file, and would only fill the memory.
CONCEPTS_MAX = 200_000
URI = re.compile(r"https?://\S{1,190}")
OCCUPATION_CODE = re.compile(r"\d{4}(?:\.\d+)+")
KINDS = {"knowledge": Skill.Kind.KNOWLEDGE, "skill/competence": Skill.Kind.SKILL}
REUSE_LEVELS = frozenset(Skill.Reuse.values)
RELATIONS = {"essential": True, "optional": False}


@dataclass(kw_only=True)
class SkillGroupRow:
    """A group of skills; `parent` is a code or ""."""

    code: str
    uri: str
    titles: dict[str, str]
    parent: str = ""


@dataclass
class Esco:
    """A whole release, read and being checked."""

    folder: EscoFolder
    findings: Findings
    isco: dict[str, dict[str, str]] = field(default_factory=dict)
    occupations: dict[str, OccupationRow] = field(default_factory=dict)
    skills: dict[str, SkillRow] = field(default_factory=dict)
    skill_groups: dict[str, SkillGroupRow] = field(default_factory=dict)
    needs: Pairs = field(default_factory=Pairs)

    def rows(self, file: EscoFile, *columns: str) -> Iterator[Place]:
        for number, row in rows_of(file.path, columns, self.findings):
            yield Place(self.findings, file, number, row)


@dataclass(frozen=True)
class Place:
    """A row in its file, which a fault can point at."""

    findings: Findings
    file: EscoFile
    number: int
    row: Row

    def __getitem__(self, column: str) -> str:
        return self.row.get(column, "").strip()

    def fault(self, column: str, message: str) -> None:
        self.findings.fault(self.file.path.name, self.number, column, message)

    def identity(self, column: str, known: object, pattern: re.Pattern[str]) -> str | None:
        """The value of an identifying column, or None when it is malformed or already there."""
        value = self[column]
        if not pattern.fullmatch(value):
            self.fault(column, _("%(value)s is not well formed") % {"value": repr(value)[:80]})
            return None
        if value in known:  # type: ignore[operator]
            self.fault(column, _("%(value)s is there twice") % {"value": value})
            return None
        return value

    def label(self, column: str = "preferredLabel") -> str:
        value = self[column]
        if len(value) > LABEL_LENGTH_MAX:
            message = _("the name is longer than %(most)s characters")
            self.fault(column, message % {"most": LABEL_LENGTH_MAX})
        return value

    def one_of(self, column: str, known: object) -> bool:
        """Whether the value is known; else a fault."""
        if self[column] in known:  # type: ignore[operator]
            return True
        shown = {"value": repr(self[column])[:80]}
        self.fault(column, _("%(value)s is not known in this release") % shown)
        return False


def read_isco(esco: Esco) -> None:
    """ISCO groups with their titles; the release may come without, then ours stand."""
    for file in esco.folder.of("isco"):
        for place in esco.rows(file, "code", "preferredLabel"):
            if not re.fullmatch(r"\d{1,4}", place["code"]):
                place.fault("code", _("this is not a code of ISCO-08"))
            else:
                esco.isco.setdefault(place["code"], {})[file.language] = place.label()
    for file in esco.folder.of("isco labels"):
        for place in esco.rows(file, "lang", "code", "preferredLabel"):
            if place.one_of("code", esco.isco):
                esco.isco[place["code"]].setdefault(place["lang"], place.label())


def read_occupations(esco: Esco, groups: frozenset[str]) -> None:
    """What occupations there are, from the main file; names from the others."""
    main = esco.folder.main("occupations")
    if main is None:
        return
    codes: set[str] = set()
    columns = "conceptUri", "code", "iscoGroup", "preferredLabel"
    for place in esco.rows(main, *columns):
        uri = place.identity("conceptUri", esco.occupations, URI)
        code = place.identity("code", codes, OCCUPATION_CODE)
        if not place["preferredLabel"]:
            place.fault("preferredLabel", _("the name is missing"))
        if not place.one_of("iscoGroup", groups) or uri is None or code is None:
            continue
        codes.add(code)
        esco.occupations[uri] = OccupationRow(
            uri=uri,
            code=code,
            group=place["iscoGroup"],
            is_regulated=place["regulatedProfessionNote"].endswith("/regulated"),
            labels={main.language: told(place)},
        )
        if len(esco.occupations) > CONCEPTS_MAX:
            place.fault("", _("there are more occupations than any release of ESCO has"))
            return
    for file in esco.folder.of("occupations"):
        if file != main:
            for place in esco.rows(file, "conceptUri", "preferredLabel"):
                name_occupation(esco, place, file.language, told(place))


def told(place: Place) -> Label:
    return Label(
        label=place.label(),
        alternatives=place["altLabels"],
        description=place["description"],
    )


def name_occupation(esco: Esco, place: Place, language: str, label: Label) -> None:
    occupation = esco.occupations.get(place["conceptUri"])
    if occupation is None:
        esco.findings.note(_("names of occupations that are not in this release, left out"))
    elif label.label:
        occupation.labels.setdefault(language, label)


def read_occupation_names(esco: Esco) -> None:
    """Names in many languages in one file, and alternatives in another."""
    for file in esco.folder.of("occupation labels"):
        for place in esco.rows(file, "lang", "conceptUri", "preferredLabel"):
            name_occupation(esco, place, place["lang"], told(place))
    for file in esco.folder.of("occupation alternatives"):
        for place in esco.rows(file, "lang", "conceptUri", "altLabels"):
            occupation = esco.occupations.get(place["conceptUri"])
            label = occupation.labels.get(place["lang"]) if occupation else None
            if label is None:
                message = _("other names of occupations that are not in this release, left out")
                esco.findings.note(message)
            elif not label.alternatives:
                label.alternatives = place["altLabels"].replace("|", "\n")


def read_skill_groups(esco: Esco) -> None:
    """Groups of skills and fields of ISCED-F, by URI."""
    main = esco.folder.main("skill groups")
    codes: set[str] = set()
    for file in esco.folder.of("skill groups"):
        for place in esco.rows(file, "conceptUri", "code", "preferredLabel"):
            if file != main:
                if place.one_of("conceptUri", esco.skill_groups):
                    esco.skill_groups[place["conceptUri"]].titles[file.language] = place.label()
                continue
            uri = place.identity("conceptUri", esco.skill_groups, URI)
            code = place.identity("code", codes, re.compile(r"[A-Za-z0-9.]{1,20}"))
            if uri is not None and code is not None:
                codes.add(code)
                titles = {file.language: place.label()}
                esco.skill_groups[uri] = SkillGroupRow(code=code, uri=uri, titles=titles)


def read_skills(esco: Esco) -> None:
    """What skills there are, from the main file; names from the others."""
    main = esco.folder.main("skills")
    if main is None:
        return
    group_codes = {group.code for group in esco.skill_groups.values()}
    for place in esco.rows(main, "conceptUri", "preferredLabel", "skillType", "reuseLevel"):
        uri = place.identity("conceptUri", esco.skills, URI)
        known = place.one_of("skillType", KINDS) & place.one_of("reuseLevel", REUSE_LEVELS)
        groups = [code.removeprefix("isced-f:") for code in place["skillGroupCodes"].split()]
        for code in groups:
            if code not in group_codes:
                shown = {"value": code}
                place.fault("skillGroupCodes", _("there is no group %(value)s") % shown)
        if uri is None or not known:
            continue
        label = told(place)
        if not label.label:
            esco.findings.note(_("skills without a name, loaded without"))
        esco.skills[uri] = SkillRow(
            uri=uri,
            kind=KINDS[place["skillType"]],
            reuse_level=place["reuseLevel"],
            marks=frozenset(mark for mark in MARKS if place[mark] == "1"),
            groups=groups,
            labels={main.language: label} if label.label else {},
        )
        if len(esco.skills) > CONCEPTS_MAX:
            place.fault("", _("there are more skills than any release of ESCO has"))
            return
    for file in esco.folder.of("skills"):
        if file != main:
            for place in esco.rows(file, "conceptUri", "preferredLabel"):
                if (skill := esco.skills.get(place["conceptUri"])) and place["preferredLabel"]:
                    skill.labels.setdefault(file.language, told(place))


def read_skill_names(esco: Esco) -> None:
    """Other names of skills, and the collections a skill is in."""
    for file in esco.folder.of("skill labels"):
        for place in esco.rows(file, "skill_uuid", "type", "label"):
            skill = esco.skills.get(f"http://data.europa.eu/esco/skill/{place['skill_uuid']}")
            label = skill.labels.get(file.language) if skill else None
            if label is not None and place["type"] == "altLabels":
                label.alternatives = f"{label.alternatives}\n{place['label']}".strip()
    for mark in MARKS:
        for file in esco.folder.of(mark):
            for place in esco.rows(file, "conceptUri"):
                if place.one_of("conceptUri", esco.skills):
                    skill_row = esco.skills[place["conceptUri"]]
                    skill_row.marks |= {mark}


def read_hierarchies(esco: Esco) -> None:
    """What stands below what."""
    if (file := esco.folder.main("broader occupations")) is not None:
        for place in esco.rows(file, "conceptType", "conceptUri", "broaderType", "broaderUri"):
            if (place["conceptType"], place["broaderType"]) == ("Occupation", "Occupation"):
                below_occupation(esco, place)
    if (file := esco.folder.main("broader skills")) is not None:
        for place in esco.rows(file, "conceptType", "conceptUri", "broaderType", "broaderUri"):
            below_skill(esco, place)


def below_occupation(esco: Esco, place: Place) -> None:
    known = place.one_of("conceptUri", esco.occupations)
    if not place.one_of("broaderUri", esco.occupations) or not known:
        return
    occupation = esco.occupations[place["conceptUri"]]
    if occupation.broader:
        esco.findings.note(_("second places in the tree of occupations, left out"))
    else:
        occupation.broader = place["broaderUri"]


def below_skill(esco: Esco, place: Place) -> None:
    concept, broader = place["conceptUri"], place["broaderUri"]
    if place["conceptType"] == "SkillGroup":
        if place.one_of("conceptUri", esco.skill_groups) & place.one_of(
            "broaderUri", esco.skill_groups
        ):
            esco.skill_groups[concept].parent = esco.skill_groups[broader].code
        return
    if not place.one_of("conceptUri", esco.skills):
        return
    skill = esco.skills[concept]
    if place["broaderType"] == "SkillGroup":
        if place.one_of("broaderUri", esco.skill_groups):
            skill.groups = list(dict.fromkeys([*skill.groups, esco.skill_groups[broader].code]))
    elif place.one_of("broaderUri", esco.skills):
        skill.broader.append(broader)


def read_needs(esco: Esco) -> None:
    """Which skills an occupation needs: streamed, for it is by far the longest table."""
    file = esco.folder.main("needs")
    if file is None:
        return
    occupations = {uri: place for place, uri in enumerate(esco.occupations)}
    skills = {uri: place for place, uri in enumerate(esco.skills)}
    esco.needs = Pairs(len(occupations), len(skills))
    for place in esco.rows(file, "occupationUri", "relationType", "skillUri"):
        known = place.one_of("occupationUri", occupations)
        known &= place.one_of("relationType", RELATIONS)
        if not place["skillUri"] and place["skillLabel"]:
            message = _("relations to %(label)s that name no single skill, left out")
            esco.findings.note(message % {"label": repr(place["skillLabel"])})
            esco.needs.nameless += 1
        elif place.one_of("skillUri", skills) and known:
            essential = RELATIONS[place["relationType"]]
            again = esco.needs.add(
                occupations[place["occupationUri"]], skills[place["skillUri"]], essential
            )
            if again:
                message = _("relations given both as essential and optional, kept as essential")
                esco.findings.note(message)
