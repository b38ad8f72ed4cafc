"""Names of countries in many languages and the United Nations' groupings, from joined files."""

from __future__ import annotations

import re
from collections.abc import Iterable
from pathlib import Path

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from corridor.kernel.places.errors import NothingToLoad
from corridor.kernel.places.loaders.starter import facts, put_regions, told
from corridor.kernel.places.models import Country, Region
from corridor.kernel.places.registry import Prepared, Progress, loader
from corridor.kernel.places.tables import Findings, Row, checksum, rows_of
from corridor.kernel.places.writing import put

ISO = re.compile(r"iso3166_regions\.csv(?:\.gz)?")
GROUPS = re.compile(r"countries_income_dev_groups\.csv(?:\.gz)?")
NAMES = re.compile(r"country_names_multilingual\.csv(?:\.gz)?")
FLAGS = ("ldc", "lldc", "sids")
Names = dict[str, dict[str, str]]


@loader(
    "countries",
    title=gettext_lazy("Countries: ISO 3166-1, UN M49, income classes, names in 78 languages"),
    source="lukes/ISO-3166-Countries-with-Regional-Codes; UN WPP 2024; i18n-iso-countries",
    licence="CC BY-SA 4.0 (codes and regions); CC BY 3.0 IGO (groupings); MIT (names)",
    attribution=(
        "ISO 3166 with UN M49 regions by Luke Duncalfe; United Nations, World Population "
        "Prospects 2024; names by the contributors of i18n-iso-countries."
    ),
)
def prepare(path: Path | None, progress: Progress) -> Prepared:
    """Read iso3166_regions.csv, and, where they are, the groupings and the names."""
    folder = path or Path()
    found = {kind: file_of(folder, kind) for kind in (ISO, GROUPS, NAMES)}
    iso, groups, names = found[ISO], found[GROUPS], found[NAMES]
    if iso is None:
        raise NothingToLoad(name="countries", path=str(path))
    findings = Findings("countries")
    rows = read_iso(iso, findings)
    progress(_("reading %(what)s") % {"what": iso.name}, len(rows))
    flags = read_groups(groups, rows, findings) if groups else {}
    labels = read_names(names, rows, findings) if names else {}
    findings.refuse_if_any()
    spoken = len({language for each in labels.values() for language in each})
    return Prepared(
        version="2024",
        sha256=checksum(file for file in (iso, groups, names) if file),
        write=lambda _progress: write(rows, flags, labels) | {"languages": spoken},
        published={"countries": 249, "languages": 78 if names else 0},
        notes=[f"{count:,} {message}" for message, count in findings.notes.items()],
    )


def file_of(folder: Path, name: re.Pattern[str]) -> Path | None:
    inside = sorted(folder.iterdir()) if folder.is_dir() else []
    return next((file for file in inside if name.fullmatch(file.name)), None)


def read_iso(file: Path, findings: Findings) -> dict[str, Row]:
    """The countries by alpha-2, each code well formed and there once."""
    columns = ["name", "alpha-2", "alpha-3", "country-code", "region-code", "sub-region-code"]
    rows: dict[str, Row] = {}
    seen: set[str] = set()
    shapes = {"alpha-2": r"[A-Z]{2}", "alpha-3": r"[A-Z]{3}", "country-code": r"\d{3}"}
    regions = {row["code"] for row in facts("regions")} | {""}
    for number, row in rows_of(file, columns, findings):
        for column, shape in shapes.items():
            if not re.fullmatch(shape, row[column]):
                message = _("%(value)s is not well formed")
                findings.fault(file.name, number, column, message % {"value": repr(row[column])})
            elif row[column] in seen:
                message = _("%(value)s is there twice") % {"value": row[column]}
                findings.fault(file.name, number, column, message)
            seen.add(row[column])
        for column in ("region-code", "sub-region-code", "intermediate-region-code"):
            if row.get(column, "") not in regions:
                message = _("%(value)s is not a region of UN M49") % {"value": row[column]}
                findings.fault(file.name, number, column, message)
        rows[row["alpha-2"]] = row
    return rows


def read_groups(file: Path, countries: Iterable[str], findings: Findings) -> dict[str, Row]:
    """Income class and development groups by alpha-2."""
    rows: dict[str, Row] = {}
    known = set(countries)
    for number, row in rows_of(file, ["alpha2", "wb_income_group", *FLAGS], findings):
        if row["alpha2"] not in known:
            message = _("%(value)s is not in the list of countries") % {"value": row["alpha2"]}
            findings.fault(file.name, number, "alpha2", message)
        for column in FLAGS:
            if row[column] not in {"", "0", "1"}:
                message = _("%(value)s is neither 0 nor 1") % {"value": repr(row[column])[:80]}
                findings.fault(file.name, number, column, message)
        rows[row["alpha2"]] = row
    return rows


def read_names(file: Path, countries: Iterable[str], findings: Findings) -> Names:
    """Main names (rank 0) by alpha-2 and language."""
    names: Names = {}
    known = set(countries)
    for number, row in rows_of(file, ["lang", "alpha2", "name", "rank"], findings):
        if not row["name"].strip() or not row["lang"]:
            findings.fault(file.name, number, "name", _("the name is missing"))
        elif row["alpha2"] not in known:
            findings.note(_("names of areas that are not in ISO 3166-1, left out"))
        elif row["rank"] == "0":
            names.setdefault(row["alpha2"], {})[row["lang"]] = row["name"]
    return names


def write(rows: dict[str, Row], groups: dict[str, Row], labels: Names) -> dict[str, int]:
    """Put names and groupings; names we hold already in a language stay, ours were chosen."""
    known = dict(Country.objects.values_list("alpha3", "names"))
    if not Region.objects.exists():
        put_regions()
    columns = ["alpha3", "alpha2", "numeric", "region_id", "names", "income_group"]
    flags = ["least_developed", "landlocked_developing", "small_island_developing"]
    cells = []
    for alpha2, row in rows.items():
        group = groups.get(alpha2, {})
        names = {"en": row["name"], **labels.get(alpha2, {}), **known.get(row["alpha-3"], {})}
        codes = ("intermediate-region-code", "sub-region-code", "region-code")
        region = next((row[code] for code in codes if row.get(code)), None)
        cells.append(
            (
                *(row["alpha-3"], alpha2, row["country-code"], region, names),
                group.get("wb_income_group", ""),
                *(told(group.get(column, "")) for column in FLAGS),
            )
        )
    put(Country, [*columns, *flags], cells, on=["alpha3"])
    return {"countries": len(cells), "names": sum(len(each) for each in labels.values())}
