"""Giving the places of a shortlist file: modes, quotas, floors, families and weeks, as in a round.

What rules ask of people (sex, age, nationality, residence, family, when they registered) comes from
a table beside the shortlist, and so does the country of each vacancy.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from pathlib import Path
from typing import Any

from django.utils.translation import gettext_lazy as _

from corridor.engines import matching
from corridor.kernel.tables import api as tables
from corridor.services.rounds.draft import WEEKS
from corridor.services.rounds.errors import FloorsApart
from corridor.services.rounds.facts import Facts, week_of
from corridor.services.rounds.files import FileRefused
from corridor.services.rounds.floors import Floor, belongs
from corridor.services.rounds.models import Mode
from corridor.services.rounds.placing import Listed, Rules, Solved, floors_apart, proof_of, solve
from corridor.services.rounds.quotas import Quota
from corridor.services.rounds.telling_rules import apart_told

MODES = (Mode.RANKED, Mode.STABLE, Mode.BEST_TOTAL, Mode.OVER_TIME)
COLUMNS = ("worker", "sex", "birth_year", "nationality", "residence", "registered_on", "family")
ROWS_MAX, BYTES_MAX = 5_000_000, 1 << 30
SEXES = ("", "female", "male", "other")
COUNTRY_LENGTH = 3


@dataclass(frozen=True, kw_only=True)
class Asked:
    """How places are given. `people` and `where` are tables: of what rules ask of each person, and
    of the country of each vacancy; `on` is the day ages and weeks are counted from."""

    mode: str
    seed: int
    on: date
    quotas: Sequence[Quota] = ()
    floors: Sequence[Floor] = ()
    together: bool = False
    weeks: int = 0
    people: Path | None = None
    where: Path | None = None


def allocate(shortlist: Path, vacancies: Path, asked: Asked, *, out: Path | None) -> dict[str, Any]:
    """Places given over a shortlist file; returns what to say of it.

    Raises FileRefused, TableRefused with every fault by row and column, FloorsApart.
    """
    from corridor.engines.matching import allocation

    refuse_contradictions(asked)
    listed = listed_in(shortlist, vacancies)
    rules = rules_in(asked, listed)
    try:
        solved = solve(listed, rules)
    except KeyError as error:
        raise FileRefused(reason=str(error.args[0])) from error
    except allocation.MarketRefused as refused:
        if apart := floors_apart(refused):
            told = " ".join(apart_told(asked.floors, apart))
            raise FloorsApart(what=shortlist.name, floors=told) from refused
        raise
    if out is not None:
        write(solved, listed, out)
    return summary(solved, rules, asked)


def refuse_contradictions(asked: Asked) -> None:
    """Raises FileRefused for a mode, or a table that rules ask for and that is not given."""
    if asked.mode not in MODES:
        reason = _("There is no mode %(mode)s; use ranked, stable, best_total or over_time.")
        raise FileRefused(reason=reason % {"mode": asked.mode})
    if (asked.mode == Mode.OVER_TIME) != (asked.weeks in WEEKS):
        reason = _("Say over how many weeks people came in, 2 to 52; for other modes leave it 0.")
        raise FileRefused(reason=reason)
    if asked.people is None and columns_needed(asked):
        reason = _("These rules ask for %(columns)s of each person: give a table with --people.")
        raise FileRefused(reason=reason % {"columns": ", ".join(columns_needed(asked))})
    if asked.where is None and countries_needed(asked):
        reason = _("These rules ask for the country of each vacancy: give a table with --where.")
        raise FileRefused(reason=reason)


def columns_needed(asked: Asked) -> list[str]:
    """Of the people's table, in the order of its columns."""
    named = {"birth_year" if one.attribute == "age" else one.attribute for one in asked.floors}
    named |= {"nationality"} if any(one.side == "from" for one in asked.quotas) else set()
    named |= {"family"} if asked.together else set()
    named |= {"registered_on"} if asked.weeks else set()
    return [name for name in COLUMNS if name in named]


def countries_needed(asked: Asked) -> bool:
    return any(one.side == "to" for one in asked.quotas) or any(one.country for one in asked.floors)


def listed_in(shortlist: Path, vacancies: Path) -> Listed:
    """Raises FileRefused for what is no shortlist."""
    import pyarrow as pa
    import pyarrow.parquet as pq

    try:
        listed = pq.read_table(shortlist, columns=["vacancy_id", "worker_id", "score"])
    except (OSError, pa.ArrowInvalid) as error:
        reason = _("%(path)s is not a shortlist; write it with corridor match --out.")
        raise FileRefused(reason=reason % {"path": shortlist}) from error
    table = matching.read_vacancies(vacancies)
    return Listed(
        vacancy=listed.column("vacancy_id").to_pylist(),
        worker=listed.column("worker_id").to_pylist(),
        score=listed.column("score").to_pylist(),
        places=dict(zip(table.id.tolist(), table.places.tolist(), strict=True)),
    )


def rules_in(asked: Asked, listed: Listed) -> Rules:
    """Raises TableRefused with every fault of both tables' rows."""
    needed = columns_needed(asked)
    people = people_in(asked.people, needed, set(listed.worker)) if asked.people and needed else {}
    where = countries_in(asked.where) if asked.where and countries_needed(asked) else {}
    return Rules(
        mode=Mode(asked.mode),
        seed=asked.seed,
        quotas=asked.quotas,
        floors=asked.floors,
        facts=facts_of(asked, people),
        destinations=where,
        nationalities={worker: row.get("nationality", "") for worker, row in people.items()},
    )


def people_in(path: Path, needed: Sequence[str], listed: set[str]) -> dict[str, dict[str, str]]:
    """By worker, whoever is listed; whoever is missing from the table said nothing."""
    faults = tables.Faults()
    found: dict[str, dict[str, str]] = {}
    for number, row in _rows(path, faults, known=COLUMNS, required=("worker", *needed)):
        worker = row["worker"]
        if not worker or worker in found:
            sentence = _("Each person stands in the table once, by the id on the shortlist.")
            faults.add(number, "worker", "twice", sentence)
        for name in needed:
            if (sentence := _wrong(name, row[name])) is not None:
                faults.add(number, name, "unreadable", sentence)
        found[worker] = row
    faults.refuse_if_any()
    return {worker: row for worker, row in found.items() if worker in listed}


def _wrong(name: str, text: str) -> Any:
    """What is wrong with a cell; nothing said is nothing wrong."""
    if not text or name == "family":
        return None
    if name == "sex":
        return None if text in SEXES else _("Write female, male or other.")
    if name == "birth_year":
        is_year = text.isascii() and text.isdecimal() and len(text) == len("1990")
        return None if is_year else _("Write a year, such as 1990.")
    if name == "registered_on":
        return None if _day(text) else _("Write a day, such as 2026-11-30.")
    return None if _is_country(text) else _("Write a country by its three letters, such as NPL.")


def _day(text: str) -> date | None:
    try:
        return date.fromisoformat(text)
    except ValueError:
        return None


def _is_country(text: str) -> bool:
    return len(text) == COUNTRY_LENGTH and text.isascii() and text.isalpha() and text.isupper()


def countries_in(path: Path) -> dict[str, str]:
    """The country of each vacancy. Raises TableRefused."""
    faults = tables.Faults()
    found: dict[str, str] = {}
    for number, row in _rows(path, faults, known=("vacancy", "country"), required=("vacancy",)):
        if not _is_country(row.get("country", "")):
            sentence = _("Write a country by its three letters, such as NPL.")
            faults.add(number, "country", "unreadable", sentence)
        found[row["vacancy"]] = row.get("country", "")
    faults.refuse_if_any()
    return found


def _rows(
    path: Path, faults: Any, **columns: Sequence[str]
) -> Iterable[tuple[int, dict[str, str]]]:
    """Raises FileRefused where there is no such file."""
    if not path.is_file():
        raise FileRefused(reason=_("There is no file %(path)s.") % {"path": path})
    return tables.rows_of(path, faults, most=ROWS_MAX, bytes_max=BYTES_MAX, **columns)


def facts_of(asked: Asked, people: dict[str, dict[str, str]]) -> Facts:
    groups = {
        worker: frozenset(floor.group for floor in asked.floors if _belongs(floor, row, asked.on))
        for worker, row in people.items()
    }
    families = {worker: row["family"] for worker, row in people.items()} if asked.together else {}
    came = {worker: _day(row["registered_on"]) for worker, row in people.items() if asked.weeks}
    weeks = {
        worker: week_of(datetime.combine(day, datetime.min.time()), on=asked.on, weeks=asked.weeks)
        for worker, day in came.items()
        if day is not None
    }
    return Facts(family=families, week=weeks, groups=groups)


def _belongs(floor: Floor, row: dict[str, str], on: date) -> bool:
    born = row.get("birth_year", "")
    return belongs(
        floor,
        sex=row.get("sex", ""),
        age=on.year - int(born) if born.isdecimal() else None,
        nationality=row.get("nationality", ""),
        residence=row.get("residence", ""),
    )


def write(solved: Solved, listed: Listed, out: Path) -> None:
    """Who is placed where, a row a person."""
    import pyarrow as pa
    import pyarrow.parquet as pq

    rows = zip(listed.vacancy, listed.worker, listed.score, strict=True)
    home = solved.home
    placed = sorted(row for row in rows if home.get(row[1]) == row[0])
    columns = list(zip(*placed, strict=True)) or [(), (), ()]
    names = ("vacancy_id", "worker_id", "score")
    pq.write_table(pa.table(dict(zip(names, columns, strict=True))), out)


def summary(solved: Solved, rules: Rules, asked: Asked) -> dict[str, Any]:
    result = solved.result
    proof = proof_of(result, rules, solved.lowered)
    return {
        "mode": asked.mode,
        "listed": len(solved.party_of),
        "places": int(result.market.places.sum()),
        "placed": result.persons_placed,
        "score_total": result.score_total,
        "proved": bool(result.certificate.is_proved),
        "how": result.description.sentence,
        **{
            f"price of {price.kind} {price.name}".strip(): price.sentence for price in result.prices
        },
        **{name: proof[name] for name in ("floors", "over_time") if name in proof},
    }
