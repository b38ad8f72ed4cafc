import pytest
from django.test import Client

from corridor.site.observing import counters


@pytest.mark.django_db
def test_a_request_keeps_the_id_it_came_with_or_gets_one(visitor: Client) -> None:
    answer = visitor.get("/health/live", headers={"X-Request-ID": "abc-12345678"})
    assert answer["X-Request-ID"] == "abc-12345678"
    assert len(visitor.get("/health/live")["X-Request-ID"]) == 32


@pytest.mark.django_db
@pytest.mark.parametrize("offered", ["short", "a" * 65, "two words here", 'x"y"zzzzzzz'])
def test_an_id_that_could_carry_something_else_is_not_taken_over(
    visitor: Client, offered: str
) -> None:
    assert visitor.get("/health/live", headers={"X-Request-ID": offered})["X-Request-ID"] != offered


@pytest.mark.django_db
def test_each_request_is_counted(visitor: Client) -> None:
    before = sum(counters.total())
    visitor.get("/health/live")
    assert sum(counters.total()) >= before + 1
