"""What a list holds when it is taken away: its columns, and how a row is read."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field
from datetime import date, datetime
from decimal import Decimal
from enum import StrEnum
from itertools import islice
from typing import Any

from django.db.models import QuerySet
from django.utils.translation import gettext as _
from django_stubs_ext import StrOrPromise

CHUNK = 1000
Row = Any
Value = str | int | float | Decimal | bool | date | datetime | None


class Kind(StrEnum):
    """What a column's cells are. Of money, `read` gives (minor units, currency) or None."""

    TEXT = "text"
    NUMBER = "number"
    MONEY = "money"
    DATE = "date"
    MOMENT = "moment"


@dataclass(frozen=True, kw_only=True)
class Column:
    """One column: `name` for machines, `title` for people, `read` for what stands in a row.

    `read` is a function of the row, or names a path of attributes or keys (`organisation.name`);
    left out, it is the column's name.
    """

    name: str
    title: StrOrPromise
    kind: Kind = Kind.TEXT
    read: Callable[[Row], Any] | str = ""

    def value(self, row: Row) -> Any:
        if callable(self.read):
            return self.read(row)
        for step in (self.read or self.name).split("."):
            row = row.get(step) if isinstance(row, dict) else getattr(row, step)
            if row is None:
                return None
        return row

    def cells(self, row: Row) -> list[Value]:
        value = self.value(row)
        if self.kind == Kind.MONEY:
            return list(amount(*value)) if value and value[0] is not None else [None, ""]
        return [plain(value)]

    @property
    def names(self) -> list[str]:
        return [self.name, f"{self.name}_currency"] if self.kind == Kind.MONEY else [self.name]

    @property
    def titles(self) -> list[str]:
        if self.kind != Kind.MONEY:
            return [str(self.title)]
        return [str(self.title), _("%(title)s: currency") % {"title": self.title}]


def amount(minor: int, currency: str) -> tuple[Decimal, str]:
    """Minor units of an ISO 4217 currency as an amount in whole units."""
    from moneyed import get_currency

    return Decimal(minor) / Decimal(get_currency(currency).sub_unit), currency


def plain(value: Any) -> Value:
    """A value that every format can hold; words of a choice or a lazy sentence become text."""
    if value is None or isinstance(value, bool | int | float | Decimal | date):
        return value
    if isinstance(value, list | tuple | set | frozenset):
        return "; ".join(str(one) for one in value)
    return str(value)


def one_by_one(rows: list[Any]) -> Iterable[Row]:
    return rows


@dataclass(frozen=True, kw_only=True)
class Table:
    """A list that can be taken away. `name` is a word of the file's name, such as `people`.

    `prepare` turns a piece of a thousand rows into what the columns read, for whatever is fetched
    better for many at once. `reads_back` heads the columns with their names, because an import
    reads this table again. A table of personal data names in `noted` what the record then says
    (`people.pool_exported`), and in `about` of what.
    """

    name: str
    title: StrOrPromise
    columns: tuple[Column, ...]
    prepare: Callable[[list[Any]], Iterable[Row]] = field(default=one_by_one)
    reads_back: bool = False
    noted: str = ""
    about: str = ""

    def __post_init__(self) -> None:
        names = self.names
        if len(set(names)) != len(names):
            raise ValueError(f"Table {self.name}: two columns have one name.")
        if bool(self.noted) != bool(self.about):
            raise ValueError(f"Table {self.name}: `noted` and `about` belong together.")

    @property
    def names(self) -> list[str]:
        return [name for column in self.columns for name in column.names]

    @property
    def titles(self) -> list[str]:
        if self.reads_back:
            return self.names
        return [title for column in self.columns for title in column.titles]

    @property
    def kinds(self) -> list[Kind]:
        return [
            kind
            for column in self.columns
            for kind in ([column.kind] if column.kind != Kind.MONEY else [column.kind, Kind.TEXT])
        ]

    def rows(self, found: QuerySet[Any] | Iterable[Any]) -> Iterator[list[list[Value]]]:
        """The cells, in pieces of at most a thousand rows, so that memory stays small."""
        for piece in pieces(found):
            yield [
                [cell for column in self.columns for cell in column.cells(row)]
                for row in self.prepare(piece)
            ]


def pieces(found: QuerySet[Any] | Iterable[Any]) -> Iterator[list[Any]]:
    each = iter(found.iterator(chunk_size=CHUNK) if isinstance(found, QuerySet) else found)
    while piece := list(islice(each, CHUNK)):
        yield piece
