from corridor.kernel.people.cells import COLUMNS, read_row


def test_every_column_is_named_once() -> None:
    assert len(COLUMNS) == len(set(COLUMNS))


def test_empty_cells_and_spare_semicolons_say_nothing() -> None:
    row, problems = read_row({"full_name": "Suharto", "isco": " ; 2221 ;", "skills": ""})
    assert problems == []
    assert [claim.code for claim in row.claims] == ["2221"]


def test_a_birth_year_column_is_read_as_a_birth_date() -> None:
    row, problems = read_row({"full_name": "Suharto", "birth_year": "1990"})
    assert problems == []
    assert row.fields["birth_year"] == 1990


def test_a_ten_thousand_character_name_is_a_problem_in_its_column() -> None:
    _row, problems = read_row({"full_name": "x" * 10_000})
    assert [problem.field for problem in problems] == ["full_name"]
