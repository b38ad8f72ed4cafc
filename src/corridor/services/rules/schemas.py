"""What the API of the rules takes and gives."""

from __future__ import annotations

from datetime import date, datetime
from typing import Any

from ninja import Field, Schema

from corridor.engines import rules
from corridor.kernel.paging import Offset
from corridor.services.rules import reads
from corridor.services.rules.models import RuleTable, TableVersion

LIMIT_MAX = 200
NUMBER_MAX = 2**31 - 1


class Wanted(Schema):
    q: str = Field("", max_length=100, description="Words, in any language.")
    country: str = Field("", max_length=3, description="ISO 3166 alpha-3.")
    subject: str = Field("", max_length=60, description="The name of a pack.")
    limit: int = Field(50, ge=1, le=LIMIT_MAX)
    offset: Offset = 0

    def wanted(self) -> reads.Wanted:
        text = self.q.replace("\x00", "")
        country, subject = self.country.replace("\x00", ""), self.subject.replace("\x00", "")
        return reads.Wanted(text=text, country=country, subject=subject)


class VersionOut(Schema):
    number: int
    digest: str
    status: str
    edition: str
    note: str
    reason: str
    proposed_at: datetime
    decided_at: datetime | None
    withdrawn_at: datetime | None
    review_by: date
    rows: int
    unverified: int


class TableOut(Schema):
    code: str
    subject: str
    country: str
    title: dict[str, str]
    stale: bool
    version: VersionOut | None


class TablePage(Schema):
    count: int
    items: list[TableOut]


class TableWhole(TableOut):
    document: dict[str, Any]


class VersionWith(VersionOut):
    changes: list[str]


class RateIn(Schema):
    of: str = Field(min_length=3, max_length=3)
    into: str = Field(min_length=3, max_length=3)
    worth: str = Field(max_length=30, description="As text, so that it is exact.")
    on: date
    source: str = Field("", max_length=200)

    def rate(self) -> rules.Rate:
        return rules.Rate(**self.dict())


class AskIn(Schema):
    """Facts by the names of the table's inputs; what is left out is not known."""

    facts: dict[str, str | int | bool | None] = Field(
        {}, description="Amounts and decimals as text: INR 30000."
    )
    rates: list[RateIn] = Field([], max_length=50)
    in_force: date | None = Field(None, description="By the law of this day; today if left out.")
    known: date | None = Field(None, description="As it was known on this day.")
    digest: str = Field("", max_length=64, description="Of a version; that in force if left out.")


class ProposalIn(Schema):
    text: str = Field(max_length=1_000_000, description="The whole table as TOML.")
    subject: str = Field("", max_length=60, description="For a new table: the name of its pack.")
    note: str = Field(max_length=500, description="Why.")


class PackIn(Schema):
    name: str = Field(max_length=60, description="Of a pack that comes with Corridor.")


class PackOut(Schema):
    """Codes of the tables: new, changed, the same, and kept as people here made them."""

    new: list[str]
    changed: list[str]
    same: list[str]
    kept: list[str]


class ReasonIn(Schema):
    reason: str = Field(max_length=500)


def version_out(version: TableVersion) -> dict[str, Any]:
    names = VersionOut.model_fields
    return {name: getattr(version, name) for name in names}


def table_out(table: RuleTable, today: date) -> dict[str, Any]:
    current = table.current
    return {
        "code": table.code,
        "subject": table.pack,
        "country": table.country,
        "title": table.title,
        "stale": current is not None and reads.is_stale(current, today),
        "version": version_out(current) if current is not None else None,
    }
