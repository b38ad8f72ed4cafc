"""A pool of invented people, drawn from ESCO's occupation–skill relations. Nobody here exists.

    python examples/population.py --people 100000 --seed 7 --out workers.parquet

The same seed gives the same people. What is realistic is the shape: an occupation decides which
skills somebody is likely to have and how much schooling; a nationality decides the languages. The
columns are those `corridor match` reads; with --names also names, as `people.import_people` wants.
"""

from __future__ import annotations

import argparse
import csv
import gzip
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from pathlib import Path
from typing import Any

import numpy as np
import pyarrow as pa
import pyarrow.csv as pacsv
import pyarrow.parquet as pq

FACTS = Path(__file__).parent.parent / "src/corridor/kernel/places/facts"
CHUNK = 50_000
FIRST_DAY = date(2027, 1, 1)
ESSENTIAL_HELD, OPTIONAL_HELD = 0.75, 0.25
LEARNT_FOR_WORK = 0.7
# Nationality: share, mother tongue, a second language often spoken.
ORIGINS = {
    "ETH": (22, "am", "en"),
    "NPL": (12, "ne", "en"),
    "PHL": (12, "tl", "en"),
    "BGD": (12, "bn", "en"),
    "KEN": (8, "sw", "en"),
    "MAR": (8, "ar", "fr"),
    "EGY": (7, "ar", "en"),
    "SEN": (5, "wo", "fr"),
    "COL": (5, "es", "en"),
    "IDN": (5, "id", "en"),
    "LKA": (4, "si", "en"),
}
LEARNT = ("de", "es", "it", "ar", "pt", "ko", "nl", "pl")
# Typed by us: given names, family names ("" where people have one name), and names in own letters.
NAMES: dict[str, tuple[tuple[str, ...], tuple[str, ...], tuple[str, ...]]] = {
    "ETH": (
        ("Amina", "Abebe", "Tigist", "Dawit", "Hanna", "Girma", "Selam", "Yonas"),
        ("Bekele", "Tadesse", "Alemu", "Haile", "Mohammed", "Wolde"),
        ("አሚና", "አበበ", "ትግስት", "ዳዊት", "ሐና", "ግርማ", "ሰላም", "ዮናስ"),
    ),
    "NPL": (
        ("Sita", "Ram", "Maya", "Hari", "Gita", "Krishna", "Laxmi", "Bishnu"),
        ("Thapa", "Gurung", "Shrestha", "Tamang", "Rai", "Magar"),
        ("सीता", "राम", "माया", "हरि", "गीता", "कृष्ण", "लक्ष्मी", "विष्णु"),
    ),
    "PHL": (
        ("Maria", "Jose", "Grace", "Ramon", "Liza", "Antonio", "Rosario", "Manuel"),
        ("Santos", "Reyes", "Cruz", "Bautista", "Garcia", "Mendoza"),
        (),
    ),
    "BGD": (
        ("Rahima", "Karim", "Nasrin", "Jamal", "Shirin", "Rafiq", "Fatema", "Habib"),
        ("Begum", "Hossain", "Akter", "Islam", "Khatun", "Uddin"),
        ("রহিমা", "করিম", "নাসরিন", "জামাল", "শিরিন", "রফিক", "ফাতেমা", "হাবিব"),
    ),
    "KEN": (
        ("Wanjiru", "Otieno", "Achieng", "Kamau", "Njeri", "Mutua", "Akinyi", "Kiprop"),
        ("Mwangi", "Odhiambo", "Kariuki", "Wambui", "Cheruiyot", "Musyoka"),
        (),
    ),
    "MAR": (
        ("Fatima", "Youssef", "Khadija", "Omar", "Salma", "Rachid", "Naima", "Hassan"),
        ("El Amrani", "Benali", "Alaoui", "Idrissi", "Tazi", "Berrada"),
        ("فاطمة", "يوسف", "خديجة", "عمر", "سلمى", "رشيد", "نعيمة", "حسن"),
    ),
    "EGY": (
        ("Mona", "Ahmed", "Heba", "Mahmoud", "Nour", "Mostafa", "Aya", "Tarek"),
        ("Ibrahim", "Hassan", "Abdel Rahman", "Farouk", "Mansour", "Said"),
        ("منى", "أحمد", "هبة", "محمود", "نور", "مصطفى", "آية", "طارق"),
    ),
    "SEN": (
        ("Awa", "Mamadou", "Fatou", "Ousmane", "Mariama", "Ibrahima", "Aminata", "Cheikh"),
        ("Diop", "Ndiaye", "Fall", "Sow", "Ba", "Gueye"),
        (),
    ),
    "COL": (
        ("Luz", "Carlos", "Paola", "Andrés", "Marta", "Jorge", "Daniela", "Luis"),
        ("Rodríguez", "Gómez", "Martínez", "Pérez", "Castro", "Rojas"),
        (),
    ),
    "IDN": (
        ("Siti", "Sukarno", "Wati", "Suharto", "Dewi", "Budi", "Sri", "Agus"),
        ("",),
        (),
    ),
    "LKA": (
        ("Kumari", "Nimal", "Dilani", "Sunil", "Chamari", "Ruwan", "Malini", "Ajith"),
        ("Perera", "Fernando", "Silva", "Jayasinghe", "Bandara", "Wickrama"),
        (),
    ),
}
SCHOOLING = {"1": 6, "2": 6, "3": 5, "4": 4, "5": 3, "6": 3, "7": 4, "8": 3, "9": 2, "0": 4}


@dataclass(frozen=True)
class Trade:
    """An occupation of ESCO with the skills it needs and may need."""

    code: str
    essential: tuple[str, ...]
    optional: tuple[str, ...]


def trades(esco: Path | None = None) -> list[Trade]:
    """The occupations of an ESCO folder (the publisher's CSVs), or of the starter facts."""
    if esco is None:
        occupations, relations = FACTS / "occupations.csv", FACTS / "occupation_skills.csv"
        uri, skill_of, occupation_of, relation_of = "uri", "skill", "occupation", "relation"
    else:
        (occupations,) = sorted(esco.glob("occupations_en*"))[:1]
        (relations,) = sorted(esco.glob("occupation_skill_relations*"))[:1]
        uri, skill_of = "conceptUri", "skillUri"
        occupation_of, relation_of = "occupationUri", "relationType"
    codes = {row[uri]: row["code"] for row in _rows(occupations)}
    needs: dict[str, dict[str, list[str]]] = defaultdict(lambda: defaultdict(list))
    for row in _rows(relations):
        if row[skill_of]:
            needs[row[occupation_of]][row[relation_of]].append(row[skill_of])
    found = []
    for address, code in codes.items():
        essential = dict.fromkeys(needs[address]["essential"])
        optional = [
            each for each in dict.fromkeys(needs[address]["optional"]) if each not in essential
        ]
        if essential:
            found.append(Trade(code, tuple(essential), tuple(optional)))
    return sorted(found, key=lambda trade: trade.code)


def _rows(path: Path) -> Iterator[dict[str, str]]:
    opened = gzip.open if path.suffix == ".gz" else open
    with opened(path, "rt", encoding="utf-8", newline="") as file:
        yield from csv.DictReader(file)


def population(
    people: int,
    *,
    seed: int,
    known: Sequence[Trade],
    sought: Sequence[str] = (),
    spoken: Sequence[str] = (),
    names: bool = False,
) -> Iterator[pa.Table]:
    """Tables of at most 50,000 invented people each.

    `sought` are ESCO codes of vacancies, one for each place, and `spoken` the language each of
    them asks ("" for none): three of four people are drawn from these occupations, and most of
    them have learnt the language.
    """
    places = {trade.code: place for place, trade in enumerate(known)}
    asked = spoken or [""] * len(sought)
    pairs = zip(sought, asked, strict=True)
    wanted = [(places[code], language) for code, language in pairs if code in places]
    trade_of = np.array([place for place, _language in wanted], np.int64)
    for first in range(0, people, CHUNK):
        draw = np.random.default_rng([seed, first])
        count = min(CHUNK, people - first)
        chosen = draw.integers(0, len(known), count)
        learnt = [""] * count
        if wanted:
            drawn = draw.integers(0, len(wanted), count)
            follows = draw.random(count) < 0.75
            chosen = np.where(follows, trade_of[drawn], chosen)
            speaks = follows & (draw.random(count) < LEARNT_FOR_WORK)
            learnt = [
                wanted[at][1] if speaking else ""
                for at, speaking in zip(drawn.tolist(), speaks.tolist(), strict=True)
            ]
        yield _people(draw, first, chosen, known, learnt, names=names)


def _people(
    draw: np.random.Generator,
    first: int,
    chosen: Any,
    known: Sequence[Trade],
    learnt: list[str],
    *,
    names: bool,
) -> pa.Table:
    count = len(chosen)
    origins = list(ORIGINS)
    shares = np.array([ORIGINS[origin][0] for origin in origins], float)
    origin = draw.choice(len(origins), count, p=shares / shares.sum())
    years = np.minimum(draw.gamma(2.0, 3.5, count).astype(int), 40)
    major = [known[place].code[0] for place in chosen.tolist()]
    schooling = np.array([SCHOOLING[digit] for digit in major]) + draw.integers(-1, 2, count)
    start = draw.integers(-200, 150, count)
    columns = {
        "id": [f"W{number:07d}" for number in range(first + 1, first + count + 1)],
        "isco": [known[place].code[:4] for place in chosen.tolist()],
        "skills": _skills(draw, chosen, known),
        "languages": _languages(draw, origin, origins, learnt),
        "eqf": np.clip(schooling, 1, 8).astype(str).tolist(),
        "years": years.astype(str).tolist(),
        "nationality": [origins[place] for place in origin.tolist()],
        "residence": [origins[place] for place in origin.tolist()],
        "licences": np.where(draw.random(count) < 0.3, "b", "").tolist(),
        "permits": [""] * count,
        "available_from": [
            (FIRST_DAY + timedelta(days=int(day))).isoformat() if day > 0 else ""
            for day in start.tolist()
        ],
        "birth_year": (2026 - 19 - years - draw.integers(0, 15, count)).astype(str).tolist(),
    }
    if names:
        columns |= _names(draw, [origins[place] for place in origin.tolist()])
    return pa.table(columns)


def _skills(draw: np.random.Generator, chosen: Any, known: Sequence[Trade]) -> list[str]:
    """For each person `skill:level;…`, all people of one occupation drawn at once."""
    found = [""] * len(chosen)
    for place in np.unique(chosen).tolist():
        trade = known[place]
        skills = np.array([*trade.essential, *trade.optional], object)
        rates = [ESSENTIAL_HELD] * len(trade.essential) + [OPTIONAL_HELD] * len(trade.optional)
        rows = np.flatnonzero(chosen == place)
        levels = draw.choice([1, 2, 2, 3], (len(rows), len(skills)))
        levels *= draw.random(levels.shape) < np.array(rates)
        for row, mine in zip(rows.tolist(), levels, strict=True):
            held = np.flatnonzero(mine)
            found[row] = ";".join(
                f"{skill}:{level}"
                for skill, level in zip(skills[held], mine[held].tolist(), strict=True)
            )
    return found


def _languages(
    draw: np.random.Generator, origin: Any, origins: list[str], learnt: list[str]
) -> list[str]:
    """Mother tongue, a second language, and what was learnt for work abroad or by chance."""
    count = len(origin)
    second, chance = draw.integers(0, 5, count), draw.integers(0, 2 * len(LEARNT), count)
    reached = draw.integers(0, 4, count)
    grades = ("A1", "A2", "B1", "B2", "C1")
    found = []
    for place, other, luck, level, wanted in zip(
        origin.tolist(), second.tolist(), chance.tolist(), reached.tolist(), learnt, strict=True
    ):
        _share, mother, also = ORIGINS[origins[place]]
        spoken = {mother: "C2", also: grades[other]}
        if wanted:
            spoken.setdefault(wanted, grades[max(1, level)])
        elif luck < len(LEARNT):
            spoken.setdefault(LEARNT[luck], grades[level])
        found.append(";".join(f"{code}:{grade}" for code, grade in spoken.items()))
    return found


def _names(draw: np.random.Generator, nationalities: list[str]) -> dict[str, list[str]]:
    full, native = [], []
    picks = draw.integers(0, 1 << 16, (len(nationalities), 2)).tolist()
    for nationality, (one, two) in zip(nationalities, picks, strict=True):
        given, family, letters = NAMES[nationality]
        full.append(f"{given[one % len(given)]} {family[two % len(family)]}".strip())
        native.append(letters[one % len(letters)] if letters else "")
    return {"full_name": full, "native_name": native}


def write(tables: Iterator[pa.Table], out: Path) -> int:
    """Write CSV or Parquet by the ending of `out`; returns how many people."""
    total = 0
    writer: Any = None
    for table in tables:
        if writer is None:
            kind = pacsv.CSVWriter if out.suffix == ".csv" else pq.ParquetWriter
            writer = kind(out, table.schema)
        writer.write_table(table)
        total += len(table)
    if writer is not None:
        writer.close()
    return total


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--people", type=int, default=1_000, help="1,000 to 1,000,000")
    parser.add_argument("--seed", type=int, default=7)
    parser.add_argument("--esco", type=Path, help="a folder of ESCO CSVs; else the starter facts")
    parser.add_argument("--names", action="store_true", help="with invented names")
    parser.add_argument("--out", type=Path, default=Path("workers.parquet"))
    given = parser.parse_args()
    tables = population(given.people, seed=given.seed, known=trades(given.esco), names=given.names)
    print(f"{write(tables, given.out):,} invented people in {given.out}")


if __name__ == "__main__":
    main()
