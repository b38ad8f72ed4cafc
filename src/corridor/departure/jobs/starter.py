"""A few invented vacancies in real corridors, for installations without other data."""

from __future__ import annotations

import tomllib
from pathlib import Path

from django.utils.translation import gettext_lazy

from corridor.departure.jobs import codes
from corridor.departure.jobs.acts.import_vacancies import import_vacancies
from corridor.departure.jobs.adverts import skills_of
from corridor.departure.jobs.draft import VacancyDraft
from corridor.departure.jobs.models import Vacancy
from corridor.kernel.actors.api import COMMAND_LINE
from corridor.kernel.places import api as places

FILE = Path(__file__).parent / "facts" / "vacancies.toml"
SOURCE = "starter"


@places.loader(
    "starter-vacancies",
    title=gettext_lazy("Starter vacancies: invented ones in real corridors"),
    source="Written for Corridor; employers are invented",
    licence="CC0-1.0",
    attribution="",
    needs_path=False,
)
def prepare(path: Path | None, progress: places.Progress) -> places.Prepared:
    """Ready at once; `path` is not used."""
    given = tomllib.loads(FILE.read_text(encoding="utf-8"))["vacancies"]

    def write(progress: places.Progress) -> dict[str, int]:
        needs = skills_of({each["esco"] for each in given})
        drafts = [draft(each, needs) for each in given]
        import_vacancies(actor=COMMAND_LINE, drafts=drafts, publish=True)
        return {"vacancies": Vacancy.objects.filter(source=SOURCE).count()}

    return places.Prepared(version="2026-11", sha256=places.checksum([FILE]), write=write)


def draft(given: dict, needs: dict) -> VacancyDraft:  # type: ignore[type-arg]
    """One entry of the file; pay in whole units, languages as {en = "B1"}."""
    values = dict(given)
    currency = values.get("pay_currency", "")
    if currency:
        values["pay_minor"] = values.pop("pay") * codes.minor_units(currency)
    levels = {name: codes.level_of(level) or 0 for name, level in values["languages"].items()}
    values["languages"] = levels
    for name in ("licences", "permits", "countries_allowed"):
        values[name] = tuple(values.get(name, ()))
    reference = values.pop("reference")
    return VacancyDraft(
        **values,
        isco=values["esco"][:4],
        skills=needs.get(values["esco"], ()),
        source=SOURCE,
        source_reference=reference,
    )
