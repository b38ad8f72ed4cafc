"""Before a result is published: does it fall harder on one group than on another?"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import Any

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, pgettext_lazy
from django_stubs_ext import StrOrPromise

from corridor.engines import matching
from corridor.kernel import script
from corridor.kernel.actors.api import Actor, may
from corridor.kernel.people import api as people
from corridor.kernel.places import api as places
from corridor.kernel.tables import api as tables
from corridor.services.rounds.freezing import frozen
from corridor.services.rounds.models import Mode, Outcome, Result, Round

BANDS = ((25, "-24"), (35, "25-34"), (45, "35-44"), (55, "45-54"), (200, "55+"))
# A nationality of fewer people is told together with the other small ones.
GROUP_LEAST = 5
OTHERS = "others"
SEXES: dict[str, StrOrPromise] = {
    "female": gettext_lazy("Women"),
    "male": gettext_lazy("Men"),
    "other": gettext_lazy("Other"),
}
VERDICTS: dict[str, StrOrPromise] = {
    "best": gettext_lazy("Highest rate: the others are compared with it"),
    "adverse": gettext_lazy("Below four fifths, and more than chance"),
    "below": gettext_lazy("Below four fifths; chance alone could do this"),
    "uneven": gettext_lazy("Above four fifths, yet more than chance"),
    "none": gettext_lazy("No sign of adverse impact"),
    "too-few": gettext_lazy("Too few to tell"),
}
TONES = {"adverse": "bad", "below": "warn", "uneven": "warn", "none": "good"}
KINDS: dict[str, StrOrPromise] = {
    "sex": gettext_lazy("Sex"),
    "age": gettext_lazy("Age"),
    "nationality": gettext_lazy("Nationality"),
}


@dataclass(frozen=True, kw_only=True)
class Preview:
    """One way to divide the pool. `found` is None where fewer than two groups are known."""

    kind: str
    known: int
    found: matching.Impact | None


def previews(actor: Actor, of: Round) -> list[Preview]:
    """The impact of a finished round by sex, age and nationality. Raises InputsChanged."""
    may(actor, "rounds.publish", of)
    rows = pool_of(of)
    outcome = Outcome.LISTED if of.mode == Mode.SHORTLIST else Outcome.PLACED
    chosen = set(
        Result.objects.filter(round_vacancy__round=of, outcome=outcome).values_list(
            "worker", flat=True
        )
    )
    selected = [row["id"] in chosen for row in rows]
    year = of.finished_at.year if of.finished_at else 0
    nationality_of = or_others([row["nationality"] or "" for row in rows])
    sexes = dict(people.pool(people.PoolFilter()).values_list("reference", "sex"))
    named: dict[str, list[str]] = {
        "sex": [sexes.get(row["id"], "") for row in rows],
        "age": [band(year, row["birth_year"]) for row in rows],
        "nationality": [nationality_of(row["nationality"] or "") for row in rows],
    }
    return [preview(kind, selected, groups) for kind, groups in named.items()]


def preview(kind: str, selected: list[bool], groups: list[str]) -> Preview:
    known = sum(1 for group in groups if group)
    if len(set(groups) - {""}) < 2:
        return Preview(kind=kind, known=known, found=None)
    return Preview(kind=kind, known=known, found=matching.impact(selected, groups))


def pool_of(of: Round) -> list[dict[str, Any]]:
    """Everybody looked at, as frozen with the round."""
    import pyarrow.parquet as pq

    columns = ["id", "nationality", "birth_year"]
    rows: list[dict[str, Any]] = pq.read_table(
        frozen(of.workers_digest), columns=columns
    ).to_pylist()
    return rows


def band(year: int, birth_year: str | None) -> str:
    """The age band in the year the round was run; "" where the year of birth is not known."""
    if not birth_year:
        return ""
    age = year - int(birth_year)
    return next(name for below, name in BANDS if age < below)


def or_others(nationalities: Iterable[str]) -> Callable[[str], str]:
    sizes = Counter(nationalities)
    return lambda name: name if not name or sizes[name] >= GROUP_LEAST else OTHERS


def group_name(kind: str, group: str) -> str:
    """A group in the reader's language."""
    if kind == "sex":
        return str(SEXES.get(group, group))
    if group == OTHERS:
        return _("Other nationalities")
    if kind == "nationality":
        return places.country_name(group)
    if group.startswith("-"):
        return _("Up to %(age)s") % {"age": script.in_digits(group[1:])}
    return script.in_digits(group.replace("-", "–"))


def table_rows(found: list[Preview]) -> list[dict[str, Any]]:
    """Every group of every kind as a line."""
    return [
        {
            "kind": KINDS[one.kind],
            "group": group_name(one.kind, group.group),
            "people": group.people,
            "selected": group.selected,
            "rate": group.rate,
            "ratio": group.ratio,
            "low": group.low,
            "high": group.high,
            "shortfall": group.shortfall,
            "code": group.verdict,
            "verdict": VERDICTS[group.verdict],
            "tone": TONES.get(group.verdict, "neutral"),
        }
        for one in found
        if one.found is not None
        for group in one.found.groups
    ]


IMPACT = tables.Table(
    name="round-impact",
    title=gettext_lazy("Impact on groups"),
    columns=(
        tables.Column(name="kind", title=pgettext_lazy("grouped", "By")),
        tables.Column(name="group", title=gettext_lazy("Group")),
        tables.Column(name="people", title=gettext_lazy("People"), kind=tables.Kind.NUMBER),
        tables.Column(name="selected", title=gettext_lazy("Selected"), kind=tables.Kind.NUMBER),
        tables.Column(name="rate", title=gettext_lazy("Rate"), kind=tables.Kind.NUMBER),
        tables.Column(name="ratio", title=gettext_lazy("Of the best"), kind=tables.Kind.NUMBER),
        tables.Column(name="low", title=gettext_lazy("At least"), kind=tables.Kind.NUMBER),
        tables.Column(name="high", title=gettext_lazy("At most"), kind=tables.Kind.NUMBER),
        tables.Column(name="verdict", title=gettext_lazy("Verdict")),
    ),
)
