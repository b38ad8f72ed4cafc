from django.test import RequestFactory
from tests.cast import Member

from corridor.kernel.accounts.api import actor_of
from corridor.kernel.actors.api import ANONYMOUS, Role


def test_a_request_is_made_by_whoever_signed_in(bodil: Member) -> None:
    request = RequestFactory().get("/")
    request.user = bodil.user
    assert actor_of(request).key == f"user:{bodil.user.pk}"
    assert actor_of(request).roles == {Role.OFFICER}


def test_a_closed_account_acts_as_nobody(bodil: Member) -> None:
    bodil.user.is_active = False
    request = RequestFactory().get("/")
    request.user = bodil.user
    assert actor_of(request) == ANONYMOUS
