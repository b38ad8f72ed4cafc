from corridor.kernel.actors.api import COMMAND_LINE
from corridor.kernel.people import api as people
from corridor.services.rounds import api as rounds
from corridor.services.rounds.hearing import what_is_kept


def test_of_somebody_in_no_round_nothing_is_kept(ready: rounds.Round) -> None:
    hari = people.Person.objects.get(full_name="Hari")
    assert what_is_kept(hari.pk) == []
    erasure = people.erase_person(
        actor=COMMAND_LINE, person=hari, confirmation=hari.reference, request_number="E-1"
    )
    assert not any("rounds" in kept["what"] for kept in erasure.kept)
