"""What somebody says of themselves, written as a Europass CV (XML) that europa.eu/europass reads.

Only what they said and still say: no decision of an officer, no correction. Element names and
their order follow the Europass CV XML schema 3.0; not verified against the Commission's validator.
"""

from __future__ import annotations

from typing import Any
from xml.etree import ElementTree as ET

from babel.core import get_global
from django.utils.translation import get_language

from corridor.kernel.people.kinds import Cefr, Kind
from corridor.kernel.people.models import Claim, ClaimStatus, Person
from corridor.kernel.places import api as places

EUROPASS = "http://www.europass.eu/1.0"
HR = "http://www.hr-xml.org/3"
OA = "http://www.openapplications.org/oagis/9"
EURES = "http://www.europass_eures.eu/1.0"
DIMENSIONS = (
    "CEF-Understanding-Listening",
    "CEF-Understanding-Reading",
    "CEF-Speaking-Interaction",
    "CEF-Speaking-Production",
    "CEF-Writing-Production",
)
# ISO 639-2 has a second, bibliographic code for these; Europass takes the other.
BIBLIOGRAPHIC = "alb arm baq bur chi cze dut fre geo ger gre ice mac mao may per rum slo tib wel"


def as_europass(person: Person) -> bytes:
    """The CV of this person as it stands."""
    for prefix, namespace in (("", EUROPASS), ("hr", HR), ("oa", OA), ("eures", EURES)):
        ET.register_namespace(prefix, namespace)
    claims: dict[str, list[Claim]] = {kind: [] for kind in Kind}
    for claim in person.claims.filter(status=ClaimStatus.CURRENT, corrects=None).order_by("pk"):
        claims[claim.kind].append(claim)
    root = _element("Candidate")
    _add(root, "DocumentID", HR, text=person.reference, schemeName="DocumentIdentifier")
    supplier = _add(root, "CandidateSupplier")
    _add(supplier, "PartyName", HR, text="Corridor")
    _named(_add(supplier, "PersonContact"), person)
    _add(supplier, "PrecedenceCode", HR, text="1")
    _person(_add(root, "CandidatePerson"), person, claims)
    language = (get_language() or "en").partition("-")[0]
    profile = _add(root, "CandidateProfile", languageCode=language)
    _profile(profile, claims)
    written: bytes = ET.tostring(root, encoding="utf-8", xml_declaration=True)
    return written


def _element(name: str, namespace: str = EUROPASS) -> ET.Element:
    return ET.Element(f"{{{namespace}}}{name}")


def _add(
    parent: ET.Element, name: str, namespace: str = EUROPASS, *, text: str = "", **more: str
) -> ET.Element:
    made = ET.SubElement(parent, f"{{{namespace}}}{name}", more)
    made.text = text or None
    return made


def _named(parent: ET.Element, person: Person) -> None:
    name = _add(parent, "PersonName")
    _add(name, "GivenName", OA, text=person.given_name or person.full_name)
    if person.family_name:
        _add(name, "FamilyName", HR, text=person.family_name)


def _person(parent: ET.Element, person: Person, claims: dict[str, list[Claim]]) -> None:
    _named(parent, person)
    if person.email:
        reached = _add(parent, "Communication")
        _add(reached, "ChannelCode", text="Email")
        _add(reached, "URI", OA, text=person.email)
    if person.phone:
        reached = _add(parent, "Communication")
        _add(reached, "ChannelCode", text="Telephone")
        _add(reached, "DialNumber", OA, text=person.phone)
    if person.nationality:
        _add(parent, "NationalityCode", text=_alpha2(person.nationality))
    if person.birth_year and person.birth_month and person.birth_day:
        born = f"{person.birth_year:04}-{person.birth_month:02}-{person.birth_day:02}"
        _add(parent, "BirthDate", HR, text=born)
    for claim in claims[Kind.LANGUAGE]:
        if claim.level == Cefr.NATIVE:
            _add(parent, "PrimaryLanguageCode", text=_three(claim.code))


def _profile(parent: ET.Element, claims: dict[str, list[Claim]]) -> None:
    history = _add(parent, "EmploymentHistory")
    for claim in claims[Kind.EXPERIENCE]:
        _worked(_add(history, "EmployerHistory"), claim)
    education = _add(parent, "EducationHistory")
    for claim in claims[Kind.QUALIFICATION]:
        _learnt(_add(education, "EducationOrganizationAttendance"), claim)
    known = _add(parent, "PersonQualifications")
    for claim in claims[Kind.LANGUAGE]:
        if claim.level != Cefr.NATIVE and claim.level:
            _spoken(_add(known, "PersonCompetency"), claim)
    skills = _add(parent, "Skills")
    for claim in claims[Kind.SKILL]:
        one = _add(skills, "PersonCompetency")
        _add(one, "TaxonomyID", HR, text="Other_Skill")
        _add(one, "CompetencyName", HR, text=claim.label)


def _worked(parent: ET.Element, claim: Claim) -> None:
    said: dict[str, Any] = dict(claim.said)
    _add(parent, "OrganizationName", HR, text=said.get("employer", ""))
    position = _add(parent, "PositionHistory")
    _add(position, "PositionTitle", text=claim.label, typeCode="FREETEXT")
    period = _add(position, "EmploymentPeriod", EURES)
    _dated(period, "StartDate", claim.from_date)
    _dated(period, "EndDate", claim.until_date)
    is_current = "false" if claim.until_date else "true"
    _add(period, "CurrentIndicator", HR, text=is_current)
    if claim.country:
        _add(position, "Country", text=_alpha2(claim.country))


def _learnt(parent: ET.Element, claim: Claim) -> None:
    said: dict[str, Any] = dict(claim.said)
    _add(parent, "OrganizationName", HR, text=said.get("institution", ""))
    if claim.country:
        address = _add(_add(_add(parent, "OrganizationContact"), "Communication"), "Address")
        _add(address, "CountryCode", text=_alpha2(claim.country))
    if year := said.get("awarded_year"):
        _dated(_add(parent, "AttendancePeriod"), "EndDate", year)
    _add(_add(parent, "EducationDegree"), "DegreeName", HR, text=claim.label)
    if claim.level:
        _add(parent, "EducationLevelCode", text=str(claim.level))


def _spoken(parent: ET.Element, claim: Claim) -> None:
    _add(parent, "CompetencyID", text=_three(claim.code), schemeName="NORMAL")
    _add(parent, "TaxonomyID", HR, text="language")
    level = Cefr(claim.level or Cefr.A1).name
    for dimension in DIMENSIONS:
        one = _add(parent, "CompetencyDimension", EURES)
        _add(one, "CompetencyDimensionTypeCode", HR, text=dimension)
        _add(_add(one, "Score", EURES), "ScoreText", HR, text=level)


def _dated(parent: ET.Element, name: str, when: Any) -> None:
    if when:
        _add(_add(parent, name, EURES), "FormattedDateTime", HR, text=str(when))


def _alpha2(country: str) -> str:
    found = places.Country.objects.filter(alpha3=country).values_list("alpha2", flat=True).first()
    return (found or country).lower()


def _three(code: str) -> str:
    """ISO 639-2 for a language of two letters; others stay as they are."""
    aliases = get_global("language_aliases")
    found = [
        three
        for three, two in aliases.items()
        if two == code and len(three) == 3 and three not in BIBLIOGRAPHIC
    ]
    return min(found, default=code)
