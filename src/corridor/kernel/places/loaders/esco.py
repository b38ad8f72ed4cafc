"""ESCO: the European classification of occupations and skills, in any of its releases."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from pathlib import Path

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from corridor.kernel.places.errors import NothingToLoad
from corridor.kernel.places.finding import index_occupations_and_skills
from corridor.kernel.places.loaders.esco_files import EscoFolder, folder_of
from corridor.kernel.places.loaders.esco_reading import (
    Esco,
    SkillGroupRow,
    read_hierarchies,
    read_isco,
    read_needs,
    read_occupation_names,
    read_occupations,
    read_skill_groups,
    read_skill_names,
    read_skills,
)
from corridor.kernel.places.loaders.shelves import (
    put_groups,
    put_needs,
    put_occupations,
    put_skills,
)
from corridor.kernel.places.loaders.starter import facts
from corridor.kernel.places.models import Occupation, OccupationSkill, Skill, SkillGroup
from corridor.kernel.places.registry import Prepared, Progress, loader
from corridor.kernel.places.tables import Findings, checksum
from corridor.kernel.places.writing import put

REQUIRED = {
    "occupations": "occupations_en.csv",
    "skills": "skills_en.csv",
    "needs": "occupationSkillRelations_en.csv",
}
# European Commission, ESCO release notes; relations counted in the release's own CSV.
PUBLISHED = {
    "1.1.1": {"isco": 619, "occupations": 3_007, "skills": 13_897, "relations": 123_789},
    "1.2": {
        "isco": 619,
        "occupations": 3_039,
        "skills": 13_939,
        "relations": 129_004,
        "languages": 27,
    },
}


@loader(
    "esco",
    title=gettext_lazy("ESCO: occupations, skills and their relations, in many languages"),
    source="European Commission, ESCO, https://esco.ec.europa.eu/en/use-esco/download",
    licence="CC BY 4.0 (Commission Decision 2011/833/EU)",
    attribution="This service uses the ESCO classification of the European Commission.",
)
def prepare(path: Path | None, progress: Progress) -> Prepared:
    """Read and check a folder of official CSV files (or the same joined and gzipped)."""
    folder = folder_of(path or Path())
    if not folder.files:
        raise NothingToLoad(name="esco", path=str(path))
    esco = Esco(folder, Findings("esco"))
    for kind, official in REQUIRED.items():
        if folder.main(kind) is None:
            esco.findings.fault(official, 0, "", _("the file is missing"))
    steps: dict[str, Callable[[], None]] = {
        "isco": lambda: read_isco(esco),
        "occupations": lambda: read_occupations(esco, known_groups(esco)),
        "names": lambda: read_occupation_names(esco),
        "skill groups": lambda: read_skill_groups(esco),
        "skills": lambda: read_skills(esco),
        "other names": lambda: read_skill_names(esco),
        "hierarchies": lambda: read_hierarchies(esco),
        "relations": lambda: read_needs(esco),
    }
    for done, (step, read) in enumerate(steps.items()):
        progress(_("reading %(what)s") % {"what": step}, done)
        read()
    esco.findings.refuse_if_any()
    return Prepared(
        version=folder.version or _("unnamed"),
        sha256=checksum(file.path for file in folder.files),
        write=lambda progress: write(esco, progress),
        published=PUBLISHED.get(folder.version, {}),
        notes=notes(folder, esco),
    )


def known_groups(esco: Esco) -> frozenset[str]:
    """The unit groups an occupation may be in: those of the release, else those we ship."""
    codes = esco.isco or {row["code"]: {} for row in facts("isco08")}
    return frozenset(code for code in codes if len(code) == 4)


def notes(folder: EscoFolder, esco: Esco) -> list[str]:
    found = [f"{count:,} {message}" for message, count in esco.findings.notes.items()]
    if folder.others:
        message = _("not read: %(files)s")
        found.append(message % {"files": ", ".join(folder.others)})
    return found


def write(esco: Esco, progress: Progress) -> dict[str, int]:
    """Put the release in the place of the one before; what it drops is retired, not deleted."""
    put_groups(esco.isco or {row["code"]: {"en": row["title_en"]} for row in facts("isco08")})
    progress("ISCO", len(esco.isco))
    put_skill_groups(esco.skill_groups.values())
    Occupation.objects.update(is_retired=True, broader=None)
    occupation_ids = put_occupations(esco.occupations)
    progress("occupations", len(esco.occupations))
    Skill.groups.through.objects.all().delete()
    Skill.broader.through.objects.all().delete()
    Skill.objects.update(is_retired=True)
    skill_ids = put_skills(esco.skills)
    progress("skills", len(esco.skills))
    OccupationSkill.objects.all().delete()
    occupations = [occupation_ids[uri] for uri in esco.occupations]
    skills = [skill_ids[uri] for uri in esco.skills]
    kept = put_needs(
        (occupations[row], skills[column], essential) for row, column, essential in esco.needs
    )
    progress("relations", kept)
    index_occupations_and_skills(progress)
    return counts(esco, kept)


def put_skill_groups(groups: Iterable[SkillGroupRow]) -> None:
    """Groups first without their parents, then with them, so that the order does not matter."""
    rows = list(groups)
    columns = ["code", "uri", "titles"]
    put(SkillGroup, columns, ((row.code, row.uri, row.titles) for row in rows), on=["code"])
    below = ((row.code, row.uri, row.titles, row.parent) for row in rows if row.parent)
    put(SkillGroup, [*columns, "parent_id"], below, on=["code"])


def counts(esco: Esco, kept: int) -> dict[str, int]:
    spoken = {each for row in esco.occupations.values() for each in row.labels}
    return {
        "isco": len(esco.isco),
        "occupations": len(esco.occupations),
        "occupation names": sum(len(row.labels) for row in esco.occupations.values()),
        "languages": len(spoken),
        "skills": len(esco.skills),
        "skill names": sum(len(row.labels) for row in esco.skills.values()),
        "skill groups": len(esco.skill_groups),
        "relations": esco.needs.read + esco.needs.nameless,
        "relations kept": kept,
    }
