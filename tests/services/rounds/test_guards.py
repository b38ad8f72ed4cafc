import pytest

from corridor.services.rounds import guards


def test_the_guards_are_put_in_place_again_and_again(db: None) -> None:
    guards.keep_as_agreed()
    guards.keep_as_agreed()
    for vendor in ("sqlite", "postgresql"):
        told = " ".join(guards.statements(vendor))
        assert guards.CHANGED in told
        assert guards.NOT_AGREED in told


def test_no_guard_speaks_of_a_column_that_is_not_there_yet(
    db: None, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A database migrated part of the way: its table could not be altered any further."""
    guards.keep_as_agreed()
    monkeypatch.setattr(guards, "AGREED", ("title", "of_a_later_release"))
    said: list[str] = []
    monkeypatch.setattr(guards, "statements", said.append)
    guards.keep_as_agreed()
    assert said == []
