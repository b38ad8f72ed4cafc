"""Every message that Corridor sends can be written, in every language and by every carrier."""

from __future__ import annotations

from datetime import UTC, datetime
from pathlib import Path

import pytest
from django.conf import settings

import corridor
from corridor.kernel.messaging.api import Channel
from corridor.kernel.messaging.texts import render, sms_segments

PACKAGE = Path(corridor.__file__).parent
SEGMENTS_MAX = 6
SOON = datetime(2027, 3, 9, 9, 30, tzinfo=UTC)
# What a template cannot do without; anything else may stand empty.
FACTS = {
    "deadline": SOON,
    "reply_by": SOON,
    "role": "worker",
    "subject": "Your test",
    "sentences": ["Come at nine."],
    "brief": "Come at nine.",
}
PARTS = {"accounts/what_changed"}  # one sentence, set into other messages
LETTERS = sorted(
    {
        path.relative_to(folder).as_posix().removesuffix(".txt")
        for folder in PACKAGE.rglob("templates/messages")
        for path in folder.rglob("*.txt")
    }
    - PARTS
)


@pytest.mark.django_db
@pytest.mark.parametrize("language", [code for code, _name in settings.LANGUAGES])
@pytest.mark.parametrize("letter", LETTERS)
def test_a_message_is_written(letter: str, language: str) -> None:
    by_sms = letter.endswith(".sms")
    channel = Channel.SMS if by_sms else Channel.EMAIL
    text = render(letter.removesuffix(".sms"), FACTS, channel=channel, language=language)
    assert text.body
    assert "{" not in text.subject + text.body
    if by_sms:
        assert sms_segments(text.body) <= SEGMENTS_MAX
    else:
        assert text.subject
