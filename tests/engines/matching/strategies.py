"""Small random pools, vacancies and criteria sets, dense enough that people fit and fall."""

from __future__ import annotations

from datetime import date, timedelta

from hypothesis import strategies as st

from corridor.engines.matching import CEFR, COMPONENTS, Criteria, Weight
from corridor.engines.matching import criteria as c

ISCO = ["5321", "5322", "5311", "2221", "0110", "9111"]
GROUPS = ["", "5", "53", "532", "5321", "5322", "2221", "0", "0110", "7"]
SKILLS = ["S1", "S2", "S3", "S4"]
LANGUAGES = ["ar", "en", "ne"]
COUNTRIES = ["NPL", "PHL", "KEN"]
DAYS = [date(2025, 1, 1) + timedelta(days=10 * n) for n in range(4)]


def codes(values):
    return st.lists(st.sampled_from(values), unique=True, max_size=3).map(";".join)


def with_levels(values, levels, weights=False):
    def written(chosen):
        return ";".join(f"{code}:{level}{weight}" for code, (level, weight) in chosen.items())

    weight = st.sampled_from(["", "x3", "x7"]) if weights else st.just("")
    pair = st.tuples(st.sampled_from(levels), weight)
    return st.dictionaries(st.sampled_from(values), pair, max_size=4).map(written)


@st.composite
def worker_rows(draw, count_max=14):
    count = draw(st.integers(0, count_max))
    return [
        {
            "id": f"W{number}",
            "isco": draw(codes(ISCO)),
            "skills": draw(with_levels(SKILLS, [1, 2, 3])),
            "languages": draw(with_levels(LANGUAGES, CEFR)),
            "eqf": draw(st.sampled_from([None, 3, 4, 5])),
            "years": draw(st.sampled_from([None, 0, 2, 5])),
            "nationality": draw(st.sampled_from([None, *COUNTRIES])),
            "residence": draw(st.sampled_from([None, *COUNTRIES])),
            "licences": draw(codes(["L1", "L2"])),
            "permits": draw(codes(["P1", "P2"])),
            "available_from": draw(st.sampled_from([None, *DAYS])),
            "birth_year": draw(st.sampled_from([None, 1970, 1990, 2000])),
        }
        for number in range(count)
    ]


@st.composite
def vacancy_rows(draw, count_max=6):
    count = draw(st.integers(0, count_max))
    rows = []
    for number in range(count):
        essential = draw(with_levels(SKILLS[:2], [1, 2, 3], weights=True))
        optional = draw(with_levels([*SKILLS[2:], "S9"], [1, 2, 3], weights=True))
        rows.append(
            {
                "id": f"V{number}",
                "isco": draw(st.sampled_from(GROUPS)),
                "skills_essential": essential,
                "skills_optional": optional,
                "languages": draw(with_levels([*LANGUAGES, "de"], ["A1", "A2"])),
                "eqf_min": draw(st.sampled_from([None, 3, 4])),
                "years_min": draw(st.sampled_from([None, 1, 2])),
                "countries": draw(codes(COUNTRIES)),
                "licences": draw(st.sampled_from(["", "", "L1", "L1;L2", "L9"])),
                "permits": draw(st.sampled_from(["", "", "P1", "P1;P2", "P9"])),
                "start": draw(st.sampled_from([None, *DAYS])),
            }
        )
    return rows


def maybe(strategy):
    return st.one_of(st.none(), strategy)


own_or_not = st.booleans()
criteria_sets = st.builds(
    Criteria,
    occupation=maybe(st.builds(c.Occupation, st.integers(1, 4))),
    countries=maybe(
        st.builds(
            c.Countries,
            by=st.sampled_from(["nationality", "residence"]),
            allow=st.sampled_from([(), ("NPL",), ("NPL", "PHL", "ZWE")]),
            refuse=st.sampled_from([(), ("KEN",)]),
        )
    ),
    permits=maybe(st.builds(c.Permits, st.sampled_from([(), ("P2",)]))),
    licences=maybe(st.one_of(st.just(c.Licences()), st.just(c.Licences(("L2",), own=False)))),
    education=maybe(st.builds(c.Education, st.sampled_from([3, 4]), own_or_not)),
    experience=maybe(st.builds(c.Experience, st.sampled_from([1, 3]), own_or_not)),
    languages=maybe(st.builds(c.Languages, st.sampled_from([{"en": 2}, {"en": 1, "de": 1}]))),
    availability=maybe(st.builds(c.Availability, st.sampled_from([0, 10]))),
    age=maybe(st.just(c.Age("Act 12, s. 4", date(2025, 1, 1), 20, 40))),
    skills=maybe(
        st.builds(
            c.Skills,
            st.sampled_from([50, 100]),
            st.sampled_from([{}, {"S1": 2, "S9": 1}]),
        )
    ),
    soft=st.dictionaries(
        st.sampled_from(COMPONENTS),
        st.integers(1, 9),
        min_size=1,
    ).map(
        lambda w: {name: Weight(n, 0 if name == "occupation" else n % 3) for name, n in w.items()}
    ),
)
