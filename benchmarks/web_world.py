"""A database of invented people and vacancies, as large as a country's, to measure pages on.

    CORRIDOR_HOME=/tmp/bench python -m benchmarks.web_world --people 100000 --vacancies 10000
    DATABASE_URL=postgres://… python -m benchmarks.web_world --people 1000000 --vacancies 100000

Everything goes in by the acts that an import uses, some thousands in a transaction, so memory does
not grow with the number; the same seed gives the same people. Run again it adds what is missing.
Only the secondary indexes and foreign keys are set aside meanwhile and made again, and so checked,
at the end: that is why it wants a database in which nobody real is registered.
"""

from __future__ import annotations

import argparse
import json
import os
import resource
import time
from collections.abc import Callable, Iterator, Sequence
from datetime import date, timedelta
from itertools import islice
from pathlib import Path
from typing import TYPE_CHECKING, Any

import numpy as np

if TYPE_CHECKING:
    from corridor.departure.jobs.api import VacancyDraft

SEED = 7
PEOPLE_CHUNK, VACANCIES_CHUNK = 20_000, 5_000
SOURCE = "invented"
FIRST_DAY = date(2027, 1, 1)
# Where vacancies are: country, towns, currency, pay a month, the language spoken at work.
DESTINATIONS: tuple[tuple[str, tuple[str, ...], str, int, str], ...] = (
    ("DEU", ("Hamburg", "Leipzig", "Stuttgart", "Köln"), "EUR", 2_700, "de"),
    ("ITA", ("Bergamo", "Modena", "Bari"), "EUR", 1_700, "it"),
    ("ESP", ("Almería", "Valencia", "Madrid"), "EUR", 1_500, "es"),
    ("PRT", ("Lisboa", "Porto"), "EUR", 1_050, "pt"),
    ("POL", ("Gdańsk", "Wrocław"), "PLN", 5_200, "pl"),
    ("QAT", ("Doha", "Ras Laffan"), "QAR", 2_400, "en"),
    ("SAU", ("Riyadh", "Jeddah", "Dammam"), "SAR", 2_900, "ar"),
    ("ARE", ("Dubai", "Abu Dhabi"), "AED", 3_100, "en"),
    ("MYS", ("Penang", "Johor Bahru"), "MYR", 1_900, "en"),
    ("KOR", ("Busan", "Incheon"), "KRW", 2_300_000, "ko"),
)
EMPLOYERS = ("Meridian", "Aurora", "Lindenhof", "Al Noor", "Baltic", "Harbour", "Sol", "Hanbit")
FORMS = ("Works", "Care Group", "Hotels", "Farms", "Logistics", "Builders")
SENTENCES = (
    "The team has twelve members and works in two shifts.",
    "Tools and work clothes are provided; a mentor helps in the first weeks.",
    "Experience with similar work is welcome, training is given.",
    "The contract follows the collective agreement of the sector.",
    "Lodging is within walking distance and shared by two.",
    "Language lessons are paid for and count as working time.",
)


def vacancies(count: int, *, seed: int, known: Sequence[Any], first: int = 0) -> Iterator[Any]:
    """Drafts of invented vacancies, numbered `first` + 1 to `count`, the same for the same seed."""
    from corridor.kernel.places import api as places

    titles = {row["code"]: row["id"] for row in places.Occupation.objects.values("id", "code")}
    labels = places.occupation_labels(titles.values(), "en")
    for number in range(first, count):
        draw = np.random.default_rng([seed, number])
        trade = known[int(draw.integers(len(known)))]
        title = labels.get(titles.get(trade.code, 0), trade.code)
        yield _vacancy(draw, number + 1, trade, title[:180])


def _vacancy(draw: np.random.Generator, number: int, trade: Any, title: str) -> VacancyDraft:
    from corridor.departure.jobs.api import SkillAsked, VacancyDraft

    country, towns, currency, pay, spoken = DESTINATIONS[int(draw.integers(len(DESTINATIONS)))]
    town = towns[int(draw.integers(len(towns)))]
    form = FORMS[int(draw.integers(len(FORMS)))]
    begins = FIRST_DAY + timedelta(days=int(draw.integers(0, 200)))
    minor = 1 if currency == "KRW" else 100
    asked = [SkillAsked(skill=skill) for skill in trade.essential[:12]]
    asked += [SkillAsked(skill=skill, essential=False) for skill in trade.optional[:8]]
    return VacancyDraft(
        title=f"{title[:1].upper()}{title[1:]}",
        description=" ".join(draw.permutation(SENTENCES)[:4].tolist()),
        employer_name=f"{EMPLOYERS[int(draw.integers(len(EMPLOYERS)))]} {form} {town}",
        country=country,
        place=town,
        isco=trade.code[:4],
        esco=trade.code,
        skills=tuple(asked),
        languages={spoken: int(draw.integers(1, 5))} if draw.random() < 0.8 else {},
        eqf_least=int(draw.integers(2, 5)) if draw.random() < 0.5 else None,
        years_least=int(draw.integers(0, 4)),
        pay_minor=int(pay * (0.8 + draw.random() / 2)) * minor,
        pay_currency=currency,
        pay_period="month",
        hours_weekly=int(draw.integers(36, 49)),
        contract_months=int(draw.choice([12, 24, 36])),
        housing=str(draw.choice(["provided", "allowance", "none"])),
        payers={"recruitment": "employer", "travel": "employer"},
        places=int(draw.integers(1, 8)),
        starts_on=begins,
        closes_on=begins - timedelta(days=30),
        source=SOURCE,
        source_reference=f"I{number:06}",
    )


def fill(
    *,
    people_count: int,
    vacancies_count: int,
    seed: int = SEED,
    say: Callable[[str], None] = print,
) -> None:
    """Bring the connected database up to these numbers, the cast of the demonstration included."""
    from corridor.site import demo

    begun = time.monotonic()
    _refuse_the_real()
    demo.load_data(say)
    generator, known = _trades(demo)
    fill_vacancies(vacancies_count, seed=seed, known=known, say=say)
    # A run that was killed may have left the indexes aside with everybody in.
    if _invented() < people_count or indexes_aside.left():
        with indexes_aside():
            _fill_people(people_count, seed, generator, known, say)
    demo.open_accounts()
    _analyse()
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    say(f"Filled in {time.monotonic() - begun:.0f} s, at most {peak:.0f} MiB of memory")


def _invented() -> int:
    from corridor.kernel.people import api as people

    return people.Person.objects.filter(user=None).count()


def _refuse_the_real() -> None:
    from corridor.departure.jobs import api as jobs
    from corridor.kernel.people import api as people

    ours = jobs.Vacancy.objects.filter(source=SOURCE).exists()
    if people.Person.objects.exists() and not ours:
        raise SystemExit("People are registered in this database. Give it one that is empty.")


def _trades(demo: Any) -> tuple[Any, Sequence[Any]]:
    from django.conf import settings

    generator = demo.examples()
    esco = Path(settings.DATA) / "esco"
    return generator, generator.trades(esco if esco.is_dir() else None)


def examples() -> Any:
    """The module examples/population.py."""
    from corridor.site import demo

    return demo.examples()


def fill_vacancies(
    count: int, *, known: Sequence[Any], say: Callable[[str], None], seed: int = SEED
) -> None:
    """Publish invented vacancies until there are so many."""
    from corridor.departure.jobs import api as jobs
    from corridor.kernel.actors.api import COMMAND_LINE

    held = jobs.Vacancy.objects.filter(source=SOURCE).count()
    drafts = vacancies(count, seed=seed, known=known, first=held)
    while chunk := list(islice(drafts, VACANCIES_CHUNK)):
        held += jobs.import_vacancies(actor=COMMAND_LINE, drafts=chunk, publish=True).new
        say(f"{held:,} vacancies, {_cpu()}")


def _fill_people(
    count: int, seed: int, generator: Any, known: Sequence[Any], say: Callable[[str], None]
) -> None:
    from corridor.departure.jobs import api as jobs
    from corridor.kernel.actors.api import COMMAND_LINE
    from corridor.kernel.people import api as people

    held = _invented()
    wanted = jobs.Vacancy.objects.filter(source=SOURCE).order_by("id")[:50_000]
    sought = list(wanted.values_list("esco", "languages__language"))
    tables = generator.population(
        count,
        seed=seed,
        known=known,
        sought=[code for code, _language in sought],
        spoken=[language or "" for _code, language in sought],
        names=True,
    )
    done = 0
    for table in tables:
        for chunk in table.to_batches(max_chunksize=PEOPLE_CHUNK):
            done += len(chunk)
            if done <= held:
                continue
            # One transaction each: what was interrupted goes on here, somebody already in is left.
            rows = chunk.slice(max(0, held - (done - len(chunk)))).drop_columns("id").to_pylist()
            held += people.import_people(actor=COMMAND_LINE, rows=rows).people
            say(f"{held:,} people, {_cpu()}")


class indexes_aside:  # noqa: N801 -- reads as a sentence
    """The secondary indexes and foreign keys of people's claims, away inside the block.

    They are made again, which checks every row, also when the block is left by an error; after a
    kill the next run makes them, from the list it finds in CORRIDOR_HOME.
    """

    @staticmethod
    def left() -> Path | None:
        """Where a run that was killed wrote what is away; None when nothing is."""
        from django.conf import settings

        path = Path(settings.HOME) / "indexes-aside.json"
        return path if path.exists() else None

    def __enter__(self) -> None:
        from django.conf import settings
        from django.db import connection

        from corridor.kernel.people.api import Claim

        self.table = Claim._meta.db_table
        self.kept = Path(settings.HOME) / "indexes-aside.json"
        with connection.cursor() as cursor:
            if self.kept.exists():
                self.statements = json.loads(self.kept.read_text(encoding="utf-8"))
            elif connection.vendor == "postgresql":
                self.statements = _on_postgresql(cursor, self.table)
            else:
                self.statements = _on_sqlite(cursor, self.table)
            if connection.vendor == "postgresql":  # nothing may wait to be checked
                cursor.execute("SET CONSTRAINTS ALL IMMEDIATE")
            self.kept.parent.mkdir(parents=True, exist_ok=True)
            self.kept.write_text(json.dumps(self.statements), encoding="utf-8")
            for away, _again in self.statements:
                cursor.execute(away)

    def __exit__(self, *_error: object) -> None:
        from django.db import connection

        with connection.cursor() as cursor:
            for _away, again in self.statements:
                cursor.execute(again)
        if connection.vendor == "sqlite":
            connection.check_constraints(table_names=[self.table])
        self.kept.unlink()


def _on_postgresql(cursor: Any, table: str) -> list[tuple[str, str]]:
    """Pairs of statements: away and again. Constraints may be checked in parallel at the end."""
    cursor.execute(
        "SELECT conname, pg_get_constraintdef(oid) FROM pg_constraint"
        " WHERE conrelid = %s::regclass AND contype = 'f'",
        [table],
    )
    found = [
        (
            f'ALTER TABLE "{table}" DROP CONSTRAINT IF EXISTS "{name}"',
            f'ALTER TABLE "{table}" ADD CONSTRAINT "{name}" {said}',
        )
        for name, said in cursor.fetchall()
    ]
    cursor.execute(
        "SELECT indexrelid::regclass::text, pg_get_indexdef(indexrelid) FROM pg_index"
        " WHERE indrelid = %s::regclass AND NOT indisprimary AND NOT EXISTS"
        " (SELECT 1 FROM pg_constraint WHERE conindid = indexrelid)",
        [table],
    )
    return found + [(f"DROP INDEX IF EXISTS {name}", said) for name, said in cursor.fetchall()]


def _on_sqlite(cursor: Any, table: str) -> list[tuple[str, str]]:
    cursor.execute(
        "SELECT name, sql FROM sqlite_master WHERE type = 'index' AND tbl_name = %s"
        " AND sql IS NOT NULL",
        [table],
    )
    return [(f'DROP INDEX IF EXISTS "{name}"', said) for name, said in cursor.fetchall()]


def _analyse() -> None:
    """Fresh statistics for the planner, and on PostgreSQL the map of what all may see."""
    from django.db import connection

    with connection.cursor() as cursor:
        tidies = connection.vendor == "postgresql" and not connection.in_atomic_block
        cursor.execute("VACUUM ANALYZE" if tidies else "ANALYZE")


def _cpu() -> str:
    return f"{time.process_time():.0f} cpu-s"


def main() -> None:
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("--people", type=int, default=100_000)
    parser.add_argument("--vacancies", type=int, default=10_000)
    parser.add_argument("--seed", type=int, default=SEED)
    given = parser.parse_args()
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "corridor.site.settings")
    import django

    django.setup()
    from django.core.management import call_command

    call_command("migrate", verbosity=0, interactive=False)
    fill(people_count=given.people, vacancies_count=given.vacancies, seed=given.seed)


if __name__ == "__main__":
    main()
