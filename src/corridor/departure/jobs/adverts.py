"""Real job advertisements labelled with ESCO (`corridor load job-ads FILE`) as open vacancies."""

from __future__ import annotations

from collections import defaultdict
from pathlib import Path

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from corridor.departure.jobs.acts.import_vacancies import import_vacancies
from corridor.departure.jobs.draft import SkillAsked, VacancyDraft
from corridor.departure.jobs.models import Vacancy
from corridor.kernel.actors.api import COMMAND_LINE
from corridor.kernel.places import api as places

SOURCE = "job-ads"
COLUMNS = ("id", "title", "sector", "esco_code", "description")
# The board publishes in Ethiopia; the texts are in English, some partly in Amharic.
COUNTRY, LANGUAGE = "ETH", "en"


@places.loader(
    SOURCE,
    title=gettext_lazy("Real job advertisements labelled with ESCO occupations"),
    source="Hahu Jobs (Ethiopia, 2023), published by Tabiya, tabiya-livelihoods-classifier",
    licence="CC BY 4.0",
    attribution="Job advertisements: Hahu Jobs, published by Tabiya (CC BY 4.0), redacted.",
)
def prepare(path: Path | None, progress: places.Progress) -> places.Prepared:
    """Read the file and give each advertisement the skills of its ESCO occupation."""
    if path is None:  # the loader asks for a path before it calls
        raise places.NothingToLoad(name=SOURCE, path="")
    findings = places.Findings(SOURCE)
    rows = [(number, row) for number, row in places.rows_of(path, COLUMNS, findings)]
    seen: set[str] = set()
    for number, row in rows:
        for column in ("id", "title", "esco_code"):
            if not row[column].strip():
                findings.fault(path.name, number, column, _("the cell is empty"))
        if row["id"] in seen:
            findings.fault(path.name, number, "id", _("the id stands in the file twice"))
        seen.add(row["id"])
    findings.refuse_if_any()
    needs = skills_of({row["esco_code"] for _number, row in rows})
    drafts = [draft(row, needs) for _number, row in rows]
    unknown = sum(not each.skills for each in drafts)
    notes = [
        _("%(count)s advertisements name an occupation whose skills are not known here.")
        % {"count": unknown}
    ]

    def write(progress: places.Progress) -> dict[str, int]:
        done = import_vacancies(actor=COMMAND_LINE, drafts=drafts, publish=True)
        progress("vacancies", done.new)
        return {"vacancies": Vacancy.objects.filter(source=SOURCE).count()}

    return places.Prepared(
        version="2023",
        sha256=places.checksum([path]),
        write=write,
        published={"vacancies": 542},
        notes=notes if unknown else [],
    )


def skills_of(codes: set[str]) -> dict[str, tuple[SkillAsked, ...]]:
    """The skills each occupation (by ESCO code) needs or welcomes, essential ones first."""
    needs = places.OccupationSkill.objects.filter(
        occupation__code__in=codes, occupation__is_retired=False
    ).order_by("occupation__code", "-is_essential", "skill__uri")
    found: dict[str, dict[str, SkillAsked]] = defaultdict(dict)
    for code, skill, essential in needs.values_list(
        "occupation__code", "skill__uri", "is_essential"
    ):
        found[code].setdefault(skill, SkillAsked(skill=skill, essential=essential))
    return {code: tuple(skills.values()) for code, skills in found.items()}


def draft(row: dict[str, str], needs: dict[str, tuple[SkillAsked, ...]]) -> VacancyDraft:
    code = row["esco_code"].strip()
    return VacancyDraft(
        title=row["title"].strip()[:200],
        description=row["description"].strip(),
        language=LANGUAGE,
        sector=row["sector"].strip()[:120],
        country=COUNTRY,
        isco=code[:4],
        esco=code,
        skills=needs.get(code, ()),
        languages={"en": 0},
        source=SOURCE,
        source_reference=row["id"].strip(),
    )
