import pytest
from tests.cast import Member

from corridor.kernel.actors.api import SYSTEM, Refused
from corridor.kernel.record.api import note
from corridor.kernel.record.reads import LINES_A_PAGE, Wanted, lines_for


def test_pages_join_without_gap_or_repeat(bodil: Member) -> None:
    for number in range(2 * LINES_A_PAGE + 1):
        note(SYSTEM, "ferries.left", f"ferries.Ferry:{number}")
    seen, before = [], None
    while True:
        page = lines_for(bodil.actor, Wanted(before=before))
        seen += [line.pk for line in page.lines]
        if (before := page.older) is None:
            break
    assert seen == list(range(2 * LINES_A_PAGE + 1, 0, -1))


def test_a_worker_may_not_ask(amina: Member) -> None:
    with pytest.raises(Refused):
        lines_for(amina.actor, Wanted())
