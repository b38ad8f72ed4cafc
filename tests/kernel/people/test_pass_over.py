"""A step passed over is remembered, on every device."""

import pytest
from tests.cast import Member

from corridor.kernel.actors.api import Refused
from corridor.kernel.people import api as people
from corridor.kernel.people.acts.pass_over import finish_start, pass_over


def test_twice_is_once(amina: Member, her: people.Person) -> None:
    for _device in range(2):
        begun = pass_over(actor=amina.actor, person=her, step="wish")
    assert begun.skipped == ["wish"]


def test_the_end_is_reached_once(amina: Member, her: people.Person) -> None:
    first = finish_start(actor=amina.actor, person=her).finished_at
    assert finish_start(actor=amina.actor, person=her).finished_at == first


def test_nobody_passes_over_for_another(dawit: Member, her: people.Person) -> None:
    with pytest.raises(Refused):
        pass_over(actor=dawit.actor, person=her, step="wish")
