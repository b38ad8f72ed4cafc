"""Vacancies in a CSV file: one row each, every fault named by row and column."""

from __future__ import annotations

import csv
import io
from collections.abc import Callable, Mapping
from datetime import date
from decimal import Decimal, InvalidOperation
from typing import Any

from django.utils.translation import gettext_lazy as _
from django_stubs_ext import StrOrPromise

from corridor.departure.jobs import codes
from corridor.departure.jobs.draft import SkillAsked, VacancyDraft, judge_all
from corridor.departure.jobs.errors import Finding, ImportRefused

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
    """The drafts of a CSV file (UTF-8, a header row, comma or semicolon).

    Raises ImportRefused with all findings by row and column; the header is row 1.
    """
    rows, findings = _rows(content)
    read: list[tuple[int, VacancyDraft]] = []
    for number, row in rows:
        draft, wrong = _draft(row, row_number=number, source=source)
        findings += wrong
        if draft is not None:
            read.append((number, draft))
    findings += judge_all(read, publish=publish)
    if findings:
        findings.sort(key=lambda finding: finding.row or 0)
        raise ImportRefused(findings[:FINDINGS_MAX])
    return [draft for _number, draft in read]


def _refuse(code: str, sentence: StrOrPromise, *, row: int = 1, field: str = "file") -> Finding:
    return Finding(field=field, code=f"jobs.{code}", sentence=sentence, row=row)


def _rows(content: bytes) -> tuple[list[tuple[int, dict[str, str]]], list[Finding]]:
    """The rows with their numbers, and what is wrong with the file as a whole."""
    if len(content) > BYTES_MAX:
        return [], [_refuse("file_too_large", _("The file is larger than 50 MB; split it."))]
    try:
        text = content.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = content[: error.start].count(b"\n") + 1
        sentence = _("This line is not UTF-8; save the file as “CSV UTF-8”.")
        return [], [_refuse("not_utf8", sentence, row=line)]
    if "\x00" in text:
        return [], [_refuse("not_text", _("This is not a CSV file."))]
    header = text.partition("\n")[0]
    delimiter = ";" if header.count(";") > header.count(",") else ","
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=delimiter, strict=True)
    try:
        lines = list(reader)
    except csv.Error:
        sentence = _("The quotation marks do not close from this line on.")
        return [], [_refuse("quotes_open", sentence, row=reader.line_num)]
    names = [name.strip().lower() for name in lines[0]] if lines else []
    if findings := _header(names):
        return [], findings
    if len(lines) > ROWS_MAX:
        return [], [_refuse("too_many_rows", _("More than 100,000 rows; split the file."))]
    rows, findings = [], []
    for number, cells in enumerate(lines[1:], 2):
        if not any(cell.strip() for cell in cells):
            continue
        if len(cells) != len(names):
            sentence = _("This row has another number of cells than the header.")
            findings.append(_refuse("cells_differ", sentence, row=number))
            continue
        rows.append((number, dict(zip(names, (cell.strip() for cell in cells), strict=True))))
    if not rows and not findings:
        findings.append(_refuse("no_rows", _("The file has a header but no vacancies.")))
    return rows, findings


def _header(names: list[str]) -> list[Finding]:
    if not names:
        return [_refuse("empty_file", _("The file is empty."))]
    found = [
        _refuse("column_missing", _("This column is missing."), field=name)
        for name in REQUIRED
        if name not in names
    ]
    found += [
        _refuse("column_unknown", _("No such column; see the docs for the names."), field=name)
        for name in names
        if name not in COLUMNS
    ]
    found += [
        _refuse("column_twice", _("This column stands here twice."), field=name)
        for name in sorted({name for name in names if names.count(name) > 1})
    ]
    return found


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
