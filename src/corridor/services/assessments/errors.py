"""What can go wrong with assessments, in sentences."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from django.utils.translation import gettext_lazy as _
from django_stubs_ext import StrOrPromise

from corridor.kernel.actors.api import CorridorError


@dataclass(frozen=True, kw_only=True)
class Finding:
    """One thing wrong: the field it is in, and a sentence."""

    field: str
    sentence: StrOrPromise


class AssessmentError(CorridorError):
    """Base of what can go wrong here."""

    code = "assessments.error"
    status = 409


class NotAsAsked(AssessmentError):
    """Values that cannot be taken: every finding at once; nothing was kept."""

    code = "assessments.refused"
    status = 422
    sentence = _("Things to correct: %(count)s. Nothing was kept.")

    def __init__(self, findings: Iterable[Finding]) -> None:
        self.findings = list(findings)
        shown = [{"field": one.field, "sentence": str(one.sentence)} for one in self.findings]
        super().__init__(count=len(shown), findings=shown)

    def __str__(self) -> str:
        lines = [f"{one.field}: {one.sentence}" for one in self.findings]
        return "\n".join([super().__str__(), *lines])


class SessionOver(AssessmentError):
    code = "assessments.session_over"
    sentence = _("Session %(number)s is %(state)s; this cannot be done any more.")


class BookingClosed(AssessmentError):
    code = "assessments.booking_closed"
    sentence = _("Booking for session %(number)s closed on %(on)s. Ask the office for another day.")


class NoPlaceLeft(AssessmentError):
    code = "assessments.no_place_left"
    sentence = _("The last place was just taken. Choose another time, or join the waiting list.")


class AlreadyElsewhere(AssessmentError):
    code = "assessments.elsewhere_then"
    sentence = _("There is another appointment at that time: %(number)s on %(on)s.")


class ConflictOfInterest(AssessmentError):
    code = "assessments.conflict_of_interest"
    sentence = _(
        "Nobody examines themselves or their own family: %(reference)s and one of the examiners "
        "belong together. Name another examiner."
    )


class NotInvited(AssessmentError):
    code = "assessments.not_invited"
    sentence = _("%(reference)s takes no part in session %(number)s. Invite them first.")


class CannotInvite(AssessmentError):
    code = "assessments.cannot_invite"
    status = 422
    sentence = _("Nobody was invited. These references cannot be: %(references)s.")

    def __init__(self, references: Sequence[str]) -> None:
        super().__init__(references=", ".join(references))


class TooSoonAgain(AssessmentError):
    code = "assessments.too_soon_again"
    sentence = _("%(reference)s may try this test again from %(on)s.")


class NotThere(AssessmentError):
    code = "assessments.not_there"
    sentence = _("%(reference)s was not checked in; check them in before giving points.")


class TooEarly(AssessmentError):
    code = "assessments.too_early"
    sentence = _(
        "This session begins on %(on)s; nobody can be checked in or marked before its day."
    )


class HandedIn(AssessmentError):
    code = "assessments.handed_in"
    sentence = _("These points were handed in and stand. Correct them when you agree the result.")


class MarksMissing(AssessmentError):
    code = "assessments.marks_missing"
    sentence = _("%(missing)s of %(examiners)s examiners have not handed in their points yet.")


class ReasonMissing(AssessmentError):
    code = "assessments.reason_missing"
    status = 422
    sentence = _("Write the reason in a sentence; it stays with the result.")


class ResultStands(AssessmentError):
    code = "assessments.result_stands"
    sentence = _("There is a result already. Correct it with a reason instead.")


class NotWaiting(AssessmentError):
    code = "assessments.not_waiting"
    sentence = _("This result waits for nobody: it is %(state)s. Reload the page.")


class SecondPersonNeeded(AssessmentError):
    code = "assessments.second_person_needed"
    sentence = _("Whoever recorded a result does not confirm it. Ask somebody else.")


class ObjectionTooLate(AssessmentError):
    code = "assessments.objection_too_late"
    sentence = _("An objection to this result was possible until %(on)s.")


class ObjectionMade(AssessmentError):
    code = "assessments.objection_made"
    sentence = _("You objected to this result already; the answer comes by %(on)s.")


class ObjectionAnswered(AssessmentError):
    code = "assessments.objection_answered"
    sentence = _("This objection was answered already.")
