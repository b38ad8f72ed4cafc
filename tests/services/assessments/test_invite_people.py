from __future__ import annotations

import pytest
from tests.cast import Member
from tests.services.assessments.world import crowd, invite, open_session, person

from corridor.kernel.actors.api import COMMAND_LINE, Refused
from corridor.kernel.messaging import api as messaging
from corridor.kernel.organisations import api as organisations
from corridor.kernel.people import api as people
from corridor.services.assessments import api as assessments
from corridor.services.assessments import shortlists


@pytest.fixture
def mill(hana: Member) -> organisations.Organisation:
    """The organisation Hana hires for."""
    draft = organisations.OrganisationDraft(kind="employer", name="Mill", country="DEU")
    return organisations.register_organisation(actor=hana.actor, draft=draft)


def test_many_are_invited_at_once_and_twice_is_harmless(
    session: assessments.Session, bodil: Member
) -> None:
    references = [one.reference_spaced.lower() for one in crowd(3)]
    for new, known in ((3, 0), (0, 3)):
        invited = assessments.invite_people(
            actor=bodil.actor, session=session, references=references
        )
        assert (invited.new, invited.known, invited.untold) == (new, known, 0)
    mails = messaging.Message.objects.filter(subject__startswith="You are invited")
    assert mails.count() == 3
    assert "Choose a time until Wednesday, 10 March 2027, 09:00" in mails[0].text


def test_who_cannot_be_reached_is_counted(session: assessments.Session) -> None:
    lonely = person("Nobody Reached")
    invited = assessments.invite_people(
        actor=COMMAND_LINE, session=session, references=[lonely.reference]
    )
    assert (invited.new, invited.untold) == (1, 1)


def test_one_wrong_reference_invites_nobody_and_is_named(session: assessments.Session) -> None:
    known = crowd(1)[0]
    with pytest.raises(assessments.CannotInvite, match="nonsense"):
        assessments.invite_people(
            actor=COMMAND_LINE, session=session, references=[known.reference, "nonsense"]
        )
    assert not session.candidates.exists()


def test_people_are_told_in_their_own_language(session: assessments.Session) -> None:
    invite(session, person("Fatou", phone="+221771234567", language="fr"))
    message = messaging.Message.objects.get(channel="sms")
    assert "Vous êtes invité" in message.text
    assert "10 mars 2027" in message.text


def test_an_employer_invites_only_from_the_list_held_for_them(
    kinds: None, hana: Member, mill: organisations.Organisation, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(shortlists, "_finders", [])
    listed, other = crowd(2)
    shortlist = assessments.Shortlist(
        about="R7/V12",
        title="Cook",
        references=(listed.reference,),
        organisation_id=mill.pk,
    )
    assessments.provide_shortlists(lambda about: shortlist if about == "R7/V12" else None)
    session = open_session(kind="interview", about="R7/V12", organisation_id=mill.pk)
    with pytest.raises(assessments.CannotInvite):
        assessments.invite_people(actor=hana.actor, session=session, references=[other.reference])
    assert assessments.invite_shortlist(actor=hana.actor, session=session).new == 1
    with pytest.raises(Refused):
        assessments.invite_shortlist(actor=hana.actor, session=session, about="R8/V1")


def test_another_employer_invites_nobody(
    kinds: None, mill: organisations.Organisation, chen: Member
) -> None:
    session = open_session(kind="interview", organisation_id=mill.pk)
    with pytest.raises(Refused):
        assessments.invite_people(
            actor=chen.actor, session=session, references=[crowd(1)[0].reference]
        )


def test_nobody_is_examined_by_themselves(kinds: None, dawit: Member, him: people.Person) -> None:
    session = open_session(examiners=(dawit.user.pk,))
    with pytest.raises(assessments.ConflictOfInterest, match=him.reference_spaced):
        invite(session, him)
