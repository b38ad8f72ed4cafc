"""Lists of assessments as files: CSV, XLSX, JSON."""

from __future__ import annotations

from typing import Any

from django.utils.translation import gettext_lazy as _

from corridor.kernel.tables.api import Column, Kind, Table
from corridor.services.assessments.models import Candidate, Session

SESSIONS = Table(
    name="sessions",
    title=_("Tests and interviews"),
    columns=(
        Column(name="number", title=_("Number")),
        Column(name="title", title=_("Title")),
        Column(name="kind", title=_("Kind"), read="kind.code"),
        Column(name="state", title=_("Status")),
        Column(name="starts_at", title=_("Begins"), kind=Kind.MOMENT),
        Column(name="ends_at", title=_("Ends"), kind=Kind.MOMENT),
        Column(name="time_zone", title=_("Time zone of the place")),
        Column(name="place", title=_("Place")),
        Column(name="language", title=_("Language")),
        Column(name="places", title=_("Places"), kind=Kind.NUMBER),
        Column(name="taken", title=_("Taken"), kind=Kind.NUMBER),
        Column(name="waiting", title=_("Waiting"), kind=Kind.NUMBER),
        Column(name="about", title=_("Held for")),
    ),
)


def begins(candidate: Candidate) -> Any:
    return candidate.slot.starts_at if candidate.slot else None


def candidates_table(*, named: bool) -> Table:
    """Who takes part; by name only for those who may read names."""
    name = Column(name="name", title=_("Name"), read="person.full_name")
    return Table(
        name="candidates",
        title=_("Candidates"),
        noted="assessments.candidates_exported",
        about="assessments.Candidate",
        columns=(
            Column(name="reference", title=_("Reference"), read="person.reference_spaced"),
            *((name,) if named else ()),
            Column(name="state", title=_("Status"), read=lambda one: one.get_state_display()),
            Column(name="begins", title=_("Begins"), kind=Kind.MOMENT, read=begins),
        ),
    )


def results_template(session: Session) -> Table:
    """The file that results come in by: a row for each candidate, a column for each line."""

    def blank(_candidate: Candidate) -> None:
        return None

    return Table(
        name=f"results-{session.number}",
        title=_("Results"),
        reads_back=True,
        columns=(
            Column(name="reference", title=_("Reference"), read="person.reference_spaced"),
            *(
                Column(name=line.code, title=line.text, kind=Kind.NUMBER, read=blank)
                for line in session.lines
            ),
        ),
    )
