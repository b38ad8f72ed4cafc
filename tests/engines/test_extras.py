"""Only what an extra would bring is skipped where it is absent; any other fault stays a fault."""

from __future__ import annotations

from tests.engines.conftest import missing_extra


def test_a_missing_extra_is_named_also_inside_a_group() -> None:
    absent = ModuleNotFoundError("No module named 'numba'", name="numba.core")
    assert missing_extra(absent) == "fast"
    assert missing_extra(ExceptionGroup("two faults", [ValueError("x"), absent])) == "fast"


def test_any_other_fault_is_not_excused() -> None:
    assert missing_extra(ModuleNotFoundError("No module named 'numpy'", name="numpy")) == ""
    assert missing_extra(AssertionError("numba")) == ""
