import pytest
from tests.cast import Member
from tests.services.rounds.conftest import result_of

from corridor.kernel.actors.api import Refused
from corridor.services.rounds import api as rounds
from corridor.services.rounds import reads_appeals


def test_others_read_no_appeals(published: rounds.Round, amina: Member, bodil: Member) -> None:
    for read in (reads_appeals.appeals, lambda actor: reads_appeals.appeal_for(actor, 1)):
        with pytest.raises(Refused):
            read(amina.actor)
    with pytest.raises(Refused):
        reads_appeals.appeal_for(bodil.actor, 0)
    with pytest.raises(Refused):
        reads_appeals.own_result(amina.actor, result_of(published, "Amina").pk)
