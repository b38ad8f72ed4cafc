"""Finding texts by their words, the same on both databases."""

from __future__ import annotations

import pytest
from django.db import transaction

from corridor.kernel.search.api import Index, Text

pytestmark = pytest.mark.django_db
JOBS = Index("test-jobs")
OTHERS = Index("test-people")


@pytest.fixture
def jobs() -> Index:
    JOBS.put_many(
        [
            Text(key="1", language="en", title="Welder", body="Arc welding on ships in Doha"),
            Text(key="1", language="ar", title="عامل لحام", body="اللحام بالقوس في السفن"),
            Text(key="2", language="en", title="Nurse", body="Night shifts; a welder's clinic"),
            Text(key="3", language="fr", title="Infirmière", body="Soins généraux à l'hôpital"),
            Text(key="4", language="en", title="Shipbuilder", body="Steel"),
        ]
    )
    OTHERS.put(key="1", language="en", title="Welder of another index")
    return JOBS


def keys(text: str, **more: object) -> list[str]:
    return [hit.key for hit in JOBS.find(text, **more)]  # type: ignore[arg-type]


def test_a_word_in_the_title_stands_before_one_in_the_text(jobs: Index) -> None:
    assert keys("welder") == ["1", "2"]
    assert jobs.count("welder") == 2


def test_accents_case_and_the_arabic_article_make_no_difference(jobs: Index) -> None:
    assert keys("infirmiere") == keys("INFIRMIÈRE") == ["3"]
    assert keys("لحام") == keys("اللحام") == ["1"]
    assert keys("hopital généraux") == ["3"]


def test_the_beginning_of_a_word_is_enough(jobs: Index) -> None:
    assert keys("nur") == ["2"]
    assert keys("we ni") == ["2"]


def test_pieces_inside_words_come_after_whole_words(jobs: Index) -> None:
    assert keys("ship") == ["1", "4"] or keys("ship") == ["4", "1"]
    assert keys("builder") == ["4"]
    JOBS.put(key="5", language="en", title="Builder")
    assert keys("builder") == ["5", "4"]


def test_a_title_that_is_or_begins_with_the_question_stands_first(jobs: Index) -> None:
    for key, title in (("a", "Head cook"), ("b", "Cook of ships"), ("c", "Cook")):
        JOBS.put(key=key, language="en", title=title)
    assert keys("cook") == ["c", "b", "a"]


def test_a_language_may_be_asked_for(jobs: Index) -> None:
    assert keys("welder", language="fr") == []
    assert [hit.title for hit in jobs.find("لحام", language="ar")] == ["عامل لحام"]


def test_pages_follow_one_another(jobs: Index) -> None:
    JOBS.put_many(Text(key=f"c{n:02}", language="en", title=f"Cook {n}") for n in range(25))
    found = keys("cook", limit=10) + keys("cook", limit=10, offset=10) + keys("cook", offset=20)
    assert sorted(found) == [f"c{n:02}" for n in range(25)]
    assert jobs.find("cook", limit=1, offset=10)[0].rank == 11


def test_putting_again_replaces_and_removing_forgets(jobs: Index) -> None:
    JOBS.put(key="1", language="en", title="Plumber")
    assert keys("welder") == ["2"]
    assert keys("plumber") == ["1"]
    JOBS.remove("1", "2")
    assert keys("plumber") == keys("nurse") == keys("لحام") == []
    assert [hit.key for hit in OTHERS.find("welder")] == ["1"]
    JOBS.clear()
    assert keys("ship") == []


def test_what_is_rolled_back_was_never_put(jobs: Index) -> None:
    with transaction.atomic():
        JOBS.put(key="9", language="en", title="Astronaut")
        assert keys("astronaut") == ["9"]
        transaction.set_rollback(True)
    assert keys("astronaut") == []


def test_the_same_key_twice_in_a_batch_keeps_the_last(jobs: Index) -> None:
    JOBS.put_many([Text(key="7", language="en", title=title) for title in ("Tailor", "Baker")])
    assert keys("tailor") == []
    assert keys("baker") == ["7"]


@pytest.mark.parametrize(
    "hostile",
    [
        '"',
        '""" OR *',
        "welder AND",
        "NEAR(welder, 5)",
        "title_folded : welder",
        "^welder",
        "-welder",
        "(welder",
        "welder*)*",
        "'; DROP TABLE search_entry; --",
        "welder & | !",
        "welder:*",
        "%",
        "_",
        "\\",
        "\x00welder",
        "a" * 10_000,
        "welder " * 5_000,
        "%s %(a)s {0}",
    ],
)
def test_no_question_is_taken_as_syntax(jobs: Index, hostile: str) -> None:
    jobs.find(hostile)
    jobs.count(hostile)
    assert keys("nurse") == ["2"]


def test_a_question_without_words_finds_nothing(jobs: Index) -> None:
    assert keys("") == keys("  - ! ") == []
    assert jobs.count("") == 0


def test_a_very_long_text_is_taken(jobs: Index) -> None:
    JOBS.put(key="8", language="en", title="Long", body="sea " * 200_000)
    assert keys("sea long") == ["8"]


def test_keys_alone_come_in_the_order_of_what_is_found(jobs: Index) -> None:
    for asked in ("welder", "ship", "no such word"):
        assert jobs.keys(asked) == [hit.key for hit in jobs.find(asked, limit=100)]
    assert len(jobs.keys("e", limit=1)) <= 1
