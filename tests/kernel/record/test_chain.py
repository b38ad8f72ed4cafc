from corridor.kernel.record.chain import GENESIS, digest


def test_the_same_line_gives_the_same_hash_whatever_the_order_of_its_fields() -> None:
    assert digest({"a": 1, "b": 2}, GENESIS) == digest({"b": 2, "a": 1}, GENESIS)


def test_a_changed_line_or_a_changed_past_shows() -> None:
    first = digest({"verb": "paid"}, GENESIS)
    assert first != digest({"verb": "paid twice"}, GENESIS)
    assert digest({"verb": "left"}, first) != digest({"verb": "left"}, GENESIS)
