"""Notes in the reader's language, short enough for an SMS."""

from __future__ import annotations

from dataclasses import replace

import pytest
from django.utils import translation
from tests.services.assessments.world import invite, person

from corridor.kernel import script
from corridor.kernel.messaging import api as messaging
from corridor.services.assessments import api as assessments
from corridor.services.assessments import telling


def test_a_note_is_cut_at_a_sentence_for_sms() -> None:
    note = telling.Note("Invited", ("One.", "x" * 300, "Two."))
    assert note.brief() == "Invited. One."
    assert telling.Note("Come!", ()).brief() == "Come!"


@pytest.mark.parametrize("language", ["en", "fr", "es", "ar"])
def test_an_invitation_fits_into_an_sms_in_every_language(
    session: assessments.Session, language: str
) -> None:
    invite(session, person("Short Text", phone="+9779801234567", language=language))
    message = messaging.Message.objects.get(channel="sms")
    assert "/me/assessments/" in message.text


def test_somebody_without_any_address_is_not_told(session: assessments.Session) -> None:
    candidate = invite(session, person("Silent"))[0]
    assert telling.recipient_of(candidate) is None
    assert telling.tell(candidate, lambda: telling.invited(candidate), key="x") is False


def test_a_language_we_do_not_speak_becomes_english(session: assessments.Session) -> None:
    candidate = invite(session, person("Nima", email="nima@example.org", language="ne"))[0]
    to = telling.recipient_of(candidate)
    assert to is not None
    assert replace(to, email=None).language == "en"


def test_a_time_names_its_place_and_offset(session: assessments.Session) -> None:
    with translation.override("es"):
        said = telling.when(session.starts_at, session)
    assert said == "miércoles, 10 marzo 2027, 09:00 (Kathmandu, UTC+05:45)"


def test_an_hour_stands_in_the_digits_of_its_reader(session: assessments.Session) -> None:
    starts_at = session.slots.get().starts_at
    latin = telling.hour(starts_at, session)
    assert latin.replace(":", "").isdecimal()
    with translation.override("ar"):
        assert telling.hour(starts_at, session) == latin.translate(script.ARABIC) != latin
