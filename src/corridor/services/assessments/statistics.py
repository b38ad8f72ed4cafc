"""How the results of a kind came out, by language and by sex; small counts are not told."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from django.utils.translation import gettext_lazy as _
from django_stubs_ext import StrOrPromise

from corridor.kernel.people import api as people
from corridor.kernel.places import api as places
from corridor.services.assessments.agreement import Agreement, agreement
from corridor.services.assessments.kinds import AssessmentKind
from corridor.services.assessments.models import Marking, Result, ResultState
from corridor.services.assessments.sheet import judge

# Fewer people than this could be told apart.
LEAST = 5
# Agreement is that of the newest: so many are read within the time of a page.
MARKINGS_MOST = 2_000
SEXES: Mapping[str, StrOrPromise] = {
    "female": _("Female"),
    "male": _("Male"),
    "other": _("Other"),
    "": _("Not said"),
}


@dataclass(frozen=True, kw_only=True)
class Line:
    """One group: how many sat and passed; None where that is too few to tell."""

    name: StrOrPromise
    sat: int | None
    passed: int | None


@dataclass(frozen=True, kw_only=True)
class Statistics:
    whole: Line
    by_language: tuple[Line, ...]
    by_sex: tuple[Line, ...]
    agreement: Agreement | None = None


def of(kind: AssessmentKind) -> Statistics:
    """Results that count, of all sessions of a kind, of those who agree to statistics.

    Erasing a person deletes their results, so they leave every count; docs/assessments.md.
    """
    found = Result.objects.filter(
        people.agrees("candidate__person__reference", people.Purpose.STATISTICS),
        state=ResultState.CONFIRMED,
        candidate__session__kind=kind,
    ).values_list("candidate__session__language", "candidate__person__sex", "passed")
    rows = list(found)
    whole = lines((_("All"), passed) for _language, _sex, passed in rows)
    return Statistics(
        whole=whole[0] if whole else Line(name=_("All"), sat=0, passed=0),
        by_language=lines((named(language), passed) for language, _sex, passed in rows),
        by_sex=lines((SEXES.get(sex, SEXES[""]), passed) for _language, sex, passed in rows),
        agreement=agreed(kind),
    )


def agreed(kind: AssessmentKind) -> Agreement | None:
    """How far examiners agree on the candidates of a kind, by the share of all points each gave;
    None where fewer than five were marked by two or more."""
    markings = (
        Marking.objects.filter(
            people.agrees("candidate__person__reference", people.Purpose.STATISTICS),
            handed_in_at__isnull=False,
            candidate__session__kind=kind,
        )
        .select_related("candidate__session")
        .order_by("-candidate", "pk")[:MARKINGS_MOST]
    )
    given: dict[int, list[float]] = {}
    for one in markings:
        session = one.candidate.session
        judged = judge(session.lines, one.scores, pass_share=session.pass_share)
        given.setdefault(one.candidate_id, []).append(judged.share)
    found = agreement(list(given.values()))
    return found if found is not None and found.candidates >= LEAST else None


def named(language: str) -> StrOrPromise:
    return places.language_name(language) if language else SEXES[""]


def lines(rows: Iterable[tuple[StrOrPromise, bool]]) -> tuple[Line, ...]:
    """Counts by group, the largest first. Where one group alone is too small, the next smallest is
    withheld with it: the total would give it away."""
    sat: Counter[StrOrPromise] = Counter()
    passed: Counter[StrOrPromise] = Counter()
    for name, did in rows:
        sat[name] += 1
        passed[name] += did
    small = {name for name, count in sat.items() if count < LEAST}
    if len(small) == 1 and len(sat) > 1:
        small.add(min((name for name in sat if name not in small), key=lambda name: sat[name]))
    return tuple(
        Line(
            name=name,
            sat=None if name in small else count,
            passed=None if name in small or hidden(passed[name], count) else passed[name],
        )
        for name, count in sat.most_common()
    )


def hidden(passed: int, sat: int) -> bool:
    """Whether so few passed, or so few did not, that one of them could be told apart."""
    return 0 < passed < LEAST or 0 < sat - passed < LEAST
