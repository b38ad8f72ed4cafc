"""The pool as columns, against what was said."""

from datetime import date

import numpy as np
from tests.cast import Member
from tests.kernel.people.test_import_people import SITA, bring
from tests.kernel.people.world import register, say, value

from corridor.engines import matching
from corridor.kernel.people import api as people

TODAY = date(2026, 11, 23)


def test_an_empty_pool_is_an_empty_table(db: None) -> None:
    found = people.pool_columns(on=TODAY)
    assert len(found) == 0
    assert len(found.skills) == 0


def test_what_was_imported_comes_out_as_matching_would_read_it(db: None) -> None:
    bring(SITA, {"full_name": "Suharto"}, SITA | {"isco": "7212", "years": "", "permits": ""})
    found = people.pool_columns(on=TODAY)
    rows = [
        {
            "id": found.id[0],
            "isco": ["5322", "2221"],
            "skills": [
                "http://data.europa.eu/esco/skill/1:3",
                "http://data.europa.eu/esco/skill/2:1",
            ],
            "languages": ["en:B1", "ne:native"],
            "eqf": 4,
            "years": 6,
            "nationality": "NPL",
            "licences": ["nurse"],
            "permits": ["DEU"],
            "available_from": "2027-01-15",
            "birth_year": 1994,
        },
        {"id": found.id[1], "isco": ["5322"]},
    ]
    read = matching.Workers.from_rows(rows[:1])
    for name in ("isco", "skills", "languages", "licences", "permits"):
        got, wanted = getattr(found, name).take(np.array([0])), getattr(read, name)
        assert got.named(0) == wanted.named(0), name
        if wanted.levels is not None:
            assert list(got.levels) == list(wanted.levels)
    for name in ("eqf", "years", "birth_year", "available_from"):
        assert getattr(found, name)[0] == getattr(read, name)[0], name
        assert getattr(found, name).dtype == getattr(read, name).dtype, name
    assert found.country_names[found.nationality[0]] == "NPL"
    assert (found.nationality[1], found.residence[0]) == (-1, -1)
    assert (found.years[1], found.eqf[1], found.birth_year[1]) == (-1, 0, 0)
    assert np.isnat(found.available_from[1])
    assert found.isco.named(2) == ["7212"]
    assert found.skills.lengths.tolist() == [2, 0, 2]


def test_only_what_counts_is_counted(amina: Member, bodil: Member) -> None:
    person = register(amina)
    corrected = say(amina, person, "skill", label="Weld", esco="http://x/1", level=3)
    people.correct_claim(
        actor=bodil.actor,
        claim=corrected,
        value=value("skill", label="Weld", esco="http://x/1", level=1),
    )
    hidden = say(amina, person, "skill", label="Sing", esco="http://x/2", level=2)
    people.show_claim(actor=amina.actor, claim=hidden, visibility=people.Visibility.ME)
    gone = say(amina, person, "skill", label="Dance", esco="http://x/3")
    people.withdraw_claim(actor=amina.actor, claim=gone)
    say(amina, person, "licence", label="Old", licence="old", until_date="2020-01-01")
    say(amina, person, "licence", label="New", licence="new", until_date="2030-01-01")
    found = people.pool_columns(on=TODAY)
    assert found.skills.named(0) == ["http://x/1"]
    assert found.skills.levels is not None
    assert list(found.skills.levels) == [1]
    assert found.licences.named(0) == ["new"]


def test_years_add_up_from_experience(amina: Member) -> None:
    person = register(amina)
    say(amina, person, "experience", label="Cook", from_date="2016-11-23", until_date="2020-11-23")
    say(amina, person, "experience", label="Cook", from_date="2024-11-22")
    say(amina, person, "experience", label="Cook, not yet", from_date="2030-01-01")
    assert people.pool_columns(on=TODAY).years.tolist() == [6]
    say(amina, person, "occupation", label="Cook", isco="5120", years=9)
    assert people.pool_columns(on=TODAY).years.tolist() == [9]


def test_the_higher_level_stands_and_the_merged_are_not_counted_twice(
    amina: Member, bodil: Member
) -> None:
    own, desk = register(amina), register(bodil, full_name="Amina again")
    say(amina, own, "language", language="en", cefr="A2")
    say(bodil, desk, "language", language="en", cefr="B1")
    people.merge_people(actor=bodil.actor, kept=own, merged=desk, reason="Same passport.")
    found = people.pool_columns(on=TODAY)
    assert len(found) == 1
    assert found.languages.levels is not None
    assert list(found.languages.levels) == [3]


def test_some_of_the_pool_are_read_as_in_the_whole(db: None) -> None:
    bring(SITA, {"full_name": "Suharto"}, SITA | {"isco": "7212", "languages": "fr:B2"})
    third = people.Person.objects.order_by("pk")[2]
    whole = people.pool_columns(on=TODAY)
    alone = people.pool_columns(on=TODAY, among=people.pool(people.PoolFilter(isco="7212")))
    assert alone.id.tolist() == [third.reference]
    for name in ("isco", "skills", "languages", "licences", "permits"):
        assert getattr(alone, name).named(0) == getattr(whole, name).named(2), name
    for name in ("eqf", "years", "birth_year", "available_from"):
        assert getattr(alone, name)[0] == getattr(whole, name)[2], name


def test_reading_the_pool_takes_as_many_questions_whatever_its_size(
    db: None, django_assert_num_queries
) -> None:
    bring(SITA)
    with django_assert_num_queries(8):
        people.pool_columns(on=TODAY)
    bring(*[SITA | {"isco": f"{number}"} for number in range(5000, 5040)])
    with django_assert_num_queries(8):
        assert len(people.pool_columns(on=TODAY)) == 41
