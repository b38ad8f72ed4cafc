from tests.cast import Member
from tests.kernel.people.world import register, say

from corridor.kernel.people.navigation import LINKS, cards, find, steps


def shown(member: Member) -> list[str]:
    return [link.page for link in LINKS if link.shown_to(member.actor)]


def test_a_worker_is_led_to_a_profile_first_and_then_to_the_rest(
    amina: Member, bodil: Member, hana: Member
) -> None:
    assert shown(amina) == ["people.profile"]
    register(amina)
    assert shown(amina) == ["people.profile", "people.family", "people.consent", "people.data"]
    assert shown(bodil) == ["people.queue", "people.pool"]
    assert shown(hana) == []


def test_cards_count_what_was_said_and_who_is_there(
    amina: Member, bodil: Member, hana: Member
) -> None:
    assert [card.count for card in cards(amina.actor)] == [0]
    say(amina, register(amina), "skill", label="Welding")
    assert [card.count for card in cards(amina.actor)] == [1]
    assert [card.count for card in cards(bodil.actor)] == [1, 0]
    assert cards(hana.actor) == []


def test_a_worker_is_told_what_the_profile_lacks_until_it_is_said(
    amina: Member, hana: Member
) -> None:
    assert [step.page for step in steps(amina.actor)] == ["people.start"]
    person = register(amina)
    asked = [step.page for step in steps(amina.actor)]
    assert asked[0] == "/me/profile/add/occupation/"
    say(amina, person, "skill", label="Welding")
    left = [step.page for step in steps(amina.actor)]
    assert set(asked) - set(left) == {"/me/profile/add/skill/"}
    assert steps(hana.actor) == []


def test_the_desk_finds_people_by_name_and_by_reference(
    amina: Member, bodil: Member, hana: Member
) -> None:
    person = register(amina)
    for text in (person.full_name.upper(), person.reference):
        (hit,) = find(bodil.actor, text, 10)
        assert (hit.title, hit.page) == (person.full_name, f"/desk/people/{person.reference}/")
    assert find(bodil.actor, "nobody at all", 10) == []
    assert find(hana.actor, person.reference, 10) == []
