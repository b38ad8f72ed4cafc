"""The tables of jobs, by what they are about."""

from corridor.departure.jobs.models.orders import JobOrder, OrderState
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
    "Cost",
    "Housing",
    "JobOrder",
    "OrderState",
    "PayBasis",
    "PayPeriod",
    "Payer",
    "Status",
    "Vacancy",
    "VacancyLanguage",
    "VacancySkill",
]
