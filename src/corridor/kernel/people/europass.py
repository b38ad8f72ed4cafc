"""A Europass CV read into what a person says of themselves: the XML of europa.eu/europass.

The file is a `Candidate` of the namespace http://www.europass.eu/1.0, over HR-XML 3 (Europass CV
XML schema 3.0, DG EMPL 2020). Elements are found by their local names: the next version reads too.
Not verified against the Commission's validator: we have its documentation, not its schema files.
"""

from __future__ import annotations

import calendar
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from typing import Any, NoReturn
from xml.etree import ElementTree as ET

from django.utils.translation import gettext as _
from pydantic import ValidationError

from corridor.kernel.people.errors import EuropassUnreadable
from corridor.kernel.people.kinds import VALUES, Cefr, Kind, Value
from corridor.kernel.places import api as places

NAMESPACE = "http://www.europass.eu/"
BYTES_MOST = 5 * 1024 * 1024
FOUND_MOST = 300
MOMENT = re.compile(r"(\d{4})(?:-(\d{2}))?(?:-(\d{2}))?")
LANGUAGE = "language"


@dataclass(frozen=True)
class Found:
    """What a file says, in our values; `left_out` names what we could not take."""

    values: tuple[Value, ...]
    left_out: tuple[str, ...]


class _NoDoctype(ET.TreeBuilder):
    """A CV declares no entities; one that does is not opened further."""

    def doctype(self, _name: str, _pubid: str | None, _system: str | None) -> NoReturn:
        raise EuropassUnreadable


def read_europass(content: bytes) -> Found:
    """Raises EuropassUnreadable for anything but a Europass CV in XML."""
    if len(content) > BYTES_MOST:
        raise EuropassUnreadable
    try:
        root = ET.fromstring(content, parser=ET.XMLParser(target=_NoDoctype()))  # noqa: S314
    except (ET.ParseError, ValueError, LookupError):
        raise EuropassUnreadable from None
    if not root.tag.startswith(f"{{{NAMESPACE}") or _name(root) != "Candidate":
        raise EuropassUnreadable
    values: list[Value] = []
    left_out: list[str] = []
    for kind, said in _said(root):
        try:
            value = VALUES[kind](**{name: each for name, each in said.items() if each})
        except ValidationError:
            left_out.append(f"{kind.label}: {said.get('label') or said.get('language') or '–'}")
        else:
            if value not in values:
                values.append(value)
    return Found(tuple(values[:FOUND_MOST]), tuple(left_out))


def _said(root: ET.Element) -> Iterator[tuple[Kind, dict[str, Any]]]:
    yield from _experience(root)
    yield from _education(root)
    yield from _languages(root)
    yield from _skills(root)
    for licence in _all(root, "License"):
        if code := _text(licence, "LicenseTypeCode"):
            label = _("Driving licence %(code)s") % {"code": code}
            yield Kind.LICENCE, {"label": label, "gives": "drive"}


def _experience(root: ET.Element) -> Iterator[tuple[Kind, dict[str, Any]]]:
    for employer in _all(root, "EmployerHistory"):
        positions = list(_all(employer, "PositionHistory")) or [employer]
        for position in positions:
            period = _first(position, "EmploymentPeriod")
            if period is None:
                period = _first(employer, "EmploymentPeriod")
            yield (
                Kind.EXPERIENCE,
                {
                    "label": _text(position, "PositionTitle"),
                    "employer": _text(employer, "OrganizationName"),
                    "country": _country(position) or _country(employer),
                    "from_date": _day(period, "StartDate"),
                    "until_date": None if _is_current(period) else _day(period, "EndDate"),
                },
            )


def _education(root: ET.Element) -> Iterator[tuple[Kind, dict[str, Any]]]:
    for attended in _all(root, "EducationOrganizationAttendance"):
        ended = _day(_first(attended, "AttendancePeriod"), "EndDate")
        yield (
            Kind.QUALIFICATION,
            {
                "label": _text(attended, "DegreeName") or _text(attended, "ProgramName"),
                "institution": _text(attended, "OrganizationName"),
                "eqf": _text(attended, "EducationLevelCode"),
                "country": _country(attended),
                "awarded_year": ended.year if ended else None,
            },
        )


def _languages(root: ET.Element) -> Iterator[tuple[Kind, dict[str, Any]]]:
    """A mother tongue; other languages by the lowest of what was said of their five skills."""
    for code in _texts(root, "PrimaryLanguageCode"):
        yield Kind.LANGUAGE, {"language": _language(code), "cefr": Cefr.NATIVE.name}
    for known in _all(root, "PersonCompetency"):
        if _text(known, "TaxonomyID") == LANGUAGE:
            levels = [text for text in _texts(known, "ScoreText") if text in Cefr.__members__]
            lowest = min(levels, key=lambda text: Cefr[text].value, default="")
            code = _language(_text(known, "CompetencyID"))
            yield Kind.LANGUAGE, {"language": code, "cefr": lowest}


def _skills(root: ET.Element) -> Iterator[tuple[Kind, dict[str, Any]]]:
    for known in _all(root, "PersonCompetency"):
        if _text(known, "TaxonomyID") != LANGUAGE:
            yield Kind.SKILL, {"label": _text(known, "CompetencyName")}
    for ending in ("Skill", "SkillsGroup"):
        for part in root.iter():
            if (
                _name(part).endswith(ending)
                and (title := _first(part, "Title", deep=False)) is not None
            ):
                yield Kind.SKILL, {"label": (title.text or "").strip()}


def _name(element: ET.Element) -> str:
    return str(element.tag).rpartition("}")[2]


def _all(element: ET.Element, name: str) -> Iterator[ET.Element]:
    return (each for each in element.iter() if _name(each) == name)


def _first(element: ET.Element | None, name: str, *, deep: bool = True) -> ET.Element | None:
    if element is None:
        return None
    within: Iterable[ET.Element] = element.iter() if deep else element
    return next((each for each in within if _name(each) == name), None)


def _texts(element: ET.Element, name: str) -> list[str]:
    found = (" ".join("".join(each.itertext()).split()) for each in _all(element, name))
    return [text for text in found if text]


def _text(element: ET.Element, name: str) -> str:
    return next(iter(_texts(element, name)), "")


def _is_current(period: ET.Element | None) -> bool:
    told = (
        [_text(period, name) for name in ("CurrentIndicator", "Ongoing")]
        if period is not None
        else []
    )
    return "true" in told


def _day(period: ET.Element | None, name: str) -> date | None:
    """A year alone or a month begins on its first day, and ends on its last."""
    held = _first(period, name)
    match = MOMENT.match("".join(held.itertext()).strip()) if held is not None else None
    if match is None:
        return None
    year, month, day = (int(part) if part else 0 for part in match.groups())
    is_end = name == "EndDate"
    month = month or (12 if is_end else 1)
    try:
        return date(year, month, day or (calendar.monthrange(year, month)[1] if is_end else 1))
    except ValueError:
        return None


def _country(element: ET.Element) -> str:
    """Alpha-3, from alpha-2 or alpha-3; "" for anything else."""
    given = _text(element, "CountryCode") or _text(element, "Country")
    try:
        return places.country(given).alpha3 if given else ""
    except places.UnknownCode:
        return ""


def _language(given: str) -> str:
    """ISO 639, from the code or from the end of the Publications Office's address for it."""
    code = places.language_code(given.rpartition("/")[2])
    return code if places.is_language(code) else ""
