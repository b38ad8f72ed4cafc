"""Vacancies in a table, CSV or XLSX: one row each, every fault named by row and column."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date
from decimal import Decimal, InvalidOperation
from typing import Any

from django.utils.translation import gettext_lazy as _
from django_stubs_ext import StrOrPromise

from corridor.departure.jobs import codes
from corridor.departure.jobs.draft import SkillAsked, VacancyDraft, judge_all
from corridor.departure.jobs.errors import Finding, ImportRefused
from corridor.kernel.tables import api as tables

BYTES_MAX = 50 * 1024 * 1024
ROWS_MAX = 100_000
FINDINGS_MAX = 1_000
REQUIRED = ("title", "country")
COLUMNS = (
    *("reference", "title", "description", "language", "employer", "sector", "isco", "esco"),
    *("skills_essential", "skills_optional", "languages", "eqf_least", "years_least", "licences"),
    *("permits", "countries_allowed", "pay", "currency", "period", "hours_weekly"),
    *("contract_months", "country", "place", "housing", "payers", "places"),
    *("starts_on", "closes_on"),
)


class CellRefused(ValueError):
    """What one cell holds cannot be read; carries the code and the sentence."""

    def __init__(self, code: str, sentence: StrOrPromise) -> None:
        super().__init__(code)
        self.finding = (f"jobs.{code}", sentence)


def read_drafts(
    content: bytes, *, source: str = "import", publish: bool = False
) -> list[VacancyDraft]:
    """The drafts of a table (CSV or XLSX, with a header row).

    Raises ImportRefused with all findings by row and column; the header is row 1.
    """
    found = read_table(content, source=source, publish=publish)
    if found.findings:
        raise ImportRefused(found.findings[:FINDINGS_MAX])
    return [draft for _number, draft in found.drafts]


@dataclass(frozen=True, kw_only=True)
class Read:
    """What a table says: the numbers of its rows, drafts by row, and everything wrong by row."""

    rows: list[int]
    drafts: list[tuple[int, VacancyDraft]]
    findings: list[Finding]

    @property
    def wrong(self) -> set[int]:
        """The rows in which something is wrong."""
        return {finding.row or 0 for finding in self.findings}

    @property
    def right(self) -> list[VacancyDraft]:
        """The drafts of rows in which nothing is wrong."""
        wrong = self.wrong
        return [draft for row, draft in self.drafts if row not in wrong]


def read_table(
    content: bytes, *, source: str = "import", publish: bool = False, most: int = ROWS_MAX
) -> Read:
    """Everything a table holds, right or wrong; findings in the order of their rows."""
    rows, findings = _rows(content, most=most)
    read: list[tuple[int, VacancyDraft]] = []
    for number, row in rows:
        draft, wrong = _draft(row, row_number=number, source=source)
        findings += wrong
        if draft is not None:
            read.append((number, draft))
    findings += judge_all(read, publish=publish)
    findings.sort(key=lambda finding: finding.row or 0)
    return Read(drafts=read, findings=findings, rows=[number for number, _row in rows])


def _rows(content: bytes, *, most: int) -> tuple[list[tuple[int, dict[str, str]]], list[Finding]]:
    """The rows with their numbers, and what is wrong with the file as a whole."""
    faults = tables.Faults()
    rows = list(
        tables.rows_of(
            content,
            faults,
            known=COLUMNS,
            required=REQUIRED,
            most=most,
            bytes_max=BYTES_MAX,
        )
    )
    return rows, [
        Finding(
            field=fault.column or "file",
            code=f"jobs.{fault.code}",
            sentence=fault.sentence,
            row=fault.row or 1,
        )
        for fault in faults.listed
    ]


def _draft(
    row: Mapping[str, str], *, row_number: int, source: str
) -> tuple[VacancyDraft | None, list[Finding]]:
    values: dict[str, Any] = {}
    findings: list[Finding] = []
    for column, (name, read) in READERS.items():
        if not (cell := row.get(column, "")):
            continue
        try:
            values[name] = read(cell)
        except CellRefused as refused:
            code, sentence = refused.finding
            findings.append(Finding(field=column, code=code, sentence=sentence, row=row_number))
    try:
        values |= _pay(row)
    except CellRefused as refused:
        code, sentence = refused.finding
        findings.append(Finding(field="pay", code=code, sentence=sentence, row=row_number))
    if findings:
        return None, findings
    essential, optional = values.pop("essential", ()), values.pop("optional", ())
    asked = (*essential, *(SkillAsked(skill=s.skill, essential=False) for s in optional))
    texts: dict[str, Any] = {name: row.get(column, "") for column, name in TEXTS.items()}
    texts["language"] = texts["language"] or "en"
    reference = row.get("reference") or None
    return (
        VacancyDraft(**texts, **values, skills=asked, source=source, source_reference=reference),
        [],
    )


def _whole(cell: str) -> int:
    if not cell.isascii() or not cell.isdecimal() or len(cell) > 9:
        raise CellRefused("not_a_number", _("This must be a whole number."))
    return int(cell)


def _day(cell: str) -> date:
    try:
        return date.fromisoformat(cell)
    except ValueError:
        raise CellRefused("not_a_date", _("Write dates as 2027-03-31.")) from None


def _list(cell: str) -> tuple[str, ...]:
    return tuple(part.strip() for part in cell.replace(";", " ").split() if part.strip())


def _pairs(cell: str, mark: str = ":") -> list[tuple[str, str]]:
    parts = [part.partition(mark) for part in _list(cell)]
    return [(name, value) for name, _mark, value in parts]


def _skills(cell: str) -> tuple[SkillAsked, ...]:
    """Addresses of skills, each perhaps with a level: http://…/skill/12=3."""
    return tuple(
        SkillAsked(skill=skill, level_least=_whole(level) if level else 1)
        for skill, level in _pairs(cell, "=")
    )


def _languages(cell: str) -> dict[str, int]:
    found: dict[str, int] = {}
    for language, name in _pairs(cell):
        level = codes.level_of(name.upper())
        if level is None or language in found:
            sentence = _("Write languages once each, as en:B2 de:A2 (levels A1 to C2).")
            raise CellRefused("language_unreadable", sentence)
        found[language] = level
    return found


def _payers(cell: str) -> dict[str, str]:
    pairs = _pairs(cell)
    if len(dict(pairs)) != len(pairs):
        raise CellRefused("payer_twice", _("Each cost may stand here once."))
    return dict(pairs)


def _pay(row: Mapping[str, str]) -> dict[str, Any]:
    """Amount in whole units of the currency -> minor units; more decimals than it has: refused."""
    amount, currency, period = (row.get(name, "") for name in ("pay", "currency", "period"))
    if not amount:
        return {"pay_currency": currency, "pay_period": period}
    try:
        value = Decimal(amount)
    except InvalidOperation:
        raise CellRefused("not_an_amount", _("Write the amount as 1250 or 1250.50.")) from None
    if not codes.is_currency(currency):
        raise CellRefused("unknown_currency", _("Use a currency code such as EUR."))
    if not value.is_finite() or not 0 < value < 10**13:
        raise CellRefused("pay_out_of_range", _("The amount of pay is not possible."))
    minor = value * codes.minor_units(currency)
    if minor != minor.to_integral_value():
        raise CellRefused("too_many_decimals", _("This currency has fewer decimals than that."))
    return {"pay_minor": int(minor), "pay_currency": currency, "pay_period": period}


TEXTS = {
    "title": "title",
    "description": "description",
    "language": "language",
    "employer": "employer_name",
    "sector": "sector",
    "isco": "isco",
    "esco": "esco",
    "country": "country",
    "place": "place",
    "housing": "housing",
}
READERS: dict[str, tuple[str, Callable[[str], Any]]] = {
    "skills_essential": ("essential", _skills),
    "skills_optional": ("optional", _skills),
    "languages": ("languages", _languages),
    "eqf_least": ("eqf_least", _whole),
    "years_least": ("years_least", _whole),
    "licences": ("licences", _list),
    "permits": ("permits", _list),
    "countries_allowed": ("countries_allowed", _list),
    "hours_weekly": ("hours_weekly", _whole),
    "contract_months": ("contract_months", _whole),
    "payers": ("payers", _payers),
    "places": ("places", _whole),
    "starts_on": ("starts_on", _day),
    "closes_on": ("closes_on", _day),
}
