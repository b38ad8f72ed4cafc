"""What decisions on a version have in common: it is held, the table points at the newest."""

from __future__ import annotations

from corridor.engines import rules
from corridor.kernel.places import api as places
from corridor.kernel.search.api import fold
from corridor.services.rules.errors import NotInReview, ReasonNeeded
from corridor.services.rules.models import REASON_MAX, RuleTable, Status, TableVersion


def held(version: TableVersion) -> TableVersion:
    """The version as it stands, its table locked, waiting. Raises NotInReview."""
    table = RuleTable.objects.select_for_update().get(pk=version.table_id)
    found = TableVersion.objects.get(pk=version.pk)
    found.table = table
    if found.status != Status.IN_REVIEW:
        raise NotInReview(number=found.number)
    return found


def said(reason: str) -> str:
    """The reason, stripped. Raises ReasonNeeded."""
    clean = reason.replace("\x00", "").strip()
    if not clean or len(clean) > REASON_MAX:
        raise ReasonNeeded
    return clean


def point(table: RuleTable) -> TableVersion | None:
    """Let the table stand for the newest of its published versions, or for none."""
    newest = table.versions.filter(status=Status.PUBLISHED).order_by("-number").first()
    table.current = newest
    if newest is not None:
        read = rules.from_toml(newest.text)
        table.title = dict(read.title)
        table.words = words_of(read, table)
    table.save()
    return newest


def words_of(read: rules.Table, table: RuleTable) -> str:
    """What it is found by: titles, sentences and instruments, its country, in every language."""
    texts = [table.code, *read.title.values(), *table.pack_title.values()]
    texts += [source.instrument for source in read.sources.values()]
    texts += [text for row in read.rows for text in row.say.values()]
    if table.country:
        texts += [places.country_name(table.country, language) for language in rules.LANGUAGES]
    return f" {fold(' '.join(texts))} "


def country_of(code: str) -> str:
    """By convention a table of one country begins with its three letters: lka-registration."""
    start = code.partition("-")[0].upper()
    return start if places.Country.objects.filter(alpha3=start).exists() else ""


def counted(read: rules.Table) -> dict[str, int]:
    return {
        "rows": len(read.rows),
        "unverified": sum(row.status != "verified" for row in read.rows),
    }
