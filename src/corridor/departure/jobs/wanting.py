"""What a list of vacancies is narrowed to: in its address, in a query, and in words."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any
from urllib.parse import parse_qsl, urlencode

from django.db.models import BigIntegerField, F, Q, QuerySet, Value
from django.db.models.functions import Cast
from django.utils.formats import number_format
from django.utils.translation import gettext as _

from corridor.departure.jobs import codes, wording
from corridor.departure.jobs.draft import PAY_MINOR_MAX
from corridor.departure.jobs.finding import INDEX
from corridor.departure.jobs.models import Housing, PayPeriod, Vacancy
from corridor.kernel.places import api as places

WEEKS_A_YEAR, MONTHS_A_YEAR, HOURS_A_DAY = 52, 12, 8
PAY_MAX = 1_000_000_000
# The name in an address, and the field it fills.
NAMES = {
    "q": "text",
    "occupation": "isco",
    "country": "country",
    "language": "language",
    "pay": "pay",
    "currency": "currency",
    "housing": "housing",
    "employer_pays": "employer_pays",
}


@dataclass(frozen=True, kw_only=True)
class Wanted:
    """What a list of vacancies is narrowed to; empty means any. `isco` is 1 to 4 digits.

    `pay` is the least a month in whole units of `currency`, and counts with it only. `housing` is
    "provided", or "allowance" for either of the two.
    """

    isco: str = ""
    country: str = ""
    language: str = ""
    text: str = ""
    pay: int = 0
    currency: str = ""
    housing: str = ""
    employer_pays: bool = False

    def query(self) -> str:
        """The filters as they stand in the address of the list, always in the same order."""
        given = {name: getattr(self, field) for name, field in NAMES.items()}
        if not self.asks_pay:
            given["pay"] = given["currency"] = ""
        given["text"] = self.text.strip()
        given["employer_pays"] = "on" if self.employer_pays else ""
        return urlencode({name: given[name] for name in NAMES if given[name]})

    @property
    def asks_pay(self) -> bool:
        return 0 < self.pay <= PAY_MAX and codes.is_currency(self.currency)


def of_address(given: Mapping[str, Any]) -> Wanted:
    """The filters by their names in an address; what is not there is not asked."""
    fields = {field: given[name] for name, field in NAMES.items() if given.get(name)}
    pay = str(fields.get("pay", ""))
    fields["pay"] = int(pay) if pay.isascii() and pay.isdecimal() else 0
    fields["employer_pays"] = bool(fields.get("employer_pays"))
    return Wanted(**fields)


def of_query(query: str) -> Wanted:
    return of_address(dict(parse_qsl(query)))


def narrowed(vacancies: QuerySet[Vacancy], wanted: Wanted) -> QuerySet[Vacancy]:
    if wanted.isco:
        vacancies = vacancies.filter(isco__startswith=wanted.isco)
    if wanted.country:
        vacancies = vacancies.filter(country=wanted.country)
    if wanted.language:
        vacancies = vacancies.filter(
            Q(languages__language=wanted.language)
            | Q(languages__isnull=True, language=wanted.language)
        )
    if wanted.asks_pay:
        vacancies = vacancies.filter(pays(wanted.pay, wanted.currency))
    if wanted.housing:
        least = {wanted.housing, Housing.PROVIDED}
        vacancies = vacancies.filter(housing__in=sorted(least))
    if wanted.employer_pays:
        vacancies = vacancies.filter(payers__recruitment="employer")
    if wanted.text.strip():
        vacancies = vacancies.filter(pk__in=INDEX.keys(wanted.text))
    return vacancies


def pays(amount: int, currency: str) -> Q:
    """At least so much a month. A year has 52 weeks, a day of pay eight hours.

    Pay by the hour or the day counts with the hours a week; without them nobody can tell.
    """
    yearly = min(amount * codes.minor_units(currency), PAY_MINOR_MAX) * MONTHS_A_YEAR
    hours = Cast(F("hours_weekly"), BigIntegerField()) * WEEKS_A_YEAR
    rate = Q(hours_weekly__gte=1)
    by_hour = (Value(yearly, BigIntegerField()) + hours - 1) / hours
    by_day = (Value(yearly * HOURS_A_DAY, BigIntegerField()) + hours - 1) / hours
    return Q(pay_currency=currency) & (
        Q(pay_period=PayPeriod.MONTH, pay_minor__gte=yearly // MONTHS_A_YEAR)
        | Q(pay_period=PayPeriod.YEAR, pay_minor__gte=yearly)
        | (Q(pay_period=PayPeriod.HOUR, pay_minor__gte=by_hour) & rate)
        | (Q(pay_period=PayPeriod.DAY, pay_minor__gte=by_day) & rate)
    )


def told(wanted: Wanted) -> str:
    """The filters in words of the reader's language, on one line."""
    parts = [f"“{wanted.text.strip()}”"] if wanted.text.strip() else []
    if wanted.isco:
        parts.append(places.occupation_label(wanted.isco))
    if wanted.country:
        parts.append(places.country_name(wanted.country))
    if wanted.language:
        parts.append(places.language_name(wanted.language))
    if wanted.asks_pay:
        amount = f"{number_format(wanted.pay, force_grouping=True)} {wanted.currency}"
        parts.append(_("at least %(amount)s a month") % {"amount": amount})
    if wanted.housing:
        parts.append(str(wording.HOUSING_WANTED[wanted.housing]))
    if wanted.employer_pays:
        parts.append(_("The employer pays for recruitment"))
    return " · ".join(parts)
