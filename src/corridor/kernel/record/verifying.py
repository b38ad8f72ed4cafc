"""Read the whole chain again and say where it first breaks."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import Any

from django.utils.translation import gettext_lazy as _
from django_stubs_ext import StrOrPromise

from corridor.kernel.record.chain import GENESIS, digest, line_of
from corridor.kernel.record.models import Entry, Head, Root

FIELDS = ("id", "at", "actor", "door", "verb", "subject", "facts", "hash_before", "hash")


class Fault(StrEnum):
    """How a chain can break."""

    EDITED = "edited"
    MISSING = "missing"
    UNLINKED = "unlinked"
    TRUNCATED = "truncated"
    REWRITTEN = "rewritten"


SENTENCES: dict[str, StrOrPromise] = {
    Fault.EDITED: _(
        "Line %(line)s was changed after it was written: what it says does not give its hash."
    ),
    Fault.MISSING: _("Line %(line)s is missing: the line after it is there."),
    Fault.UNLINKED: _(
        "Line %(line)s does not follow from the line before it: a line was moved or put in."
    ),
    Fault.TRUNCATED: _("The record ends early: line %(line)s was written once and is gone."),
    Fault.REWRITTEN: _(
        "Line %(line)s is not the one whose hash was published: the record was written anew."
    ),
}


@dataclass(frozen=True, kw_only=True)
class Checkpoint:
    """A place in the chain that somebody kept: after `lines` lines the hash was `hash`."""

    lines: int
    hash: str
    day: date | None = None


@dataclass(frozen=True, kw_only=True)
class Verdict:
    """What was read. `broken_line` is the first line that is wrong, None for an unbroken chain."""

    lines: int
    hash: str
    broken_line: int | None = None
    fault: Fault | None = None

    @property
    def unbroken(self) -> bool:
        return self.fault is None

    @property
    def sentence(self) -> str:
        if self.fault is None:
            return str(_("The record is unbroken: %(lines)s lines.")) % {"lines": self.lines}
        return str(SENTENCES[self.fault]) % {"line": self.broken_line}


def verify(*, checkpoints: Iterable[Checkpoint] = ()) -> Verdict:
    """Re-hash every stored line, in order, in constant memory.

    The head and the daily roots are checked on the way; so are `checkpoints` kept elsewhere, the
    only ones that somebody who can write to the database cannot change too.
    """
    head = Head.objects.filter(pk=1).first()
    known = [*checkpoints, *stored_roots()]
    if head is not None:
        known.append(Checkpoint(lines=head.lines, hash=head.hash))
    entries = Entry.objects.order_by("id").values(*FIELDS).iterator(chunk_size=2000)
    return walk(entries, known)


def stored_roots() -> Iterator[Checkpoint]:
    for root in Root.objects.order_by("day"):
        yield Checkpoint(lines=root.lines, hash=root.hash, day=root.day)


def walk(rows: Iterable[Mapping[str, Any]], checkpoints: list[Checkpoint]) -> Verdict:
    """Follow the chain through `rows` (in the order of their numbers) up to its first break."""
    awaited: dict[int, set[str]] = {}
    for point in checkpoints:
        awaited.setdefault(point.lines, set()).add(point.hash)
    number, before = 0, GENESIS
    for row in rows:
        fault = fault_of(row, number + 1, before)
        if fault is None and awaited.pop(row["id"], {row["hash"]}) != {row["hash"]}:
            fault = Fault.REWRITTEN
        if fault is not None:
            return Verdict(lines=number, hash=before, broken_line=number + 1, fault=fault)
        number, before = row["id"], row["hash"]
    if any(lines > number for lines in awaited):
        return Verdict(lines=number, hash=before, broken_line=number + 1, fault=Fault.TRUNCATED)
    return Verdict(lines=number, hash=before)


def fault_of(row: Mapping[str, Any], number: int, before: str) -> Fault | None:
    if row["id"] != number:
        return Fault.MISSING
    if row["hash_before"] != before:
        return Fault.UNLINKED
    return None if digest(line_of(row), before) == row["hash"] else Fault.EDITED
