"""The starter facts that ship with Corridor, so that everything runs before any file is fetched."""

from __future__ import annotations

import tomllib
from datetime import date
from functools import cache
from pathlib import Path

from django.utils.translation import gettext_lazy as _

from corridor.kernel.places.finding import index_occupations_and_skills
from corridor.kernel.places.loaders.natural_earth import put_land
from corridor.kernel.places.loaders.shelves import (
    MARKS,
    Label,
    OccupationRow,
    SkillRow,
    put_groups,
    put_needs,
    put_occupations,
    put_skills,
)
from corridor.kernel.places.models import Country, Currency, DataSet, FormerName, Region
from corridor.kernel.places.registry import Prepared, Progress, loader
from corridor.kernel.places.tables import Findings, Row, checksum, rows_of
from corridor.kernel.places.writing import put

FACTS = Path(__file__).resolve().parent.parent / "facts"
LANGUAGES = ("en", "fr", "es", "ar")


@cache
def facts(name: str) -> tuple[Row, ...]:
    """The rows of one of our own files; a fault in them is a fault of the release."""
    findings = Findings("starter")
    rows = tuple(row for _number, row in rows_of(FACTS / f"{name}.csv", (), findings))
    findings.refuse_if_any()
    return rows


def named(row: Row, what: str) -> dict[str, str]:
    """The languages of a row: name_en, name_fr … -> {"en": …}."""
    return {
        language: row[f"{what}_{language}"]
        for language in LANGUAGES
        if row.get(f"{what}_{language}")
    }


@loader(
    "starter",
    title=_("Starter facts: countries, currencies, ISCO-08, a selection of ESCO"),
    source="ISO 3166-1, UN M49, ISO 4217, Unicode CLDR, ILO ISCO-08, ESCO v1.2",
    licence="CC BY 4.0; CC BY 3.0 IGO; Unicode-3.0",
    attribution="This service uses the ESCO classification of the European Commission.",
    needs_path=False,
)
def prepare(path: Path | None, progress: Progress) -> Prepared:
    """Ready at once; `path` is not used."""
    version = tomllib.loads((FACTS / "facts.toml").read_text(encoding="utf-8"))["version"]
    return Prepared(
        version=version, sha256=checksum(FACTS.glob("*.csv")), write=write, published={"isco": 619}
    )


def write(progress: Progress) -> dict[str, int]:
    """Write all of it, but leave what the publishers' own files have replaced."""
    counts = write_places()
    if not DataSet.objects.filter(name="natural-earth", is_current=True).exists():
        counts |= write_land()
    progress("countries", counts["countries"])
    counts["isco"] = put_groups({row["code"]: named(row, "title") for row in facts("isco08")})
    progress("isco", counts["isco"])
    if not DataSet.objects.filter(name="esco", is_current=True).exists():
        counts |= write_occupations()
        progress("occupations", counts["occupations"])
        index_occupations_and_skills(progress)
    return counts


def put_regions() -> int:
    """The regions of UN M49, the world first."""
    regions = (
        (row["code"], row["parent"] or None, named(row, "name"))
        for row in sorted(facts("regions"), key=depth)
    )
    return put(Region, ["code", "parent_id", "names"], regions, on=["code"])


def write_places() -> dict[str, int]:
    regions = put_regions()
    points = {row["alpha3"]: row for row in facts("points")}
    currencies = [
        (row["code"], row["numeric"], int(row["minor_units"]), named(row, "name"))
        for row in facts("currencies")
    ]
    put(Currency, ["code", "numeric", "minor_units", "names"], currencies, on=["code"])
    columns = ["alpha3", "alpha2", "numeric", "region_id", "currency_id", "income_group"]
    groupings = ["least_developed", "landlocked_developing", "small_island_developing"]
    axes = ["latitude", "longitude"]
    known = dict(Country.objects.values_list("alpha3", "names"))
    countries = [
        (
            *(row["alpha3"], row["alpha2"], row["numeric"]),
            *(row["region"] or None, row["currency"] or None, row["income_group"]),
            *(told(row[grouping]) for grouping in groupings),
            {**known.get(row["alpha3"], {}), **named(row, "name")},
            *(degrees(points.get(row["alpha3"], {}), axis) for axis in axes),
        )
        for row in facts("countries")
    ]
    put(Country, [*columns, *groupings, "names", *axes], countries, on=["alpha3"])
    former = [
        (row["alpha3"], row["name"], date.fromisoformat(row["until"]))
        for row in facts("former_names")
    ]
    put(FormerName, ["country_id", "name", "until"], former, on=["country_id", "name"])
    return {
        "countries": len(countries),
        "regions": regions,
        "currencies": len(currencies),
        "former names": len(former),
    }


def write_land() -> dict[str, int]:
    """The coastlines of Natural Earth, drawn with few points."""
    numbers = [[float(number) for number in row["ring"].split()] for row in facts("land")]
    return put_land([list(zip(ring[::2], ring[1::2], strict=True)) for ring in numbers])


def degrees(row: Row, axis: str) -> float | None:
    return float(row[axis]) if row else None


def told(mark: str) -> bool | None:
    return None if mark == "" else mark == "1"


def depth(row: Row) -> int:
    """How far below the world a region is, so that parents are written first."""
    parents = {region["code"]: region["parent"] for region in facts("regions")}
    steps, code = 0, row["code"]
    while code := parents[code]:
        steps += 1
    return steps


def write_occupations() -> dict[str, int]:
    occupations = {
        row["uri"]: OccupationRow(
            uri=row["uri"],
            code=row["code"],
            group=row["group"],
            labels={
                language: Label(
                    label=label, description=row["description_en"] if language == "en" else ""
                )
                for language, label in named(row, "label").items()
            },
        )
        for row in facts("occupations")
    }
    skills = {
        row["uri"]: SkillRow(
            uri=row["uri"],
            kind=row["kind"],
            reuse_level=row["reuse_level"],
            marks=frozenset(mark for mark in MARKS if row[mark] == "1"),
            labels={
                language: Label(label=label) for language, label in named(row, "label").items()
            },
        )
        for row in facts("skills")
    }
    occupation_ids, skill_ids = put_occupations(occupations), put_skills(skills)
    needs = [
        (
            occupation_ids[row["occupation"]],
            skill_ids[row["skill"]],
            row["relation"] == "essential",
        )
        for row in facts("occupation_skills")
    ]
    put_needs(needs)
    return {"occupations": len(occupations), "skills": len(skills), "relations": len(needs)}
