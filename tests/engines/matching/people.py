"""A small cast of workers and vacancies, for tests that a person can check by eye."""

from __future__ import annotations

from datetime import date

from corridor.engines.matching import Vacancies, Workers

AMINA = {
    "id": "amina",
    "isco": "5322",
    "skills": "care:2;cook:1",
    "languages": "ne:native;en:A2",
    "eqf": 3,
    "years": 4,
    "nationality": "NPL",
    "residence": "NPL",
    "licences": "driving-b",
    "permits": "",
    "available_from": date(2025, 3, 1),
    "birth_year": 1995,
}
DAWIT = {
    "id": "dawit",
    "isco": "5321;5322",
    "skills": "care:3",
    "languages": "en:B2",
    "eqf": 4,
    "years": 9,
    "nationality": "ETH",
    "residence": "SAU",
}
ESRA = {"id": "esra", "isco": "", "skills": ""}
CARE_HOME = {
    "id": "care-home",
    "isco": "532",
    "skills_essential": "care:2x3",
    "skills_optional": "cook:2",
    "languages": "en:B1",
    "eqf_min": 3,
    "years_min": 2,
    "countries": "NPL;PHL;ETH",
    "start": date(2025, 4, 1),
    "places": 2,
}
FAMILY = {
    "id": "family",
    "isco": "5322",
    "skills_essential": "care:1",
    "licences": "driving-b",
    "permits": "resident",
}


def workers(*rows):
    return Workers.from_rows(rows or [AMINA, DAWIT, ESRA])


def vacancies(*rows):
    return Vacancies.from_rows(rows or [CARE_HOME, FAMILY])
