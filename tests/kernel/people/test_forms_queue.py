"""The filters of the queue live in the address."""

from django.http import QueryDict

from corridor.kernel.people.forms_queue import QueueForm
from corridor.kernel.people.waiting import QueueFilter


def test_what_the_address_says_is_asked_and_can_be_said_again() -> None:
    wanted = QueueForm(QueryDict("kind=licence&evidence=any")).wanted()
    assert wanted == QueueFilter(kind="licence", evidence="any")
    assert wanted.query() == "kind=licence&evidence=any"


def test_nonsense_counts_as_not_asked(db: None) -> None:
    assert QueueForm(QueryDict("kind=wish&stage=third&country=QQQ")).wanted() == QueueFilter()
