"""What can go wrong with people and their claims."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from django.utils.translation import gettext_lazy as _

from corridor.kernel.actors.api import CorridorError


@dataclass(frozen=True)
class Problem:
    """One thing wrong: the field it is in ("" for the whole), and a sentence."""

    field: str
    sentence: str

    def __str__(self) -> str:
        return f"{self.field}: {self.sentence}" if self.field else self.sentence


class PeopleError(CorridorError):
    """Base of what people can cause here."""

    code = "people.error"


class EuropassUnreadable(PeopleError):
    """A file that is not a Europass CV in XML; nothing of it was read."""

    code = "people.europass_unreadable"
    status = 422
    sentence = _(
        "This is not a Europass CV. Choose the XML file that europa.eu/europass gave you,"
        " at most 5 MB."
    )


class Unreadable(PeopleError):
    """Values that cannot be taken as they are: every problem at once; nothing was saved."""

    code = "people.unreadable"
    status = 422
    sentence = _("Nothing was saved. %(listed)s")

    def __init__(self, problems: Sequence[Problem]) -> None:
        self.problems = tuple(problems)
        super().__init__(
            listed=" · ".join(map(str, problems)),
            problems=[{"field": each.field, "sentence": each.sentence} for each in problems],
        )


class AlreadyRegistered(PeopleError):
    code = "people.already_registered"
    status = 409
    sentence = _("This account already has a profile. Open it and change what is there.")


class NotYoursToVerify(PeopleError):
    code = "people.own_claim"
    status = 409
    sentence = _("Nobody verifies what they said themselves. Ask another officer.")


class ClaimIsOver(PeopleError):
    code = "people.claim_is_over"
    status = 409
    sentence = _(
        "This statement was withdrawn or replaced on %(on)s. Open the profile and use the one "
        "that stands today."
    )


class ClaimCannotReturn(PeopleError):
    code = "people.claim_cannot_return"
    status = 409
    sentence = _("Only a statement that was withdrawn can be put back; this one was not.")


class CannotMerge(PeopleError):
    code = "people.cannot_merge"
    status = 409
    sentence = _("These two cannot be merged.")


class CannotUnmerge(PeopleError):
    code = "people.cannot_unmerge"
    status = 409
    sentence = _("This merge cannot be undone: it was undone before, or a profile was erased.")


class ImportStands(PeopleError):
    code = "people.import_stands"
    status = 409
    sentence = _(
        "This stack cannot be taken back: it was taken back before, or something was done for one "
        "of these people since. Correct or erase them one by one."
    )


class FamilyRefused(PeopleError):
    code = "people.family_refused"
    status = 409
    sentence = _("This cannot be done in this family.")


class NotCurrent(PeopleError):
    code = "people.not_current"
    status = 409
    sentence = _("This entry was merged into another or erased. Open the one that stands today.")


class DecisionIsOver(PeopleError):
    code = "people.decision_is_over"
    status = 409
    sentence = _("Somebody has decided in the meantime. Look at the statement as it stands now.")


class SameOfficer(PeopleError):
    code = "people.same_officer"
    status = 409
    sentence = _("You decided this yourself. A second officer must confirm it.")


class LinkUnusable(PeopleError):
    code = "people.link_unusable"
    status = 410
    sentence = _("This link was used, or is too old. Sign in and confirm your profile there.")


class RequestMissing(PeopleError):
    code = "people.request_missing"
    status = 422
    sentence = _(
        "Somebody else is erased on their written request only. Write the number under which it "
        "is filed. Nothing was erased."
    )


class ConfirmationMissing(PeopleError):
    code = "people.confirmation_missing"
    status = 422
    sentence = _(
        "To erase everything, write your reference %(reference)s exactly. Nothing was erased."
    )
