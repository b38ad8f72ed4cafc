"""A vacancy as somebody writes it, before it is kept: values, and what is wrong with them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import asdict, dataclass, field, replace
from datetime import date
from typing import Any

from django.utils.translation import gettext_lazy as _
from django_stubs_ext import StrOrPromise

from corridor.departure.jobs import codes
from corridor.departure.jobs.errors import Finding
from corridor.departure.jobs.models import Cost, Housing, PayBasis, Payer, PayPeriod
from corridor.kernel.places import api as places

TITLE_LENGTH_MAX = 200
DESCRIPTION_LENGTH_MAX = 40_000
NUMBER_MAX = 2_147_483_647
PAY_MINOR_MAX = 9_000_000_000_000_000


@dataclass(frozen=True, kw_only=True)
class SkillAsked:
    """A skill by the address ESCO gives it, with the least level (1 basic to 3 expert)."""

    skill: str
    essential: bool = True
    level_least: int = 1


@dataclass(frozen=True, kw_only=True)
class VacancyDraft:
    """Everything a vacancy says. Money in minor units; languages as {"en": 4} (4 is CEFR B2)."""

    title: str
    country: str
    description: str = ""
    language: str = "en"
    employer_name: str = ""
    sector: str = ""
    isco: str = ""
    esco: str = ""
    skills: tuple[SkillAsked, ...] = ()
    languages: Mapping[str, int] = field(default_factory=dict)
    eqf_least: int | None = None
    years_least: int = 0
    licences: tuple[str, ...] = ()
    permits: tuple[str, ...] = ()
    countries_allowed: tuple[str, ...] = ()
    pay_minor: int | None = None
    pay_currency: str = ""
    pay_period: str = ""
    pay_basis: str = ""
    hours_weekly: int | None = None
    contract_months: int | None = None
    place: str = ""
    housing: str = ""
    payers: Mapping[str, str] = field(default_factory=dict)
    places: int = 1
    starts_on: date | None = None
    closes_on: date | None = None
    organisation_id: int | None = None
    agency_id: int | None = None
    order_id: int | None = None
    source: str = "corridor"
    source_reference: str | None = None

    def fields(self) -> dict[str, Any]:
        """The columns of the vacancy itself, without its skills and languages."""
        content = asdict(self)
        del content["skills"], content["languages"]
        for name in ("licences", "permits", "countries_allowed"):
            content[name] = list(content[name])
        content["payers"] = dict(content["payers"])
        return content


def judge(draft: VacancyDraft) -> list[Finding]:
    """Everything wrong with a draft, all at once; an empty list when nothing is."""
    return [*_texts(draft), *_occupation(draft), *_asked(draft), *_terms(draft), *_dates(draft)]


def judge_all(rows: Iterable[tuple[int, VacancyDraft]], *, publish: bool) -> list[Finding]:
    """Everything wrong with many drafts, by row; also what only shows when they stand together."""
    found: list[Finding] = []
    seen: set[tuple[str, str]] = set()
    for row, draft in rows:
        wrong = judge(draft)
        if publish and not (draft.isco or draft.esco):
            wrong.append(NO_OCCUPATION)
        if draft.source_reference:
            key = (draft.source, draft.source_reference)
            if key in seen:
                wrong.append(REFERENCE_TWICE)
            seen.add(key)
        found += [replace(one, row=row) for one in wrong]
    return found


NO_OCCUPATION = Finding(
    field="isco",
    code="jobs.occupation_missing",
    sentence=_("Name the occupation before publishing: an ISCO-08 or ESCO code."),
)
REFERENCE_TWICE = Finding(
    field="reference",
    code="jobs.reference_twice",
    sentence=_("This reference stands here already; each vacancy needs its own."),
)


def _finding(name: str, code: str, sentence: StrOrPromise) -> Finding:
    return Finding(field=name, code=f"jobs.{code}", sentence=sentence)


def _texts(draft: VacancyDraft) -> Iterator[Finding]:
    if not draft.title.strip():
        yield _finding("title", "title_missing", _("Give the vacancy a title."))
    if len(draft.title) > TITLE_LENGTH_MAX:
        yield _finding("title", "title_too_long", _("The title is longer than 200 characters."))
    if len(draft.description) > DESCRIPTION_LENGTH_MAX:
        yield _finding(
            "description", "text_too_long", _("The description is longer than 40,000 characters.")
        )
    for name in ("title", "description", "employer_name", "place", "sector"):
        if "\x00" in getattr(draft, name):
            yield _finding(name, "not_text", _("This holds characters that are not text."))
    for name, longest in {"employer_name": 200, "place": 120, "sector": 120}.items():
        if len(getattr(draft, name)) > longest:
            yield _finding(name, "text_too_long", _("This is too long; shorten it."))
    if not places.is_language(draft.language):
        yield _finding(
            "language", "unknown_language", _("Use a two-letter language code such as en or ar.")
        )


def _occupation(draft: VacancyDraft) -> Iterator[Finding]:
    if draft.isco and not codes.ISCO.fullmatch(draft.isco):
        yield _finding(
            "isco", "unknown_occupation", _("Use one to four digits of ISCO-08, such as 7212.")
        )
    if draft.esco and not codes.ESCO.fullmatch(draft.esco):
        yield _finding("esco", "unknown_occupation", _("Use an ESCO code such as 7212.3."))
    elif draft.esco and not draft.esco.startswith(draft.isco[:4]):
        yield _finding(
            "esco",
            "occupations_differ",
            _("The ESCO and the ISCO code name different occupations; keep one."),
        )


def _asked(draft: VacancyDraft) -> Iterator[Finding]:
    seen: set[str] = set()
    for asked in draft.skills:
        if asked.skill in seen:
            yield _finding("skills", "skill_twice", _("A skill stands here twice."))
        seen.add(asked.skill)
        if not asked.skill or len(asked.skill) > 200:
            yield _finding("skills", "unknown_skill", _("A skill has no usable code."))
        if asked.level_least not in codes.SKILL_LEVELS:
            yield _finding("skills", "level_out_of_range", _("Skill levels run from 1 to 3."))
    for language, level in draft.languages.items():
        if not places.is_language(language):
            yield _finding(
                "languages", "unknown_language", _("Use two-letter language codes such as en.")
            )
        if level not in range(7):
            yield _finding("languages", "level_out_of_range", _("Language levels are A1 to C2."))
    if draft.eqf_least is not None and draft.eqf_least not in range(1, 9):
        yield _finding("eqf_least", "level_out_of_range", _("EQF levels run from 1 to 8."))
    if draft.years_least not in range(61):
        yield _finding("years_least", "years_out_of_range", _("Use 0 to 60 years."))
    for code in draft.countries_allowed:
        if code not in codes.countries():
            yield _finding(
                "countries_allowed", "unknown_country", _("Use three-letter country codes.")
            )


def _terms(draft: VacancyDraft) -> Iterator[Finding]:
    if draft.country not in codes.countries():
        yield _finding(
            "country", "unknown_country", _("Use a three-letter country code such as QAT or DEU.")
        )
    pay = (draft.pay_minor is not None, bool(draft.pay_currency), bool(draft.pay_period))
    if any(pay) and not all(pay):
        yield _finding(
            "pay", "pay_incomplete", _("Pay needs all three: amount, currency and period.")
        )
    if draft.pay_minor is not None and not 1 <= draft.pay_minor <= PAY_MINOR_MAX:
        yield _finding("pay", "pay_out_of_range", _("The amount of pay is not possible."))
    if draft.pay_currency and not codes.is_currency(draft.pay_currency):
        yield _finding("pay_currency", "unknown_currency", _("Use a currency code such as EUR."))
    if draft.pay_period and draft.pay_period not in PayPeriod.values:
        yield _finding("pay_period", "unknown_period", _("Use hour, day, month or year."))
    if draft.pay_basis not in PayBasis.values:
        yield _finding("pay_basis", "unknown_basis", _("Use gross or net."))
    if draft.hours_weekly is not None and draft.hours_weekly not in range(1, 113):
        yield _finding("hours_weekly", "hours_out_of_range", _("Use 1 to 112 hours a week."))
    if draft.contract_months is not None and draft.contract_months not in range(1, 601):
        yield _finding("contract_months", "months_out_of_range", _("Use 1 to 600 months."))
    if draft.housing not in Housing.values:
        yield _finding("housing", "unknown_housing", _("Use provided, allowance or none."))
    for cost, payer in draft.payers.items():
        if cost not in Cost.values or payer not in Payer.values:
            yield _finding(
                "payers", "unknown_payer", _("Say who pays as travel:employer or visa:worker.")
            )
    if not 1 <= draft.places <= NUMBER_MAX:
        yield _finding("places", "places_out_of_range", _("There must be at least one place."))


def _dates(draft: VacancyDraft) -> Iterator[Finding]:
    if draft.starts_on and draft.closes_on and draft.closes_on > draft.starts_on:
        yield _finding(
            "closes_on", "closes_after_start", _("Applications close after the job has started.")
        )
