from __future__ import annotations

import pytest
from pydantic import TypeAdapter, ValidationError

from corridor.kernel.paging import OFFSET_MAX, Offset


def test_an_offset_is_a_place_in_a_list() -> None:
    reads = TypeAdapter(Offset).validate_python
    assert [reads(0), reads(str(OFFSET_MAX))] == [0, OFFSET_MAX]
    for wrong in (-1, OFFSET_MAX + 1, 10**30, "x", 0.5):
        with pytest.raises(ValidationError):
            reads(wrong)
