from tests.cast import Member
from tests.kernel.people.world import register, say

from corridor.kernel.people.navigation import LINKS, cards


def shown(member: Member) -> list[str]:
    return [link.page for link in LINKS if link.shown_to(member.actor)]


def test_a_worker_is_led_to_a_profile_first_and_then_to_the_rest(
    amina: Member, bodil: Member, hana: Member
) -> None:
    assert shown(amina) == ["people.profile"]
    register(amina)
    assert shown(amina) == ["people.profile", "people.family", "people.data"]
    assert shown(bodil) == ["people.pool"]
    assert shown(hana) == []


def test_cards_count_what_was_said_and_who_is_there(
    amina: Member, bodil: Member, hana: Member
) -> None:
    assert [card.count for card in cards(amina.actor)] == [0]
    say(amina, register(amina), "skill", label="Welding")
    assert [card.count for card in cards(amina.actor)] == [1]
    assert [card.count for card in cards(bodil.actor)] == [1]
    assert cards(hana.actor) == []
