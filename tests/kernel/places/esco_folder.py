"""A tiny ESCO release under the official file names, to be broken in tests."""

from __future__ import annotations

import csv
from pathlib import Path

BASE = "http://data.europa.eu/esco"
WELDER, PIPE_WELDER = f"{BASE}/occupation/welder", f"{BASE}/occupation/pipe-welder"
WELD, METALS = f"{BASE}/skill/weld", f"{BASE}/skill/metals"
GROUP = f"{BASE}/skill/group"

TABLES: dict[str, list[list[str]]] = {
    "ISCOGroups_en.csv": [
        ["conceptType", "conceptUri", "code", "preferredLabel"],
        *[
            ["ISCOGroup", f"{BASE}/isco/C{code}", code, f"Group {code}"]
            for code in ("7", "72", "721", "7212")
        ],
    ],
    "occupations_en.csv": [
        [
            *("conceptType", "conceptUri", "iscoGroup", "preferredLabel", "altLabels"),
            *("hiddenLabels", "status", "regulatedProfessionNote", "description", "code"),
        ],
        [
            *("Occupation", WELDER, "7212", "welder", "arc operator\nwelding operator", ""),
            *("released", f"{BASE}/regulated-professions/regulated", "Joins metals.", "7212.3"),
        ],
        [
            *("Occupation", PIPE_WELDER, "7212", "pipe welder", "", "", "released"),
            *(f"{BASE}/regulated-professions/unregulated", "", "7212.3.3"),
        ],
    ],
    "occupations_fr.csv": [
        ["conceptType", "conceptUri", "iscoGroup", "preferredLabel", "altLabels", "code"],
        ["Occupation", WELDER, "7212", "soudeur/soudeuse", "", "7212.3"],
    ],
    "skills_en.csv": [
        [
            *("conceptType", "conceptUri", "skillType", "reuseLevel", "preferredLabel"),
            *("altLabels", "status", "description"),
        ],
        [
            *("KnowledgeSkillCompetence", WELD, "skill/competence", "sector-specific"),
            *("weld metal", "join metal", "released", ""),
        ],
        [
            *("KnowledgeSkillCompetence", METALS, "knowledge", "cross-sector"),
            *("types of metal", "", "released", ""),
        ],
    ],
    "skillGroups_en.csv": [
        ["conceptType", "conceptUri", "preferredLabel", "code"],
        ["SkillGroup", GROUP, "working with machinery", "S8"],
        ["SkillGroup", f"{GROUP}-1", "operating machinery", "S8.1"],
    ],
    "greenSkillsCollection_en.csv": [
        ["conceptType", "conceptUri", "preferredLabel"],
        ["KnowledgeSkillCompetence", METALS, "types of metal"],
    ],
    "broaderRelationsOccPillar_en.csv": [
        ["conceptType", "conceptUri", "broaderType", "broaderUri"],
        ["ISCOGroup", f"{BASE}/isco/C7212", "ISCOGroup", f"{BASE}/isco/C721"],
        ["Occupation", PIPE_WELDER, "Occupation", WELDER],
    ],
    "broaderRelationsSkillPillar_en.csv": [
        ["conceptType", "conceptUri", "broaderType", "broaderUri"],
        ["SkillGroup", f"{GROUP}-1", "SkillGroup", GROUP],
        ["KnowledgeSkillCompetence", WELD, "SkillGroup", f"{GROUP}-1"],
        ["KnowledgeSkillCompetence", WELD, "KnowledgeSkillCompetence", METALS],
    ],
    "occupationSkillRelations_en.csv": [
        ["occupationUri", "relationType", "skillType", "skillUri"],
        [WELDER, "essential", "skill/competence", WELD],
        [WELDER, "optional", "knowledge", METALS],
        [PIPE_WELDER, "optional", "skill/competence", WELD],
        [PIPE_WELDER, "essential", "skill/competence", WELD],
    ],
}


def write_folder(folder: Path, **changed: list[list[str]]) -> Path:
    """Write the release; `changed` replaces tables by the name before the first underscore."""
    folder.mkdir(exist_ok=True)
    for name, table in TABLES.items():
        rows = changed.get(name.removesuffix(".csv"), table)
        with (folder / name).open("w", encoding="utf-8", newline="") as stream:
            csv.writer(stream).writerows(rows)
    return folder


def altered(name: str, row: int, column: str, value: str) -> dict[str, list[list[str]]]:
    """One table with one cell changed; rows count as in a spreadsheet."""
    table = [list(cells) for cells in TABLES[f"{name}.csv"]]
    table[row - 1][table[0].index(column)] = value
    return {name: table}
