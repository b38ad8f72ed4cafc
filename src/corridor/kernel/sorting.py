"""By which column a list is sorted: it stands in the address (`?sort=-places`), never in a script.

A list says which columns it sorts by; anything else in the address is its usual order.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from operator import attrgetter
from typing import Any

from django.db.models import F, QuerySet
from django.db.models.expressions import OrderBy


@dataclass(frozen=True, kw_only=True)
class Sorting:
    """`columns`: by the name in the address, the field (`person__full_name`) that is sorted by.

    `usual` is the order when nothing is asked: a column's name, with "-" from the greatest down.
    """

    columns: Mapping[str, str]
    usual: str

    def asked(self, query: Mapping[str, str]) -> str:
        """The column asked for by `sort`, with "-" where it runs down; else the usual one."""
        wanted = query.get("sort", "")
        return wanted if wanted.removeprefix("-") in self.columns else self.usual

    def of(self, found: QuerySet[Any], query: Mapping[str, str]) -> QuerySet[Any]:
        """That list in the order asked for; what is unknown comes last, equals by their id."""
        wanted = self.asked(query)
        if not query.get("sort"):
            return found
        name = wanted.removeprefix("-")
        field = self.columns[name]
        # Said only where something may be unknown: an index serves the order without it.
        is_null = "__" not in field and field != "pk" and found.model._meta.get_field(field).null
        by = OrderBy(F(field), descending=wanted != name, nulls_last=is_null or None)
        return found.order_by(by, "-pk" if wanted != name else "pk")

    def of_rows(self, rows: list[Any], query: Mapping[str, str]) -> list[Any]:
        """The same for rows at hand: `application__pk` reads `row.application.pk`."""
        wanted = self.asked(query)
        if not query.get("sort"):
            return rows
        name = wanted.removeprefix("-")
        read = attrgetter(self.columns[name].replace("__", "."))
        known = [row for row in rows if read(row) is not None]
        unknown = [row for row in rows if read(row) is None]
        return [*sorted(known, key=read, reverse=wanted != name), *unknown]
