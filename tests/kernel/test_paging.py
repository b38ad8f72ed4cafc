"""Pages of lists that may be very long."""

from __future__ import annotations

import pytest
from tests.cast import Member
from tests.kernel.people.test_import_people import SITA, bring

from corridor.kernel import paging
from corridor.kernel.people import api as people


def test_a_long_list_is_counted_to_a_bound(db: None, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(paging, "COUNT_MAX", 4)
    bring(*[{"full_name": f"Somebody {number}"} for number in range(5)])
    found = paging.BoundedPaginator(people.pool(people.PoolFilter()), 2)
    assert (found.count, found.num_pages, found.is_more) == (4, 2, True)
    assert len(found.get_page(99)) == 2


def test_a_list_as_long_as_the_bound_is_all_there_is(
    db: None, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(paging, "COUNT_MAX", 4)
    bring(*[{"full_name": f"Somebody {number}"} for number in range(4)])
    found = paging.BoundedPaginator(people.pool(people.PoolFilter()), 2)
    assert (found.count, found.is_more) == (4, False)


def test_the_desk_says_that_there_are_more(bodil: Member, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(paging, "COUNT_MAX", 2)
    bring(SITA, SITA, SITA)
    page = bodil.client.get("/desk/people/").content.decode()
    assert "More than 2 people" in page
    monkeypatch.setattr(paging, "COUNT_MAX", 3)
    page = bodil.client.get("/desk/people/").content.decode()
    assert "More than" not in page
    assert "3 people" in page
