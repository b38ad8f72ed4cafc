"""The closing report: what became of every place, as figures, CSV and PDF."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from django.db.models import Count, Max, Q
from django.utils.translation import get_language, gettext_lazy, pgettext_lazy
from django.utils.translation import gettext as _

from corridor.kernel.documents import api as documents
from corridor.kernel.tables import api as tables
from corridor.services.rounds.models import Appeal, Round, RoundVacancy

TEMPLATE = Path(__file__).parent / "typst" / "report.typ"
STATES = ("open", "accepted", "declined", "lapsed", "withdrawn")


def lines(of: Round, among: list[int] | None = None) -> list[dict[str, Any]]:
    """Each vacancy with what became of its places; `among` narrows it to these lines."""
    counts = {state: Count("offers", filter=Q(offers__state=state)) for state in STATES}
    last = Max("offers__answered_at", filter=Q(offers__state="accepted"))
    found = of.vacancies.annotate(**counts, last_accepted=last).order_by("pk")
    if among is not None:
        found = found.filter(pk__in=among)
    return [_line(of, line) for line in found]


def _line(of: Round, line: RoundVacancy) -> dict[str, Any]:
    told = {state: getattr(line, state) for state in STATES}
    filled = told["accepted"] >= line.places
    last = line.last_accepted  # type: ignore[attr-defined]
    days = (last - of.published_at).days if filled and last and of.published_at else None
    return {
        "vacancy": line.vacancy,
        "title": line.title,
        "language": line.language,
        "country": line.country,
        "considered": of.workers_count if line.considered is None else line.considered,
        **{name: getattr(line, name) for name in ("places", "eligible", "listed", "placed")},
        **told,
        "days_to_fill": days,
    }


def totals(rows: list[dict[str, Any]]) -> dict[str, int]:
    return {name: sum(row[name] for row in rows) for name in ("places", "placed", *STATES)}


def stages(rows: list[dict[str, Any]]) -> list[tuple[Any, int]]:
    """From those on a list to those who accepted, over all vacancies of the round."""
    offered = sum(row[state] for row in rows for state in STATES)
    return [
        (_("On a list"), sum(row["listed"] for row in rows)),
        (_("Placed"), sum(row["placed"] for row in rows)),
        (_("Offered a place"), offered),
        (_("Accepted it"), sum(row["accepted"] for row in rows)),
    ]


def days_to_fill(rows: list[dict[str, Any]]) -> list[int]:
    return [row["days_to_fill"] for row in rows if row["days_to_fill"] is not None]


def appeals(of: Round) -> dict[str, int]:
    found = Appeal.objects.filter(result__round_vacancy__round=of)
    rows = found.order_by().values_list("verdict").annotate(Count("id"))
    return {"": 0, "upheld": 0, "dismissed": 0} | dict(rows)


REPORT = tables.Table(
    name="round-report",
    title=gettext_lazy("Closing report"),
    columns=(
        tables.Column(name="vacancy", title=gettext_lazy("Vacancy")),
        tables.Column(name="title", title=gettext_lazy("Title")),
        tables.Column(name="country", title=gettext_lazy("Country")),
        *(
            tables.Column(name=name, title=title, kind=tables.Kind.NUMBER)
            for name, title in {
                "considered": gettext_lazy("People looked at"),
                "eligible": gettext_lazy("Fit"),
                "listed": gettext_lazy("On the list"),
                "places": gettext_lazy("Places"),
                "placed": gettext_lazy("Placed"),
                "accepted": pgettext_lazy("an offer", "Accepted"),
                "open": gettext_lazy("Waiting for an answer"),
                "declined": pgettext_lazy("an offer", "Declined"),
                "lapsed": gettext_lazy("Not answered in time"),
                "withdrawn": pgettext_lazy("an offer", "Withdrawn"),
                "days_to_fill": gettext_lazy("Days until filled"),
            }.items()
        ),
    ),
)


def as_pdf(of: Round, rows: list[dict[str, Any]], facts: list[tuple[str, str]]) -> bytes:
    """The report in the reader's language."""
    shown = ("vacancy", "title", "places", "placed", "accepted", "declined", "lapsed")
    heads = {column.name: str(column.title) for column in REPORT.columns}
    data = {
        "name": f"{of.number} {of.title}",
        "facts": facts,
        "heads": [heads[name] for name in shown],
        "rows": [[str(row[name]) for name in shown] for row in rows],
    }
    return documents.pdf(
        TEMPLATE,
        data=data,
        title=_("Closing report of round %(number)s") % {"number": of.number},
        language=(get_language() or "en").partition("-")[0],
    )
