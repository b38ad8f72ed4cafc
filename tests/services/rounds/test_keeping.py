"""A result is kept in pieces, is seen whole or not at all, and lets others write meanwhile."""

from __future__ import annotations

import hashlib
import json
import signal
import threading
from pathlib import Path
from typing import Any

import pytest
from django.db import connection
from tests.cast import Member
from tests.house import processes
from tests.services.rounds.conftest import planned_alone, run

from corridor.kernel.actors.api import COMMAND_LINE
from corridor.kernel.record import api as record
from corridor.services.rounds import api as rounds
from corridor.services.rounds import keeping
from corridor.services.rounds.working import digest_of, work_out_again

DIE_WHILE_KEEPING = """
import os, signal, sys
from corridor.services.rounds import api as rounds, keeping
from corridor.services.rounds.models import Result

keeping.ROWS_A_PIECE = 2
left, kept = int(sys.argv[2]), Result.objects.bulk_create
def keep_some_and_die(rows):
    global left
    done = kept(rows)
    left -= 1
    if not left:
        os.kill(os.getpid(), signal.SIGKILL)
    return done
Result.objects.bulk_create = keep_some_and_die
rounds.run_round(running=rounds.Round.objects.get(pk=sys.argv[1]))
"""


def running_round(plan: rounds.RoundDraft) -> rounds.Round:
    return rounds.start_round(actor=COMMAND_LINE, planned=planned_alone(plan), in_background=False)


def rows_of(found: rounds.Round) -> list[tuple[Any, ...]]:
    rows = rounds.Result.objects.filter(round_vacancy__round=found)
    return sorted(rows.values_list("round_vacancy__vacancy", "rank", "worker", "outcome"))


def test_the_digest_of_a_stream_is_that_of_the_whole_list() -> None:
    rows = [(f"V{n // 9}", n % 9, f"Wé{n}", n, "placed") for n in range(25_000)]
    whole = hashlib.sha256(json.dumps(rows).encode()).hexdigest()
    assert digest_of(iter(rows)) == whole
    assert digest_of([]) == hashlib.sha256(b"[]").hexdigest()


def test_pieces_of_any_size_make_the_same_rows(
    ready: rounds.Round, monkeypatch: pytest.MonkeyPatch
) -> None:
    worked = work_out_again(ready)
    whole = [item for piece in worked.pieces(1_000) for item in piece]
    small = [item for piece in worked.pieces(2) for item in piece]
    assert small == whole
    assert len(whole) == 6
    assert all(item.reasons["criteria"] for item in whole)


def test_another_keeper_takes_over_and_the_first_stops(
    world: None, plan: rounds.RoundDraft, monkeypatch: pytest.MonkeyPatch
) -> None:
    running = running_round(plan)
    first = keeping._claimed(running)
    finished = rounds.run_round(running=rounds.Round.objects.get(pk=running.pk))
    assert finished.state == "ready"
    with pytest.raises(keeping._Overtaken), keeping._piece(running, first):
        pytest.fail("the first keeper wrote")
    entries = record.Entry.objects.filter(verb="rounds.finished")
    assert entries.count() == 1


def test_a_result_that_is_not_whole_is_shown_to_nobody(
    world: None, plan: rounds.RoundDraft, bodil: Member
) -> None:
    running = running_round(plan)
    rounds.RoundVacancy.objects.create(round=running, vacancy="V1", title="Welder", places=1)
    page = bodil.client.get(f"/rounds/{running.number}/")
    assert page.status_code == 200
    assert "By vacancy" not in page.text
    assert bodil.client.get(f"/rounds/{running.number}/V1/").status_code == 404
    results = bodil.client.get(f"/api/v1/rounds/{running.number}/results").json()
    assert results == {"count": 0, "items": []}


@pytest.mark.django_db(transaction=True)
def test_others_write_between_the_pieces(
    world: None, plan: rounds.RoundDraft, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(keeping, "ROWS_A_PIECE", 1)
    running, written = running_round(plan), []
    piece = keeping._piece

    def write() -> None:
        try:
            record.note(COMMAND_LINE, "rounds.seen", running, n=len(written))
            written.append(True)
        finally:
            connection.close()

    def let_another_write(*given: Any) -> Any:
        writer = threading.Thread(target=write)
        writer.start()
        writer.join()
        return piece(*given)

    monkeypatch.setattr(keeping, "_piece", let_another_write)
    finished = rounds.run_round(running=running)
    assert finished.state == "ready"
    assert len(written) >= 6  # before each row's own transaction


@pytest.mark.django_db(transaction=True)
@pytest.mark.parametrize("pieces", [1, 2])
def test_kill_9_while_keeping_leaves_nothing_seen_and_the_next_run_is_whole(
    world: None, plan: rounds.RoundDraft, bodil: Member, tmp_path: Path, pieces: int
) -> None:
    running = running_round(plan)
    rounds.run_round(running=running_round(plan))  # another round, not to be touched
    process = processes.start(
        DIE_WHILE_KEEPING, str(running.pk), str(pieces), CORRIDOR_HOME=str(tmp_path)
    )
    _said, complaint = process.communicate(timeout=120)
    assert process.returncode == -signal.SIGKILL, complaint
    running.refresh_from_db()
    assert (running.state, running.result_digest) == ("running", "")
    # What was committed before stays; what was under way is gone.
    assert len(rows_of(running)) == 2 * (pieces - 1)
    assert "By vacancy" not in bodil.client.get(f"/rounds/{running.number}/").text

    finished = rounds.run_round(running=running)
    assert finished.state == "ready"
    assert work_out_again(finished).digest() == finished.result_digest
    assert rows_of(finished) == rows_of(run(plan))
