"""Publish the tables of a pack that came with Corridor, or from another administration."""

from __future__ import annotations

from dataclasses import dataclass, field

from django.db import transaction
from django.utils import timezone

from corridor.engines import rules
from corridor.kernel.actors.api import Actor, may
from corridor.kernel.record import api as record
from corridor.services.rules.deciding import counted, country_of, point
from corridor.services.rules.errors import OtherPack
from corridor.services.rules.events import TablePublished
from corridor.services.rules.models import RuleTable, Status, TableVersion


@dataclass(frozen=True, kw_only=True)
class PackLoaded:
    """Codes of the tables: new ones, new versions, unchanged, and those people here changed."""

    new: list[str] = field(default_factory=list)
    changed: list[str] = field(default_factory=list)
    same: list[str] = field(default_factory=list)
    kept: list[str] = field(default_factory=list)


def load_pack(*, actor: Actor, pack: rules.Pack) -> PackLoaded:
    """Publish each table as its newest version; the same pack twice changes nothing.

    What people here have published themselves, or is in review, stays as they made it (`kept`).
    Raises OtherPack where a table of that name belongs to another pack; then nothing is loaded.
    """
    may(actor, "rules.load")
    loaded = PackLoaded()
    with transaction.atomic():
        for code, read in pack.tables.items():
            getattr(loaded, _put(actor, pack, code, read)).append(code)
    return loaded


def _put(actor: Actor, pack: rules.Pack, code: str, read: rules.Table) -> str:
    defaults = {"pack": pack.name, "pack_title": dict(pack.title), "country": country_of(code)}
    table, is_new = RuleTable.objects.select_for_update().get_or_create(
        code=code, defaults=defaults
    )
    if table.pack != pack.name:
        raise OtherPack(code=code, pack=table.pack)
    newest = table.versions.order_by("-number").first()
    text = rules.to_toml(read)
    if newest is not None and newest.text == text:
        return "same"
    if newest is not None and not newest.edition:
        return "kept"
    now = timezone.now()
    version = TableVersion.objects.create(
        table=table,
        number=newest.number + 1 if newest else 1,
        text=text,
        digest=read.digest,
        status=Status.PUBLISHED,
        edition=pack.edition,
        author_key=actor.key,
        proposed_at=now,
        decided_at=now,
        review_by=read.review_by,
        **counted(read),
    )
    point(table)
    record.note(actor, "rules.loaded", version, code=code, number=version.number)
    record.announce(TablePublished(code=code, number=version.number, digest=version.digest))
    return "new" if is_new else "changed"
