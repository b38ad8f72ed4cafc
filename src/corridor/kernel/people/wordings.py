"""What people agree to, in plain words. A changed word is a new version; old ones stay."""

from __future__ import annotations

from dataclasses import dataclass

from django.utils.translation import gettext_lazy as _
from django_stubs_ext import StrOrPromise

from corridor.kernel.people.models_consent import Purpose

# Raise it with every change of a sentence below; tests/kernel/people/test_wordings.py holds both.
VERSION = "2026-11"


@dataclass(frozen=True, kw_only=True)
class Wording:
    """What happens when one agrees, and what when one does not."""

    purpose: Purpose
    agreed: StrOrPromise
    refused: StrOrPromise


WORDINGS = [
    Wording(
        purpose=Purpose.MATCHING,
        agreed=_(
            "We compare what you can do with vacancies abroad. Officers and a computer program see "
            "your profile for this. You are told of every result, with its reasons."
        ),
        refused=_("You are in no selection round. You can still look for jobs and apply yourself."),
    ),
    Wording(
        purpose=Purpose.EMPLOYERS,
        agreed=_(
            "Verified employers who look for your occupation see what you can do, without your "
            "name and address until you apply or accept an offer."
        ),
        refused=_("An employer sees you only when you apply to them yourself."),
    ),
    Wording(
        purpose=Purpose.ALERTS,
        agreed=_("We write to you by SMS or e-mail about jobs that fit and about your profile."),
        refused=_("We write only what you must know, such as a deadline of an offer you have."),
    ),
    Wording(
        purpose=Purpose.STATISTICS,
        agreed=_("You are counted in statistics. No figure shows who you are."),
        refused=_("You are left out of statistics about registered people."),
    ),
    Wording(
        purpose=Purpose.DESTINATION,
        agreed=_(
            "When you have a job offer, the authority of the country you go to gets the parts of "
            "your profile that its permit needs."
        ),
        refused=_("You hand in papers to that authority yourself."),
    ),
]
