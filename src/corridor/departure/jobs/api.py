"""The one door of jobs."""

from corridor.departure.jobs.acts.close import close_vacancy
from corridor.departure.jobs.acts.import_vacancies import Imported, import_vacancies
from corridor.departure.jobs.acts.post import post_vacancy
from corridor.departure.jobs.acts.publish import publish_vacancy
from corridor.departure.jobs.adverts import skills_of
from corridor.departure.jobs.describe import Described, described
from corridor.departure.jobs.draft import SkillAsked, VacancyDraft, judge
from corridor.departure.jobs.errors import (
    Finding,
    ImportRefused,
    KeyUsedBefore,
    NotADraft,
    NotOpen,
    VacancyRefused,
)
from corridor.departure.jobs.models import Status, Vacancy
from corridor.departure.jobs.reads import Wanted, by_number, published
from corridor.departure.jobs.table import read_drafts

__all__ = [
    "Described",
    "Finding",
    "ImportRefused",
    "Imported",
    "KeyUsedBefore",
    "NotADraft",
    "NotOpen",
    "SkillAsked",
    "Status",
    "Vacancy",
    "VacancyDraft",
    "VacancyRefused",
    "Wanted",
    "by_number",
    "close_vacancy",
    "described",
    "import_vacancies",
    "judge",
    "post_vacancy",
    "publish_vacancy",
    "published",
    "read_drafts",
    "skills_of",
]
