from corridor.kernel.record.where import place_of


def test_an_error_is_named_with_its_place_and_never_with_its_message() -> None:
    try:
        raise ValueError("Amina Rahmani")
    except ValueError as error:
        told = place_of(error)
    assert told == "ValueError at test_where.py:6"


def test_an_error_that_was_never_raised_has_no_place() -> None:
    assert place_of(KeyError("x")) == "KeyError"
