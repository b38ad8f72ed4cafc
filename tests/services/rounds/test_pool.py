from __future__ import annotations

from datetime import date

from tests.services.rounds.conftest import WELDING

from corridor.engines import matching
from corridor.kernel.actors.api import COMMAND_LINE
from corridor.kernel.people import api as people
from corridor.services.rounds.freezing import freeze_workers, frozen
from corridor.services.rounds.pool import pool_count, pool_workers, worker_of

TODAY = date(2026, 11, 25)


def everybody() -> matching.Workers:
    return pool_workers({}, on=TODAY)


def test_a_profile_becomes_a_row_without_a_name(world: None) -> None:
    amina = people.Person.objects.get(full_name="Amina")
    row = worker_of(amina, on=TODAY)
    assert row.id.tolist() == [amina.reference]
    assert row.isco.named(0) == ["7212"]
    assert row.skills.levels is not None
    assert dict(zip(row.skills.named(0), row.skills.levels, strict=True))[WELDING] == 3
    assert row.languages.named(0) == ["en"]
    assert row.country_names[row.nationality[0]] == "ETH"
    assert (row.years[0], row.birth_year[0]) == (6, 1990)
    assert "Amina" not in str(row)


def test_the_pool_is_everybody_by_reference_and_can_be_narrowed(world: None) -> None:
    found = everybody()
    assert len(found) == pool_count({}) == 8
    assert found.id.tolist() == sorted(found.id.tolist())
    assert pool_count({"isco": "51"}) == len(pool_workers({"isco": "51"}, on=TODAY)) == 3
    assert pool_count({"country": "NPL"}) == 2
    assert pool_count({"isco": "", "unknown": "x"}) == 8


def test_what_is_frozen_is_read_back_as_it_was(world: None) -> None:
    before = everybody()
    digest = freeze_workers(before)
    assert freeze_workers(everybody()) == digest
    after = matching.read_workers(frozen(digest))
    assert after.id.tolist() == before.id.tolist()
    for row in range(len(before)):
        for name in ("isco", "skills", "languages", "licences", "permits"):
            was, now = getattr(before, name), getattr(after, name)
            assert now.named(row) == was.named(row), name
            if was.levels is not None:
                span = [slice(each.offsets[row], each.offsets[row + 1]) for each in (was, now)]
                assert was.levels[span[0]].tolist() == now.levels[span[1]].tolist(), name
        for name in ("nationality", "residence"):
            codes = [getattr(each, name)[row] for each in (before, after)]
            assert codes[0] < 0 or before.country_names[codes[0]] == after.country_names[codes[1]]
    for name in ("eqf", "years", "birth_year"):
        assert getattr(after, name).tolist() == getattr(before, name).tolist(), name
    assert after.available_from.astype(str).tolist() == before.available_from.astype(str).tolist()


def test_nobody_is_frozen_as_an_empty_table(db: None) -> None:
    digest = freeze_workers(everybody())
    assert len(matching.read_workers(frozen(digest))) == 0


def test_what_only_the_person_may_see_stays_out(world: None) -> None:
    amina = people.Person.objects.get(full_name="Amina")
    amina.claims.filter(kind="skill").update(visibility=people.Visibility.ME)
    assert worker_of(amina, on=TODAY).skills.named(0) == []


def test_erased_people_are_not_in_the_pool(world: None) -> None:
    amina = people.Person.objects.get(full_name="Amina")
    reference = amina.reference
    people.erase_person(
        actor=COMMAND_LINE, person=amina, confirmation=reference, request_number="E-1"
    )
    assert reference not in everybody().id.tolist()
