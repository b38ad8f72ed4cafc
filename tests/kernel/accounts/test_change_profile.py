import pytest
from tests.cast import Member

from corridor.kernel.accounts.acts.change_profile import change_profile
from corridor.kernel.accounts.errors import NameTooLong
from corridor.kernel.actors.api import Refused

pytestmark = pytest.mark.django_db


def test_one_changes_ones_own_name_and_language(amina: Member) -> None:
    change_profile(actor=amina.actor, user=amina.user, name="أمينة", language="ar")
    amina.user.refresh_from_db()
    assert (amina.user.display_name, amina.user.language) == ("أمينة", "ar")


def test_nobody_changes_anothers(ivan: Member, amina: Member) -> None:
    with pytest.raises(Refused):
        change_profile(actor=ivan.actor, user=amina.user, name="Ivan", language="en")


def test_a_name_too_long_changes_nothing(amina: Member) -> None:
    with pytest.raises(NameTooLong):
        change_profile(actor=amina.actor, user=amina.user, name="x" * 201, language="en")
    amina.user.refresh_from_db()
    assert amina.user.display_name == "Amina"
