from tests.cast import Member
from tests.kernel.organisations.world import register

from corridor.kernel.organisations.navigation import LINKS, cards, find


def shown(member: Member) -> list[str]:
    return [link.page for link in LINKS if link.shown_to(member.actor)]


def test_each_is_led_to_their_own(hana: Member, bodil: Member, amina: Member) -> None:
    assert shown(hana) == ["organisations.own"]
    assert shown(bodil) == ["organisations.list"]
    assert shown(amina) == []


def test_cards_count_what_waits(hana: Member, bodil: Member, amina: Member) -> None:
    register(hana)
    assert [card.count for card in cards(hana.actor)] == [1]
    assert [card.queue for card in cards(bodil.actor)] == [1]
    assert cards(amina.actor) == []


def test_the_desk_finds_organisations_by_name(hana: Member, bodil: Member, amina: Member) -> None:
    organisation = register(hana)
    (hit,) = find(bodil.actor, organisation.name, 10)
    assert hit.page == f"/desk/organisations/{organisation.pk}/"
    assert find(amina.actor, organisation.name, 10) == []
