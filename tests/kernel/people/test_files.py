from tests.cast import Member
from tests.kernel.people.world import register

from corridor.kernel.people import api as people
from corridor.kernel.people.files import may_read, may_write


def test_files_follow_the_person_through_a_merge(
    amina: Member, bodil: Member, dawit: Member
) -> None:
    desk, own = register(bodil, full_name="Amina at the desk"), register(amina)
    people.merge_people(actor=bodil.actor, kept=own, merged=desk, reason="Same passport.")
    assert may_read(amina.actor, desk.pk)
    assert may_write(amina.actor, desk.pk)
    assert not may_read(dawit.actor, desk.pk)
    assert not may_read(bodil.actor, 0)
