"""The questions of the form on paper."""

from corridor.kernel.people.cells import COLUMNS
from corridor.kernel.people.entering import ENTERED
from corridor.kernel.people.paper_sections import sections


def columns() -> set[str]:
    found = set()
    for section in sections():
        found |= {section["column"], *(field["column"] for row in section["rows"] for field in row)}
    return found - {""}


def test_the_form_asks_for_every_column_that_is_keyed_in_and_for_no_other() -> None:
    beside = {"reference", "consents"}  # in its head and at its foot
    assert columns() == ENTERED.keys() - beside
    assert ENTERED.keys() <= set(COLUMNS)


def test_the_boxes_to_tick_bear_codes_that_an_import_reads(db: None) -> None:
    from corridor.kernel.people.cells import read_row

    ticked = {
        field["column"]: [code for code, _name in field["choices"]]
        for section in sections()
        for row in section["rows"]
        for field in row
        if field["kind"] == "ticks"
    }
    assert ticked.keys() == {"sex", "eqf"}
    for column, codes in ticked.items():
        for code in codes:
            assert read_row({"full_name": "Sita", column: code})[1] == []
