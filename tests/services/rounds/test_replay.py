from __future__ import annotations

import pytest

from corridor.departure.jobs import api as jobs
from corridor.kernel.actors.api import COMMAND_LINE
from corridor.kernel.people import api as people
from corridor.services.rounds import api as rounds
from corridor.services.rounds.freezing import folder


def test_a_round_replays_exactly_whatever_has_happened_since(ready: rounds.Round) -> None:
    people.import_people(
        actor=COMMAND_LINE, rows=[{"full_name": "Late", "isco": "7212", "years": "30"}]
    )
    for vacancy in jobs.published():
        jobs.close_vacancy(actor=COMMAND_LINE, vacancy=vacancy)
    replayed = rounds.replay_round(actor=COMMAND_LINE, finished=ready)
    assert replayed.is_same
    assert replayed.kept == ready.result_digest


def test_inputs_changed_on_disk_are_noticed(ready: rounds.Round) -> None:
    path = folder() / f"{ready.workers_digest}.parquet"
    path.write_bytes(path.read_bytes()[:-8] + b"tampered")
    with pytest.raises(rounds.InputsChanged, match=ready.workers_digest):
        rounds.replay_round(actor=COMMAND_LINE, finished=ready)
    path.unlink()
    with pytest.raises(rounds.InputsChanged):
        rounds.replay_round(actor=COMMAND_LINE, finished=ready)


def test_a_changed_result_shows(ready: rounds.Round) -> None:
    rounds.Round.objects.filter(pk=ready.pk).update(result_digest="0" * 64)
    ready.refresh_from_db()
    assert not rounds.replay_round(actor=COMMAND_LINE, finished=ready).is_same
