from __future__ import annotations

from datetime import timedelta

from django.utils import timezone
from tests.cast import Member
from tests.services.assessments.test_mark_candidate import mark
from tests.services.assessments.world import GOOD, came

from corridor.kernel.actors.api import SYSTEM
from corridor.kernel.people import api as people
from corridor.kernel.record import api as record
from corridor.services.assessments import api as assessments


def test_private_notes_go_after_two_years_and_points_stay(
    examined: assessments.Session, her: people.Person, lena: Member, the_day: object
) -> None:
    marking = mark(lena, came(examined, her), GOOD, note="Nervous")
    record.apply_retention(SYSTEM, now=timezone.now() + timedelta(days=731))
    marking.refresh_from_db()
    assert (marking.note, marking.scores) == ("", GOOD)
