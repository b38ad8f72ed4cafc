"""The pool as a table to take away, in the columns that an import reads again."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator

from django.utils.translation import gettext_lazy as _

from corridor.kernel.people.describe import title_of
from corridor.kernel.people.kinds import PERMIT, Cefr, Kind
from corridor.kernel.people.models import Claim, ClaimStatus, Person, Visibility
from corridor.kernel.tables import api as tables

COLUMNS = (
    "reference",
    "full_name",
    "native_name",
    "birth",
    "sex",
    "nationality",
    "residence",
    "isco",
    "skills",
    "languages",
    "licences",
    "permits",
    "eqf",
    "available_from",
)


def _said(claim: Claim) -> tuple[str, str]:
    """The column a claim goes to, and what stands there; "" for none."""
    if claim.kind == Kind.OCCUPATION:
        return "isco", claim.code
    if claim.kind == Kind.SKILL and claim.code:
        return "skills", f"{claim.code}:{claim.level or 1}"
    if claim.kind == Kind.LANGUAGE and claim.level:
        return "languages", f"{claim.code}:{Cefr(claim.level).name}"
    if claim.kind == Kind.LICENCE and claim.code.startswith(PERMIT):
        return "permits", claim.code.removeprefix(PERMIT)
    if claim.kind == Kind.LICENCE and claim.code:
        return "licences", claim.code
    return "", ""


def _claims(ids: list[int]) -> dict[int, list[Claim]]:
    found: dict[int, list[Claim]] = defaultdict(list)
    current = Claim.objects.filter(person__in=ids, status=ClaimStatus.CURRENT, counts=True)
    for claim in current.exclude(visibility=Visibility.ME).order_by("pk"):
        found[claim.person_id].append(claim)
    return found


def _row(person: Person, claims: list[Claim]) -> dict[str, str]:
    several: dict[str, list[str]] = defaultdict(list)
    for claim in claims:
        column, said = _said(claim)
        several[column].append(said)
    levels = [claim.level for claim in claims if claim.kind == Kind.QUALIFICATION and claim.level]
    days = [claim.from_date for claim in claims if claim.kind == Kind.AVAILABILITY]
    known = {
        **{column: ";".join(dict.fromkeys(said)) for column, said in several.items()},
        "eqf": str(max(levels)) if levels else "",
        "available_from": min((day.isoformat() for day in days if day), default=""),
    }
    return {column: str(known.get(column) or getattr(person, column, "")) for column in COLUMNS}


def _rows(people: list[Person]) -> Iterator[dict[str, str]]:
    claims = _claims([person.pk for person in people])
    for person in people:
        yield _row(person, claims[person.pk])


POOL = tables.Table(
    name="people",
    title=_("People"),
    columns=tuple(tables.Column(name=name, title=name) for name in COLUMNS),
    prepare=_rows,
    reads_back=True,
    noted="people.pool_exported",
    about="people.Person:all",
)


QUEUE = tables.Table(
    name="verification",
    title=_("To verify"),
    columns=(
        tables.Column(name="statement", title=_("Statement"), read=title_of),
        tables.Column(name="kind", title=_("Kind"), read=lambda claim: claim.get_kind_display()),
        tables.Column(name="reference", title=_("Reference"), read="person.reference_spaced"),
        tables.Column(name="name", title=_("Name"), read="person.full_name"),
        tables.Column(
            name="said_on", title=_("Said on"), kind=tables.Kind.MOMENT, read="stated_at"
        ),
        tables.Column(
            name="document", title=_("Document"), read=lambda claim: claim.evidence is not None
        ),
    ),
    noted="people.queue_exported",
    about="people.Claim:all",
)
