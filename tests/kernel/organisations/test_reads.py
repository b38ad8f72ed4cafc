import pytest
from tests.cast import Member
from tests.kernel.organisations.world import register, yes

from corridor.kernel.actors.api import Refused
from corridor.kernel.organisations import api as organisations


@pytest.mark.parametrize(
    ("wanted", "found"),
    [
        ({}, True),
        ({"text": "works harbour"}, True),
        ({"text": "الميناء"}, True),
        ({"text": "77-1"}, True),
        ({"text": "airport"}, False),
        ({"kind": "employer"}, True),
        ({"kind": "bank"}, False),
        ({"country": "NPL"}, False),
        ({"verified": False}, True),
        ({"verified": True}, False),
    ],
)
def test_the_list_is_narrowed(hana: Member, wanted: dict, found: bool) -> None:
    register(hana, native_name="أشغال الميناء", registration_number="77-1")
    assert organisations.organisations(organisations.Wanted(**wanted)).exists() is found


def test_verified_ones_are_found_as_verified(hana: Member, bodil: Member) -> None:
    harbour = register(hana)
    organisations.verify_organisation(actor=bodil.actor, organisation=harbour, draft=yes())
    assert organisations.organisations(organisations.Wanted(verified=True)).get() == harbour
    assert not organisations.organisations(organisations.Wanted(verified=False)).exists()


def test_staff_see_their_own_and_absence_looks_like_refusal(hana: Member, chen: Member) -> None:
    harbour = register(hana)
    assert list(organisations.organisations_of(hana.actor)) == [harbour]
    assert list(organisations.organisations_of(chen.actor)) == []
    with pytest.raises(Refused):
        organisations.for_actor(hana.actor, 0)
