from __future__ import annotations

import pytest
from tests.cast import Member
from tests.services.rounds import steps_world as steps
from tests.services.rounds.conftest import employed

from corridor.kernel.actors.api import COMMAND_LINE, Refused
from corridor.services.rounds import api as rounds
from corridor.services.rounds import reads_steps


def test_people_are_counted_and_narrowed_by_state(published: rounds.Round) -> None:
    line = published.vacancies.get(title="Welder")
    steps.take_test(line, "Amina", steps.POOR)
    whole = reads_steps.sheet(COMMAND_LINE, line)
    assert whole.counts == {"missing": 1, "unseen": 3, "near": 0, "met": 0}
    failed = reads_steps.sheet(COMMAND_LINE, line, state="missing")
    assert [card.result.worker for card in failed.cards] == [steps.named("Amina").reference]
    of_one = reads_steps.sheet(COMMAND_LINE, line, state="unseen", requirement="languages:en")
    assert len(of_one.cards) == 4


def test_an_employer_reads_the_number_alone_of_who_did_not_agree(
    published: rounds.Round, hana: Member
) -> None:
    line = published.vacancies.get(title="Welder")
    employed(hana, line)
    actor = hana.actor
    line_found, named = reads_steps.any_line(actor, published.number, line.vacancy)
    assert named is False
    assert reads_steps.sheet(actor, line_found).shown == frozenset()
    assert reads_steps.sheet(actor, line_found).counts["unseen"] == 0


def test_others_find_nothing(
    published: rounds.Round, hana: Member, amina: Member, esra: Member
) -> None:
    line = published.vacancies.get(title="Welder")
    employed(hana, line)
    cook = published.vacancies.get(title="Cook")
    for actor, vacancy in ((hana.actor, cook), (amina.actor, line), (esra.actor, line)):
        with pytest.raises(Refused):
            reads_steps.any_line(actor, published.number, vacancy.vacancy)
    with pytest.raises(Refused):
        reads_steps.desk_line(hana.actor, published.number, line.vacancy)
