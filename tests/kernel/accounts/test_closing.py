"""Apps above say what goes together with an account."""

import pytest

from corridor.kernel.accounts import closing
from corridor.kernel.accounts.closing import Erasing, erased_with, erasing_of


def test_the_first_that_applies_is_offered(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(closing, "_found", [])
    assert erasing_of(7) is None
    offer = Erasing(address="/me/data/erase/", sentence="All of it.")
    find = erased_with(lambda user_id: offer if user_id == 7 else None)
    erased_with(find)
    assert closing._found == [find]
    assert (erasing_of(7), erasing_of(8)) == (offer, None)
