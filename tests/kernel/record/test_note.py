from tests.cast import Member

from corridor.kernel.record.api import Entry, note
from corridor.kernel.record.chain import GENESIS, digest


def test_each_line_holds_the_hash_of_the_one_before(bodil: Member) -> None:
    first = note(bodil.actor, "ferries.boarded", "ferries.Ferry:1", deck=2)
    second = note(bodil.actor, "ferries.left", bodil.user)
    assert first.hash_before == GENESIS
    assert second.hash_before == first.hash
    assert second.subject == f"accounts.User:{bodil.user.pk}"
    assert Entry.objects.count() == 2
    assert digest({"unlike": "it"}, GENESIS) != first.hash
