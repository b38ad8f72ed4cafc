"""Which file of an ESCO folder is which: the official CSV names, and joined ones with versions.

Official: occupations_en.csv, skills_fr.csv, occupationSkillRelations_en.csv, ISCOGroups_en.csv,
skillGroups_en.csv, broaderRelationsOccPillar_en.csv, broaderRelationsSkillPillar_en.csv,
languageSkillsCollection_en.csv … Any of them may be gzipped or carry `_v1.2`.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from pathlib import Path

LANGUAGE = r"(?P<language>[a-z]{2})"
KINDS = {
    "occupations": rf"occupations_{LANGUAGE}",
    "skills": rf"skills_{LANGUAGE}",
    "needs": rf"(?:occupationSkillRelations|occupation_skill_relations)(?:_{LANGUAGE})?",
    "isco": rf"(?:ISCOGroups|isco_groups)_{LANGUAGE}",
    "isco labels": r"isco08_labels_multilingual",
    "skill groups": rf"(?:skillGroups|skill_groups)_{LANGUAGE}",
    "broader occupations": (
        rf"(?:broaderRelationsOccPillar|broader_relations_occupations)(?:_{LANGUAGE})?"
    ),
    "broader skills": (
        rf"(?:broaderRelationsSkillPillar|broader_relations_skills)(?:_{LANGUAGE})?"
    ),
    "occupation labels": r"occupation_labels_multilingual",
    "occupation alternatives": r"occupation_altlabels_multilingual",
    "skill labels": rf"skill_labels_{LANGUAGE}",
    "is_language": rf"languageSkillsCollection_{LANGUAGE}",
    "is_digital": rf"(?:digitalSkillsCollection|digCompSkillsCollection)_{LANGUAGE}",
    "is_green": rf"greenSkillsCollection_{LANGUAGE}",
    "is_transversal": rf"transversalSkillsCollection_{LANGUAGE}",
}
PATTERNS = {
    kind: re.compile(rf"{name}(?:_v(?P<version>\d+(?:\.\d+)*))?\.csv(?:\.gz)?")
    for kind, name in KINDS.items()
}
VERSION = re.compile(r"v(\d+(?:\.\d+)+)")


@dataclass(frozen=True, kw_only=True)
class EscoFile:
    """A file of the folder: its kind, its language ("" where it has none), its version or ""."""

    path: Path
    kind: str
    language: str
    version: str


@dataclass(frozen=True)
class EscoFolder:
    """The recognised files of a folder, and the names of those left alone."""

    path: Path
    files: tuple[EscoFile, ...]
    others: tuple[str, ...]

    def of(self, kind: str) -> list[EscoFile]:
        """The files of a kind, English first, then by language."""
        found = (file for file in self.files if file.kind == kind)
        return sorted(found, key=lambda file: (file.language != "en", file.language))

    def main(self, kind: str) -> EscoFile | None:
        """The file that says what exists: the English one where there is one."""
        return next(iter(self.of(kind)), None)

    @property
    def version(self) -> str:
        """As the occupations file or the folder is named: "1.2"; "" where neither says."""
        main = self.main("occupations")
        if main is not None and main.version:
            return main.version
        said = VERSION.search(self.path.resolve().name)
        return said.group(1) if said else ""


def folder_of(path: Path) -> EscoFolder:
    """Recognise what is in a folder; deeper folders are not looked into."""
    files: list[EscoFile] = []
    others: list[str] = []
    for each in sorted(path.iterdir()) if path.is_dir() else []:
        if (known := recognised(each)) is not None:
            files.append(known)
        elif ".csv" in each.suffixes:
            others.append(each.name)
    return EscoFolder(path, tuple(files), tuple(others))


def recognised(path: Path) -> EscoFile | None:
    for kind, pattern in PATTERNS.items():
        if match := pattern.fullmatch(path.name):
            parts = match.groupdict()
            return EscoFile(
                path=path,
                kind=kind,
                language=parts.get("language") or "",
                version=parts.get("version") or "",
            )
    return None
