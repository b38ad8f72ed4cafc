"""The words people agree to, and their version."""

import hashlib

from django.utils import translation

from corridor.kernel.people.models_consent import Purpose
from corridor.kernel.people.wordings import VERSION, WORDINGS

# Of the sentences below VERSION. Changed a word? Raise VERSION, then take the new sum from here.
SUMS = {"2026-11": "9b766ddb005f2b41"}


def test_a_changed_word_is_a_new_version() -> None:
    with translation.override("en"):
        said = "\n".join(f"{each.purpose} {each.agreed} {each.refused}" for each in WORDINGS)
    assert hashlib.sha256(said.encode()).hexdigest()[:16] == SUMS[VERSION]


def test_every_purpose_has_its_words() -> None:
    assert [each.purpose for each in WORDINGS] == list(Purpose)
