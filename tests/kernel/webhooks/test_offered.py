from corridor.kernel.webhooks import api as webhooks


def test_every_kind_tells_what_its_example_says() -> None:
    names = [each.name for each in webhooks.event_types()]
    assert {"vacancy.published", "round.published", "offer.made", "licence.suspended"} <= set(names)
    assert all(each.example and str(each.title) for each in webhooks.event_types())


def test_a_kind_offered_twice_is_offered_once() -> None:
    before = webhooks.event_types()
    webhooks.offer(before[0])
    assert webhooks.event_types() == before


def test_each_kind_is_heard_under_a_name_of_its_own() -> None:
    from corridor.kernel.record.events import _hearers, hearer_called

    names = [f"corridor.kernel.webhooks.offered.hear.{one.name}" for one in webhooks.event_types()]
    assert len({hearer_called(name) for name in names}) == len(names)
    assert all(any(name in heard for heard in _hearers.values()) for name in names)
