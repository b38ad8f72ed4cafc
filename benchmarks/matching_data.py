"""An invented pool and invented vacancies, drawn by a seed; only their shape is meant to be real.

436 unit groups of very unequal size, 13,000 skills of which a worker holds 20 (14 of the 60 of the
occupation, 6 general), 40 languages, 60 countries, 32 licences, 8 permits. A vacancy names its
occupation with 4, 3, 2 or 0 digits (30, 50, 15, 5 %) and asks for 12 weighted skills.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from corridor.engines.matching import Ragged, Vacancies, Workers

GROUPS, SKILLS, LANGUAGES, COUNTRIES, LICENCES, PERMITS = 436, 13_000, 40, 60, 32, 8
SKILLS_GENERAL, SKILLS_OF_OCCUPATION, SKILLS_HELD_OF_IT, SKILLS_ASKED = 600, 60, 14, 12
FIRST_DAY = np.datetime64("2025-01-01")


@dataclass(frozen=True)
class World:
    """The occupations, their skills, and how common each thing is."""

    codes: np.ndarray
    groups_share: np.ndarray
    pools: np.ndarray
    country_sets: list[np.ndarray]


def zipf(count: int, exponent: float = 1.0) -> np.ndarray:
    weights = 1 / np.arange(1, count + 1) ** exponent
    return weights / weights.sum()


def names(prefix: str, count: int) -> tuple[str, ...]:
    return tuple(f"{prefix}{number:05d}" for number in range(count))


def countries() -> tuple[str, ...]:
    return tuple(f"{chr(65 + n // 26)}{chr(65 + n % 26)}X" for n in range(COUNTRIES))


def make_world(seed: int) -> World:
    random = np.random.default_rng(seed)
    two = np.sort(random.choice(np.arange(10, 99), 43, replace=False))
    three = np.sort(random.choice((two[:, None] * 10 + np.arange(10)).ravel(), 130, replace=False))
    four = np.sort(
        random.choice((three[:, None] * 10 + np.arange(10)).ravel(), GROUPS, replace=False)
    )
    share = random.permutation(zipf(GROUPS))
    special = np.arange(SKILLS_GENERAL, SKILLS)
    pools = np.stack([random.choice(special, SKILLS_OF_OCCUPATION, False) for _ in four])
    sets = [np.sort(random.choice(COUNTRIES, random.integers(20, 50), False)) for _ in range(41)]
    return World(four, share, pools, sets)


def ragged(
    rows: np.ndarray, codes: np.ndarray, count: int, named: tuple[str, ...], **more: np.ndarray
) -> Ragged:
    order = np.lexsort((codes, rows))
    offsets = np.concatenate([[0], np.cumsum(np.bincount(rows, minlength=count))])
    columns = {name: values[order] for name, values in more.items()}
    return Ragged(offsets.astype(np.int64), codes[order].astype(np.int32), named, **columns)


def _skills_held(random: np.random.Generator, pools: np.ndarray) -> np.ndarray:
    """20 distinct skills per worker: 14 of the occupation, one of each of 6 general sorts."""
    count = len(pools)
    chosen = np.argpartition(random.random((count, SKILLS_OF_OCCUPATION)), SKILLS_HELD_OF_IT, 1)
    of_occupation = np.take_along_axis(pools, chosen[:, :SKILLS_HELD_OF_IT], 1)
    sorts = 20 - SKILLS_HELD_OF_IT
    per_sort = SKILLS_GENERAL // sorts
    general = random.choice(per_sort, (count, sorts), p=zipf(per_sort)) * sorts + np.arange(sorts)
    return np.sort(np.concatenate([of_occupation, general], 1), axis=1)


def make_workers(world: World, count: int, seed: int) -> Workers:
    random = np.random.default_rng(seed)
    group = random.choice(GROUPS, count, p=world.groups_share)
    step = 100_000
    held = np.concatenate(
        [_skills_held(random, world.pools[group[a : a + step]]) for a in range(0, count, step)]
    ).astype(np.int32)
    rows = np.arange(count)
    native = random.choice(LANGUAGES, count, p=zipf(LANGUAGES))
    second = random.choice(LANGUAGES, count, p=zipf(LANGUAGES, 2.0))
    second = np.where(second == native, (native + 1) % LANGUAGES, second)
    levels = np.concatenate([np.full(count, 7), random.integers(1, 7, count)]).astype(np.uint8)
    one_licence = np.flatnonzero(random.random(count) < 0.5)
    one_permit = np.flatnonzero(random.random(count) < 0.5)
    return Workers(
        id=np.char.add("W", np.char.zfill(rows.astype(str), 7)),
        isco=Ragged(np.arange(count + 1), group.astype(np.int32), tuple(map(str, world.codes))),
        skills=Ragged(
            np.arange(count + 1) * held.shape[1],
            held.ravel(),
            names("S", SKILLS),
            random.integers(1, 4, held.size).astype(np.uint8),
        ),
        languages=ragged(
            np.concatenate([rows, rows]),
            np.concatenate([native, second]),
            count,
            names("l", LANGUAGES),
            levels=levels,
        ),
        eqf=random.choice(np.arange(1, 9), count, p=zipf(8)[::-1]).astype(np.uint8),
        years=random.integers(0, 31, count).astype(np.int16),
        nationality=random.integers(0, COUNTRIES, count).astype(np.int16),
        residence=random.integers(0, COUNTRIES, count).astype(np.int16),
        country_names=countries(),
        licences=ragged(
            one_licence,
            random.integers(0, LICENCES // 4, len(one_licence)),
            count,
            names("L", LICENCES),
        ),
        permits=ragged(
            one_permit, random.integers(0, PERMITS, len(one_permit)), count, names("P", PERMITS)
        ),
        available_from=FIRST_DAY + random.integers(0, 240, count),
        birth_year=np.zeros(count, np.int16),
    )


# How many digits of an occupation vacancies name: of all pairs, some 0.7, 0.4 and 5 % are eligible.
MIXES = {
    "usual": {4: 0.3, 3: 0.5, 2: 0.15, 0: 0.05},
    "narrow": {4: 0.7, 3: 0.29, 2: 0.0, 0: 0.01},
    "broad": {4: 0.1, 3: 0.15, 2: 0.15, 0: 0.6},
}


def make_vacancies(world: World, count: int, seed: int, mix: str = "usual") -> Vacancies:
    random = np.random.default_rng(seed + 1)
    rows = np.arange(count)
    group = random.choice(GROUPS, count, p=world.groups_share)
    digits = random.choice(list(MIXES[mix]), count, p=list(MIXES[mix].values()))
    width = 10 ** (4 - digits)
    asked = np.argpartition(random.random((count, SKILLS_OF_OCCUPATION)), SKILLS_ASKED, 1)
    skills = np.take_along_axis(world.pools[group], asked[:, :SKILLS_ASKED], 1)
    general = random.integers(0, SKILLS_GENERAL // 10, (count, 3))
    skills[:, :3] = np.sort(general, axis=1) + np.arange(3)  # three general ones, distinct
    sets = random.integers(0, len(world.country_sets), count)
    listed = [world.country_sets[number] for number in sets]
    licensed = np.flatnonzero(random.random(count) < 0.25)
    permitted = np.flatnonzero(random.random(count) < 0.2)
    return Vacancies(
        id=np.char.add("V", np.char.zfill(rows.astype(str), 6)),
        isco_code=np.where(digits > 0, world.codes[group] // width * width, 0).astype(np.int16),
        isco_digits=digits.astype(np.uint8),
        skills=ragged(
            np.repeat(rows, SKILLS_ASKED),
            skills.ravel(),
            count,
            names("S", SKILLS),
            levels=random.integers(1, 4, skills.size).astype(np.uint8),
            weights=random.integers(1, 6, skills.size).astype(np.uint16),
            essential=np.zeros(skills.size, bool),
        ),
        languages=ragged(
            rows,
            random.choice(LANGUAGES, count, p=zipf(LANGUAGES, 2.0)),
            count,
            names("l", LANGUAGES),
            levels=random.integers(1, 5, count).astype(np.uint8),
        ),
        eqf_min=random.integers(1, 7, count).astype(np.uint8),
        years_min=random.integers(0, 6, count).astype(np.int16),
        countries=ragged(
            np.repeat(rows, [len(codes) for codes in listed]),
            np.concatenate([*listed, np.zeros(0, np.int64)]),
            count,
            countries(),
        ),
        licences=ragged(
            licensed,
            random.integers(0, LICENCES // 4, len(licensed)),
            count,
            names("L", LICENCES),
        ),
        permits=ragged(
            permitted, random.integers(0, PERMITS, len(permitted)), count, names("P", PERMITS)
        ),
        start=FIRST_DAY + random.integers(0, 360, count),
        places=random.integers(1, 6, count).astype(np.int32),
    )
