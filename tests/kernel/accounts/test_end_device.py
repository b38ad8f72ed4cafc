import pytest
from tests.cast import Member

from corridor.kernel.accounts.acts.end_device import end_device
from corridor.kernel.actors.api import Refused


def test_a_device_that_is_not_there_looks_like_one_that_is_not_ours(amina: Member) -> None:
    with pytest.raises(Refused):
        end_device(actor=amina.actor, user=amina.user, session_id=0)
