"""What is read of published tables; nothing here changes anything."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from functools import lru_cache
from typing import Any

from django.db.models import QuerySet

from corridor.engines import rules
from corridor.kernel.actors.api import Actor, Refused, can
from corridor.kernel.search.api import words
from corridor.services.rules.errors import DayNotCovered, FactsNotUsable
from corridor.services.rules.models import PUBLIC, RuleTable, Status, TableVersion


@dataclass(frozen=True, kw_only=True)
class Wanted:
    """Which tables: words in any language, a country by alpha-3, a subject (the pack's name)."""

    text: str = ""
    country: str = ""
    subject: str = ""


@lru_cache(maxsize=256)
def read_text(text: str) -> rules.Table:
    """The table of a canonical text, which loaded when it was kept."""
    return rules.from_toml(text)


def table_of(version: TableVersion) -> rules.Table:
    return read_text(version.text)


def tables(wanted: Wanted | None = None) -> QuerySet[RuleTable]:
    """Those with something published in force, by subject and code."""
    wanted = wanted or Wanted()
    found = RuleTable.objects.filter(current__isnull=False).select_related("current")
    for word in words(wanted.text):
        found = found.filter(words__contains=f" {word}")
    if wanted.country:
        found = found.filter(country=wanted.country)
    if wanted.subject:
        found = found.filter(pack=wanted.subject)
    return found


def subjects() -> list[tuple[str, dict[str, str]]]:
    """Each subject with its title per language."""
    rows = RuleTable.objects.order_by("pack").values_list("pack", "pack_title")
    return list(dict(rows).items())


def countries() -> list[str]:
    rows = RuleTable.objects.filter(current__isnull=False).exclude(country="")
    return sorted(set(rows.values_list("country", flat=True)))


def table_called(actor: Actor, code: str) -> RuleTable:
    """A table the actor may read: published once, or any for those who review. Raises Refused."""
    found = RuleTable.objects.select_related("current").filter(code=code).first()
    if found is None or not versions(actor, found).exists():
        raise Refused
    return found


def versions(actor: Actor, table: RuleTable) -> QuerySet[TableVersion]:
    """The newest first: what was published, and for those who review also what was proposed."""
    found = table.versions.select_related("table").order_by("-number")
    return found if can(actor, "rules.review") else found.filter(status__in=PUBLIC)


def version_called(actor: Actor, code: str, *, number: int = 0, digest: str = "") -> TableVersion:
    """By number or digest, else what is in force now; raises Refused."""
    table = table_called(actor, code)
    found = versions(actor, table)
    if number:
        found = found.filter(number=number)
    elif digest:
        found = found.filter(digest=digest)
    else:
        found = found.filter(pk=table.current_id or 0)
    version = found.first()
    if version is None:
        raise Refused
    return version


def waiting() -> QuerySet[TableVersion]:
    """What waits for review, the oldest first."""
    found = TableVersion.objects.filter(status=Status.IN_REVIEW)
    return found.select_related("table__current").order_by("proposed_at")


def before(version: TableVersion) -> TableVersion | None:
    """The published version that this one follows."""
    earlier = TableVersion.objects.filter(table_id=version.table_id, number__lt=version.number)
    return earlier.filter(status__in=PUBLIC).order_by("-number").first()


def changes(version: TableVersion) -> list[rules.Change]:
    """What differs from the published version before; empty for the first."""
    earlier = before(version)
    return rules.compare(table_of(earlier), table_of(version)) if earlier else []


def is_stale(version: TableVersion, today: date) -> bool:
    """Whether the day by which somebody should have looked at it again has passed."""
    return today > version.review_by


def ask(
    version: TableVersion,
    facts: Mapping[str, Any],
    *,
    in_force: date,
    known: date,
    rates: Sequence[rules.Rate] = (),
) -> rules.Result:
    """What this version says of the facts. Raises FactsNotUsable, DayNotCovered."""
    table = table_of(version)
    since = date.fromordinal(max(table.in_force_from, table.known_from))
    try:
        return rules.ask(table, facts, in_force=in_force, known=known, rates=rates)
    except rules.FactsRefused as refused:
        raise FactsNotUsable(refused.faults) from refused
    except rules.DateOutOfRange as refused:
        raise DayNotCovered(since=since.isoformat()) from refused
