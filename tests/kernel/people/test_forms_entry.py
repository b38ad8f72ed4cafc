"""The table of a stack of forms."""

from corridor.kernel.people.forms_entry import EntryFile


def test_a_file_is_needed() -> None:
    assert not EntryFile({}, {}).is_valid()
