"""Looking things up in the code lists; nothing here changes anything."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from django.db.models import Q, QuerySet

from corridor.kernel.places.errors import UnknownCode
from corridor.kernel.places.finding import OCCUPATIONS, SKILLS
from corridor.kernel.places.models import (
    Country,
    Currency,
    DataSet,
    FormerName,
    Occupation,
    OccupationGroup,
    OccupationLabel,
    OccupationSkill,
    Outline,
    Skill,
    SkillLabel,
)
from corridor.kernel.places.names import FALLBACK, in_language, spoken
from corridor.kernel.search.api import fold

# How many of the nearest names are compared when one is given whole.
CALLED_MOST = 50


@dataclass(frozen=True, kw_only=True)
class Named:
    """A code with its name in the language asked for."""

    code: str
    name: str


@dataclass(frozen=True, kw_only=True)
class Point:
    """A place on the globe, in degrees: north and east are positive."""

    latitude: float
    longitude: float


@dataclass(frozen=True, kw_only=True)
class Found:
    """An occupation or skill found by what it is called."""

    id: int
    uri: str
    code: str
    label: str


@dataclass(frozen=True, kw_only=True)
class Need:
    """A skill that an occupation needs: essential, or optional."""

    skill: Skill
    label: str
    is_essential: bool


def country(code: str) -> Country:
    """By alpha-3, alpha-2 or numeric code, in any case; raises UnknownCode."""
    wanted = code.strip().upper()
    found = Country.objects.filter(Q(alpha3=wanted) | Q(alpha2=wanted) | Q(numeric=wanted)).first()
    if found is None:
        raise UnknownCode(kind="ISO 3166-1", given=code)
    return found


def country_called(name: str) -> Country | None:
    """By a name in any language we hold, a former name, or a code; None when none is called so."""
    wanted = fold(name)
    for former in FormerName.objects.select_related("country"):
        if fold(former.name) == wanted:
            return former.country
    for found in Country.objects.all():
        names = {fold(each) for each in found.names.values()}
        if wanted in names or name.strip().upper() in {found.alpha2, found.alpha3}:
            return found
    return None


def countries(language: str | None = None) -> list[Named]:
    """All countries (alpha-3) in the order of their names in that language."""
    rows = Country.objects.values_list("alpha3", "names")
    named = [Named(code=code, name=in_language(names, language)) for code, names in rows]
    return sorted(named, key=lambda one: fold(one.name))


def country_name(code: str, language: str | None = None) -> str:
    """What a country is called; its code when we do not hold it."""
    names = Country.objects.filter(alpha3=code).values_list("names", flat=True).first()
    return in_language(names, language) if names else code


def country_names(language: str | None = None) -> dict[str, str]:
    """What every country is called, by its alpha-3 code: for lists that name many."""
    rows = Country.objects.values_list("alpha3", "names")
    return {code: in_language(names, language) for code, names in rows}


def points() -> dict[str, Point]:
    """Where each country stands on a map, by its alpha-3 code; uninhabited areas do not."""
    rows = Country.objects.values_list("alpha3", "latitude", "longitude")
    return {
        code: Point(latitude=latitude, longitude=longitude)
        for code, latitude, longitude in rows
        if latitude is not None and longitude is not None
    }


def coastlines() -> list[list[Point]]:
    """The coasts of the world for a small map, largest first; empty when none were loaded."""
    outline = Outline.objects.filter(name="land").first()
    return [
        [
            Point(longitude=longitude, latitude=latitude)
            for longitude, latitude in zip(ring[::2], ring[1::2], strict=True)
        ]
        for ring in (outline.rings if outline else [])
    ]


def currency(code: str) -> Currency:
    """By ISO 4217 code; raises UnknownCode."""
    found = Currency.objects.filter(code=code.strip().upper()).first()
    if found is None:
        raise UnknownCode(kind="ISO 4217", given=code)
    return found


def currencies(language: str | None = None) -> list[Named]:
    """All currencies in the order of their codes."""
    rows = Currency.objects.values_list("code", "names")
    return [Named(code=code, name=in_language(names, language)) for code, names in rows]


def occupation_group(code: str) -> OccupationGroup:
    """An ISCO-08 group of any level; raises UnknownCode."""
    found = OccupationGroup.objects.filter(code=code).first()
    if found is None:
        raise UnknownCode(kind="ISCO-08", given=code)
    return found


def occupation_groups(parent: str | None = None, language: str | None = None) -> list[Named]:
    """The groups right below `parent`; the ten major groups without one."""
    rows = OccupationGroup.objects.filter(parent_id=parent).values_list("code", "titles")
    return [Named(code=code, name=in_language(titles, language)) for code, titles in rows]


def occupation(code: str) -> Occupation:
    """By ESCO code (7212.3) or URI; raises UnknownCode."""
    found = (
        Occupation.objects.filter(Q(code=code) | Q(uri=code))
        .select_related("group")
        .order_by("is_retired", "id")
        .first()
    )
    if found is None:
        raise UnknownCode(kind="ESCO", given=code)
    return found


def skill(key: str) -> Skill:
    """By URI or the last part of it; raises UnknownCode."""
    uri = key if "/" in key else f"http://data.europa.eu/esco/skill/{key}"
    found = Skill.objects.filter(uri=uri).first()
    if found is None:
        raise UnknownCode(kind="ESCO", given=key)
    return found


def occupations_in(group: str) -> QuerySet[Occupation]:
    """The occupations in an ISCO group of any level, in the order of their codes."""
    return Occupation.objects.filter(group__code__startswith=group, is_retired=False)


def occupation_label(code: str, language: str | None = None) -> str:
    """What an ISCO-08 group (7212) or an ESCO occupation (7212.3, or its URI) is called.

    In that language, else in English; the code itself when we do not hold it.
    """
    if code.isdecimal():
        titles = OccupationGroup.objects.filter(code=code).values_list("titles", flat=True).first()
        return in_language(titles, language) if titles else code
    labels = OccupationLabel.objects.filter(
        Q(occupation__code=code) | Q(occupation__uri=code)
    ).order_by("occupation__is_retired")
    names: dict[str, str] = {}
    for each, label in labels.values_list("language", "label"):
        names.setdefault(each, label)
    return in_language(names, language) or code


def group_labels(codes: Iterable[str], language: str | None = None) -> dict[str, str]:
    """What ISCO-08 groups (7212) are called, by code; those we hold, in one question."""
    held = OccupationGroup.objects.filter(code__in=set(codes)).values_list("code", "titles")
    return {code: in_language(titles, language) for code, titles in held}


def occupation_labels(ids: Iterable[int], language: str | None = None) -> dict[int, str]:
    """What many occupations are called, by id."""
    rows = OccupationLabel.objects.filter(
        occupation_id__in=list(ids), language__in={spoken(language), FALLBACK}
    )
    return best(rows.values_list("occupation_id", "language", "label"), language)


def skill_labels(ids: Iterable[int], language: str | None = None) -> dict[int, str]:
    """What many skills are called, by id."""
    rows = SkillLabel.objects.filter(
        skill_id__in=list(ids), language__in={spoken(language), FALLBACK}
    )
    return best(rows.values_list("skill_id", "language", "label"), language)


def best(rows: Iterable[tuple[int, str, str]], language: str | None) -> dict[int, str]:
    names: dict[int, dict[str, str]] = {}
    for concept, each, label in rows:
        names.setdefault(concept, {})[each] = label
    return {concept: in_language(spoken_names, language) for concept, spoken_names in names.items()}


def search_occupations(text: str, language: str | None = None, limit: int = 20) -> list[Found]:
    """Occupations by the beginnings of words, in any language; labelled in the one asked for."""
    ids = [int(hit.key) for hit in OCCUPATIONS.find(text, limit=limit)]
    labels = occupation_labels(ids, language)
    rows = {row.id: row for row in Occupation.objects.filter(id__in=ids)}
    return [
        Found(id=each, uri=rows[each].uri, code=rows[each].code, label=labels.get(each, ""))
        for each in ids
        if each in rows
    ]


def search_skills(text: str, language: str | None = None, limit: int = 20) -> list[Found]:
    """Skills by the beginnings of words, in any language; labelled in the one asked for."""
    ids = [int(hit.key) for hit in SKILLS.find(text, limit=limit)]
    labels = skill_labels(ids, language)
    rows = {row.id: row for row in Skill.objects.filter(id__in=ids)}
    return [
        Found(id=each, uri=rows[each].uri, code=rows[each].key, label=labels.get(each, ""))
        for each in ids
        if each in rows
    ]


def skill_called(words: str) -> Skill | None:
    """The skill of exactly that name in any language; None where none or more than one is."""
    wanted = fold(words)
    near = [int(hit.key) for hit in SKILLS.find(words, limit=CALLED_MOST)]
    named = SkillLabel.objects.filter(skill__in=near, skill__is_retired=False)
    called = {
        number for number, label in named.values_list("skill", "label") if fold(label) == wanted
    }
    return Skill.objects.get(pk=called.pop()) if len(called) == 1 else None


def skills_of(occupation: Occupation, language: str | None = None) -> list[Need]:
    """The skills an occupation needs, essential ones first, then by name."""
    needs = list(OccupationSkill.objects.filter(occupation=occupation).select_related("skill"))
    labels = skill_labels((need.skill_id for need in needs), language)
    told = [
        Need(
            skill=need.skill,
            label=labels.get(need.skill_id, need.skill.key),
            is_essential=need.is_essential,
        )
        for need in needs
    ]
    return sorted(told, key=lambda need: (not need.is_essential, fold(need.label)))


def data_sets() -> QuerySet[DataSet]:
    """What is loaded, and what was before."""
    return DataSet.objects.order_by("-is_current", "name", "-loaded_at")


def above(code: str) -> list[Named]:
    """The groups of ISCO-08 from the major group down to this one: 7, 72, 721, 7212."""
    path = [code[:length] for length in range(1, len(code) + 1)]
    titles = dict(OccupationGroup.objects.filter(code__in=path).values_list("code", "titles"))
    return [Named(code=each, name=in_language(titles.get(each, {}))) for each in path]


def occupation_called(occupation: Occupation, language: str | None = None) -> OccupationLabel:
    """Everything an occupation is called in that language, or in the next best.

    A description we hold in English only is given in English.
    """
    labels = {label.language: label for label in occupation.labels.all()}
    chosen = labels.get(spoken(language)) or labels.get(FALLBACK)
    if chosen is None:
        return next(iter(labels.values()), OccupationLabel(label=occupation.code))
    if not chosen.description and FALLBACK in labels:
        chosen.description = labels[FALLBACK].description
    return chosen


def attributions() -> list[DataSet]:
    """The current data sets of occupations, whose publishers ask to be named."""
    found = DataSet.objects.filter(name__in=["esco", "starter"], is_current=True)
    return list(found.order_by("name"))[:1]
