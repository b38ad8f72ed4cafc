"""The lists of jobs that can be taken away."""

from __future__ import annotations

from typing import Any

from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from corridor.departure.jobs.table import COLUMNS
from corridor.kernel.tables import api as tables
from corridor.kernel.tables.api import Column, Kind


def pay(vacancy: Any) -> tuple[int, str] | None:
    return (vacancy.pay_minor, vacancy.pay_currency) if vacancy.pay_minor else None


VACANCIES = tables.Table(
    name="vacancies",
    title=_("Vacancies"),
    columns=(
        Column(name="number", title=_("Number")),
        Column(name="title", title=_("Title")),
        Column(name="status", title=_("Status"), read=lambda each: each.get_status_display()),
        Column(name="employer", title=_("Employer"), read="employer_name"),
        Column(name="isco", title=_("Occupation group (ISCO-08)")),
        Column(name="country", title=_("Country")),
        Column(name="place", title=_("Place")),
        Column(name="pay", title=_("Pay"), kind=Kind.MONEY, read=pay),
        Column(name="places", title=_("Places"), kind=Kind.NUMBER),
        Column(name="filled", title=_("Filled"), kind=Kind.NUMBER, read="places_filled"),
        Column(name="closes_on", title=_("Apply until"), kind=Kind.DATE),
        Column(name="published_at", title=_("Published"), kind=Kind.MOMENT),
        Column(name="ended_at", title=_("Ended"), kind=Kind.MOMENT),
    ),
)
ORDERS = tables.Table(
    name="job-orders",
    title=_("Job orders"),
    columns=(
        Column(name="number", title=_("Order")),
        Column(name="organisation", title=_("Organisation"), read="organisation.name"),
        Column(name="isco", title=_("Occupation group (ISCO-08)")),
        Column(name="country", title=_("Country")),
        Column(
            name="asked",
            title=pgettext_lazy("places", "Asked"),
            kind=Kind.NUMBER,
            read="places_asked",
        ),
        Column(name="approved", title=_("Approved"), kind=Kind.NUMBER, read="places"),
        Column(name="left", title=_("Left"), kind=Kind.NUMBER, read="balance"),
        Column(name="valid_from", title=_("Valid from"), kind=Kind.DATE),
        Column(name="valid_until", title=_("Valid until"), kind=Kind.DATE),
        Column(name="use_by", title=_("To be used by"), kind=Kind.DATE),
        Column(name="state", title=_("State"), read=lambda each: each.get_state_display()),
    ),
)
APPLICANTS = tables.Table(
    name="applicants",
    title=_("Applicants"),
    columns=(
        Column(name="number", title=_("Number"), read="application.number"),
        Column(name="met", title=_("Met"), kind=Kind.NUMBER),
        Column(name="asked", title=_("Asked for"), kind=Kind.NUMBER),
        Column(
            name="stage", title=_("How far"), read=lambda each: each.application.get_stage_display()
        ),
        Column(
            name="applied_at",
            title=_("Applied on"),
            kind=Kind.MOMENT,
            read="application.applied_at",
        ),
    ),
    noted="jobs.applicants_taken",
    about="jobs.Application",
)
TEMPLATE = tables.Table(
    name="vacancies-template",
    title=_("Vacancies"),
    columns=tuple(Column(name=name, title=name) for name in COLUMNS),
    reads_back=True,
)
