"""An employer invites those who applied, whether a round listed them or not."""

from __future__ import annotations

from datetime import timedelta

import pytest
from django.utils import timezone
from tests.cast import Member
from tests.departure.jobs import world

from corridor.departure.jobs import api as jobs
from corridor.departure.jobs import inviting
from corridor.kernel.actors.api import COMMAND_LINE
from corridor.kernel.places import api as places
from corridor.services.assessments import api as assessments


@pytest.fixture
def interview(hana: Member, harbour_open: jobs.Vacancy) -> assessments.Session:
    """A day of interviews that Hana plans for her vacancy's applicants."""
    places.load(actor=COMMAND_LINE, name="starter-assessments")
    begins = timezone.now() + timedelta(days=9)
    times = assessments.SlotDraft(starts_at=begins, ends_at=begins + timedelta(hours=1))
    draft = assessments.SessionDraft(
        kind="interview",
        title="Cooks",
        time_zone="Asia/Qatar",
        place="Doha",
        slots=(times,),
        about=harbour_open.number,
        organisation_id=harbour_open.organisation_id,
    )
    return assessments.open_session(actor=hana.actor, draft=draft)


def test_mere_applicants_are_invited_and_nobody_else(
    hana: Member,
    amina: Member,
    dawit: Member,
    harbour_open: jobs.Vacancy,
    interview: assessments.Session,
) -> None:
    sent = jobs.apply_for(actor=amina.actor, vacancy=harbour_open, person=world.cook(amina))
    other = world.cook(dawit)
    with pytest.raises(assessments.CannotInvite):
        assessments.invite_people(actor=hana.actor, session=interview, references=[other.reference])
    assert assessments.invite_shortlist(actor=hana.actor, session=interview).new == 1
    assert interview.candidates.get().person == sent.person


def test_whoever_withdrew_is_not_on_the_list(amina: Member, harbour_open: jobs.Vacancy) -> None:
    sent = jobs.apply_for(actor=amina.actor, vacancy=harbour_open, person=world.cook(amina))
    found = inviting.applicants(harbour_open.number)
    assert found is not None
    assert found.references == (sent.person.reference,)
    assert (found.title, found.country) == (harbour_open.title, "QAT")
    jobs.withdraw_application(actor=amina.actor, application=sent)
    again = inviting.applicants(harbour_open.number)
    assert again is not None
    assert again.references == ()
    assert inviting.applicants("R7/V12") is None
    assert inviting.applicants("V999") is None


def test_the_page_of_applicants_leads_there(
    hana: Member, bodil: Member, chen: Member, amina: Member, harbour_open: jobs.Vacancy
) -> None:
    page = f"/me/hiring/vacancies/{harbour_open.number}/applicants/"
    link = f"/me/hiring/interviews/open/?about={harbour_open.number}"
    assert link not in hana.client.get(page).content.decode()  # nobody applied
    jobs.apply_for(actor=amina.actor, vacancy=harbour_open, person=world.cook(amina))
    assert link in hana.client.get(page).content.decode()
    assert inviting.open_address(bodil.actor, harbour_open).startswith("/desk/assessments/open/")
    assert inviting.open_address(chen.actor, harbour_open) == ""
