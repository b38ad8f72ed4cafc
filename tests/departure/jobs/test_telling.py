"""Those who hire are told in their own language, once."""

from __future__ import annotations

from tests.cast import Member

from corridor.departure.jobs import api as jobs
from corridor.departure.jobs import telling
from corridor.kernel.messaging.api import Message


def test_everybody_behind_a_vacancy_is_told_once_in_their_language(
    hana: Member, harbour_vacancy: jobs.Vacancy
) -> None:
    hana.user.language = "fr"
    hana.user.save()
    for _twice in range(2):
        telling.tell_staff(harbour_vacancy, "published", key="x")
    (letter,) = Message.objects.filter(channel="email", template="jobs/published")
    assert (letter.language, letter.user_id) == ("fr", hana.user.pk)
    assert harbour_vacancy.number in letter.text
