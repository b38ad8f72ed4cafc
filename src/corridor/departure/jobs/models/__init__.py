"""The tables of jobs, by what they are about."""

from corridor.departure.jobs.models.applications import (
    Application,
    ApplicationState,
    PlaceTaken,
    SavedVacancy,
    Share,
    ShareLook,
    Stage,
    ViewCount,
    Withdrawal,
)
from corridor.departure.jobs.models.imports import ImportState, VacancyImport
from corridor.departure.jobs.models.orders import JobOrder, OrderState
from corridor.departure.jobs.models.searches import SavedSearch, VacancyAlert
from corridor.departure.jobs.models.vacancies import (
    Amendment,
    AmendmentState,
    Cost,
    Housing,
    PayBasis,
    Payer,
    PayPeriod,
    Status,
    Vacancy,
    VacancyLanguage,
    VacancySkill,
)

__all__ = [
    "Amendment",
    "AmendmentState",
    "Application",
    "ApplicationState",
    "Cost",
    "Housing",
    "ImportState",
    "JobOrder",
    "OrderState",
    "PayBasis",
    "PayPeriod",
    "Payer",
    "PlaceTaken",
    "SavedSearch",
    "SavedVacancy",
    "Share",
    "ShareLook",
    "Stage",
    "Status",
    "Vacancy",
    "VacancyAlert",
    "VacancyImport",
    "VacancyLanguage",
    "VacancySkill",
    "ViewCount",
    "Withdrawal",
]
