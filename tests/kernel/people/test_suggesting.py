"""Skills are suggested from the occupations somebody named."""

from tests.cast import Member
from tests.kernel.people.world import say

from corridor.kernel.people import api as people
from corridor.kernel.people.suggesting import suggested_skills
from corridor.kernel.places import api as places


def test_they_come_from_the_occupation_and_named_ones_are_left_out(
    amina: Member, her: people.Person, starter
) -> None:
    assert suggested_skills(her) == []
    occupation = next(
        each for each in places.Occupation.objects.order_by("pk") if places.skills_of(each)
    )
    say(amina, her, "occupation", label="Work", isco=occupation.group_id, esco=occupation.uri)
    first, *others = suggested_skills(her)
    assert first.is_essential or not any(need.is_essential for need in others)
    say(amina, her, "skill", label=first.label, esco=first.skill.uri)
    assert first.skill.uri not in {need.skill.uri for need in suggested_skills(her)}
    assert len(suggested_skills(her, most=1)) <= 1


def test_an_occupation_in_ones_own_words_falls_back_to_its_group(
    amina: Member, her: people.Person, starter
) -> None:
    say(amina, her, "occupation", label="Something", isco="9999")
    assert suggested_skills(her) == []
    group = next(o.group_id for o in places.Occupation.objects.all() if places.skills_of(o))
    say(amina, her, "occupation", label="Something else", isco=group)
    assert isinstance(suggested_skills(her), list)
