"""What the benchmark of pages says of what it measured."""

from __future__ import annotations

from benchmarks import web


def page(name: str, milliseconds: float, slowest: float) -> web.Page:
    found = web.Page(name, f"/{name}", queries=7, size=4096)
    for users in web.USERS:
        found.milliseconds[users] = [milliseconds] * 19 + [slowest]
        found.cpu[users] = [3.0, 5.0, 4.0]
    return found


def test_the_table_gives_shares_and_the_ratio_to_nothing() -> None:
    told = web.table([page("nothing", 2, 2), page("people", 30, 80)])
    assert "| people | 7 | 4 | 4 | 30 / 80 | 30 / 80 | 30 / 80 | 15.0 |" in told


def test_a_page_over_the_limit_is_named() -> None:
    slow, quick = page("slow", 30, 140), page("quick", 30, 90)
    told = web.report([quick, slow], "100000x10000", "SQLite")
    assert "over 100 ms: slow" in told
    assert "100,000 people and 10,000 vacancies on SQLite" in told
    assert "all within 100 ms" in web.report([quick], "100000x10000", "SQLite")


def test_the_servers_own_processes_are_counted() -> None:
    import os

    assert web.cpu_seconds([os.getpid()]) > 0
    assert isinstance(web.children_of(os.getpid()), list)


def test_what_was_not_answered_is_said_beside_what_was() -> None:
    busy = page("busy", 30, 80)
    busy.lost[32] = 3
    del busy.milliseconds[8]
    assert "| 30 / 80 | – | 30 / 80 (3 lost) |" in web.table([page("nothing", 2, 2), busy])
