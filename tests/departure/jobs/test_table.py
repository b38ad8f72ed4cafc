from datetime import date

import pytest

from corridor.departure.jobs import api as jobs

HEADER = "reference,title,country,isco,languages,pay,currency,period,payers,starts_on,places"
GOOD = "A-1,Welder,QAT,7212,en:A2 ar:A1,2400.50,QAR,month,travel:employer,2027-03-01,12"


def csv(*rows: str, header: str = HEADER) -> bytes:
    return "\n".join([header, *rows]).encode()


def faults(content: bytes, *, publish: bool = False) -> list[tuple[int | None, str, str]]:
    with pytest.raises(jobs.ImportRefused) as refused:
        jobs.read_drafts(content, publish=publish)
    return [(one.row, one.field, one.code) for one in refused.value.findings]


def test_a_row_becomes_a_draft() -> None:
    (draft,) = jobs.read_drafts(csv(GOOD))
    assert (draft.title, draft.country, draft.places) == ("Welder", "QAT", 12)
    assert draft.languages == {"en": 2, "ar": 1}
    assert (draft.pay_minor, draft.pay_currency, draft.pay_period) == (240_050, "QAR", "month")
    assert draft.payers == {"travel": "employer"}
    assert draft.starts_on == date(2027, 3, 1)
    assert draft.source_reference == "A-1"


def test_semicolons_a_byte_order_mark_and_blank_lines_are_no_trouble() -> None:
    content = "\ufefftitle;country\r\n\r\nWelder;QAT\r\n;\r\n".encode()
    assert [draft.title for draft in jobs.read_drafts(content)] == ["Welder"]


def test_skills_come_with_their_levels() -> None:
    header = "title,country,skills_essential,skills_optional"
    (draft,) = jobs.read_drafts(csv("Welder,QAT,http://e/s1=3;s2,s3", header=header))
    assert [(one.skill, one.level_least, one.essential) for one in draft.skills] == [
        ("http://e/s1", 3, True),
        ("s2", 1, True),
        ("s3", 1, False),
    ]


def test_every_fault_is_listed_by_row_and_column_at_once() -> None:
    content = csv(
        GOOD,
        "A-2,,Qatar,99999,english,much,QAR,month,travel,soon,many",
        "A-1,Cook,DEU,5120,de:B1,10.005,EUR,hour,,,0",
        "A-3,Cook,DEU",
    )
    assert faults(content) == [
        (3, "languages", "jobs.language_unreadable"),
        (3, "places", "jobs.not_a_number"),
        (3, "starts_on", "jobs.not_a_date"),
        (3, "pay", "jobs.not_an_amount"),
        (4, "pay", "jobs.too_many_decimals"),
        (5, "file", "jobs.cells_differ"),
    ]


def test_faults_of_meaning_carry_their_row_too() -> None:
    content = csv(GOOD, "A-1,,DEU,5120,,,,,,,0")
    assert faults(content) == [
        (3, "title", "jobs.title_missing"),
        (3, "places", "jobs.places_out_of_range"),
        (3, "reference", "jobs.reference_twice"),
    ]


def test_publishing_at_once_asks_for_an_occupation() -> None:
    content = csv("Cook,DEU", header="title,country")
    assert faults(content, publish=True) == [(2, "isco", "jobs.occupation_missing")]


@pytest.mark.parametrize(
    ("content", "row", "field", "code"),
    [
        (b"", 1, "file", "jobs.empty_file"),
        (b"title,country\n", 1, "file", "jobs.no_rows"),
        (b"title,country\nB\xe4cker,DEU\n", 2, "file", "jobs.not_utf8"),
        (b"title,country\n\x00,DEU\n", 2, "file", "jobs.not_text"),
        (b'title,country\n"Cook,DEU\n', 2, "file", "jobs.quotes_open"),
        (b"title\nCook\n", 1, "country", "jobs.column_missing"),
        (b"title,country,wage\nCook,DEU,5\n", 1, "wage", "jobs.column_unknown"),
        (b"title,country,title\nCook,DEU,Cook\n", 1, "title", "jobs.column_twice"),
        (b"x" * (50 * 1024 * 1024 + 1), 1, "file", "jobs.file_too_large"),
        (b"title,country\n" + b"Cook,DEU\n" * 100_001, 100_002, "file", "jobs.too_many_rows"),
    ],
)
def test_a_broken_file_says_where(content: bytes, row: int, field: str, code: str) -> None:
    assert faults(content) == [(row, field, code)]


def test_of_ten_thousand_rows_all_thirty_seven_wrong_ones_are_named_and_nothing_is_kept(
    db: None,
) -> None:
    faults = {"isco": "welder", "country": "Qatar", "places": "many", "closes_on": "31.3.2027"}
    columns = ("title", "country", "isco", "places", "closes_on")
    wrong = {2 + 270 * place: list(faults)[place % len(faults)] for place in range(37)}
    lines = [",".join(columns)]
    for row in range(2, 10_002):
        cells = {"title": f"Cook {row}", "country": "QAT", "isco": "5120", "places": "2"}
        if column := wrong.get(row):
            cells[column] = faults[column]
        lines.append(",".join(cells.get(column, "") for column in columns))
    with pytest.raises(jobs.ImportRefused) as refused:
        jobs.read_drafts("\n".join(lines).encode())
    named = {(finding.row, finding.field) for finding in refused.value.findings}
    assert named == set(wrong.items())
    assert len(refused.value.findings) == 37
    assert not jobs.Vacancy.objects.exists()
