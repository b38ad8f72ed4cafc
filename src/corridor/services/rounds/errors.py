"""What can go wrong with rounds, in sentences."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from django.utils.translation import gettext_lazy as _
from django_stubs_ext import StrOrPromise

from corridor.kernel.actors.api import CorridorError


class RoundRefused(CorridorError):
    """The round as planned cannot run; `findings` are (field, code, sentence)."""

    code = "rounds.refused"
    status = 422
    sentence = _("Things to correct in this round: %(count)s.")

    def __init__(self, findings: Sequence[tuple[str, str, StrOrPromise]]) -> None:
        self.findings = list(findings)
        shown: list[dict[str, Any]] = [
            {"field": field, "code": code, "sentence": str(sentence)}
            for field, code, sentence in self.findings
        ]
        super().__init__(count=len(shown), findings=shown)

    def __str__(self) -> str:
        lines = [f"{field}: {sentence}" for field, _code, sentence in self.findings]
        return "\n".join([super().__str__(), *lines])


class FactsWrong(RoundRefused):
    """What somebody said of a person cannot be scored; `findings` say what and why."""

    code = "rounds.facts_wrong"
    sentence = _("These facts cannot be scored as they stand. Things to correct: %(count)s.")


class NoPointsSystem(CorridorError):
    code = "rounds.no_points_system"
    status = 404
    sentence = _("There is no points table %(name)s; there are %(known)s.")


class AlreadyStarted(CorridorError):
    code = "rounds.already_started"
    status = 409
    sentence = _("Round %(number)s has been started already; it is %(state)s. Reload the page.")


class NothingToMatch(CorridorError):
    code = "rounds.nothing_to_match"
    status = 409
    sentence = _(
        "There are %(workers)s people in the pool and %(vacancies)s vacancies under these filters; "
        "a round needs at least one of each. Widen the filters."
    )


class FloorsApart(CorridorError):
    code = "rounds.floors_apart"
    status = 409
    sentence = _(
        "The floors of %(what)s cannot all hold together, so nobody was placed. %(floors)s Lower a "
        "floor, or choose a mode that serves floors first and says what it misses."
    )


class NotReady(CorridorError):
    code = "rounds.not_ready"
    status = 409
    sentence = _("Round %(number)s is %(state)s; only one that is ready can be published.")


class InputsChanged(CorridorError):
    code = "rounds.inputs_changed"
    status = 500
    sentence = _(
        "The frozen inputs of this round (%(digest)s) are missing or have been changed on disk. "
        "Restore them from a backup."
    )


class KeyUsedBefore(CorridorError):
    code = "rounds.key_used_before"
    status = 409
    sentence = _("This request came before with another round (%(number)s). Open the form again.")


class NotAgreed(CorridorError):
    code = "rounds.not_agreed"
    status = 409
    sentence = _(
        "Round %(number)s cannot start: %(agreed)s of two parties have agreed to these terms. "
        "Name both parties and let the officer of each agree."
    )


class TermsChanged(CorridorError):
    code = "rounds.terms_changed"
    status = 409
    sentence = _(
        "The terms of round %(number)s were changed since you read them. Nothing was agreed. Read "
        "them again, then agree."
    )


class Opened(CorridorError):
    code = "rounds.opened"
    status = 409
    sentence = _(
        "Round %(number)s is %(state)s: its terms are as agreed and cannot be changed any more. "
        "Plan another round instead."
    )


class NotPublished(CorridorError):
    code = "rounds.not_published"
    status = 409
    sentence = _(
        "Round %(number)s is %(state)s; places are offered while its result is published. Publish "
        "it first."
    )


class NoPlaceLeft(CorridorError):
    code = "rounds.no_place_left"
    status = 409
    sentence = _(
        "All %(places)s places of %(vacancy)s are promised, or it is withdrawn. Nothing was "
        "offered."
    )


class NotEligible(CorridorError):
    code = "rounds.not_eligible"
    status = 409
    sentence = _(
        "%(person)s cannot be offered a place of %(vacancy)s: %(requirement)s is required and was "
        "not met at this step: %(step)s. Offer the places to the others; the next in line is asked."
    )


class AlreadyOffered(CorridorError):
    code = "rounds.already_offered"
    status = 409
    sentence = _(
        "Somebody among these has an offer in this round already; a person holds one at a time. "
        "Reload the page: nothing was offered."
    )


class OfferOver(CorridorError):
    code = "rounds.offer_over"
    status = 409
    sentence = _(
        "The time to answer this offer ended at %(deadline)s. The place goes to the next person on "
        "the list; you stay registered."
    )


class OfferAnswered(CorridorError):
    code = "rounds.offer_answered"
    status = 409
    sentence = _("This offer is over already (%(state)s). Reload the page.")


class OfferFailed(CorridorError):
    code = "rounds.offer_failed"
    status = 409
    sentence = _(
        "This offer is withdrawn: %(requirement)s is required and was not met at this step: "
        "%(step)s. If that is wrong, object to the result, or appeal."
    )


class NotInQuestion(CorridorError):
    code = "rounds.not_in_question"
    status = 409
    sentence = _(
        "Nothing waits for a decision here: the offer is over, it was decided, or what was not met "
        "is met by now. Reload the list."
    )


class AppealLate(CorridorError):
    code = "rounds.appeal_late"
    status = 409
    sentence = _("Appeals against this result could be made until %(until)s.")


class AppealLodged(CorridorError):
    code = "rounds.appeal_lodged"
    status = 409
    sentence = _("There is an appeal against this result already. Wait for its answer.")


class AppealDecided(CorridorError):
    code = "rounds.appeal_decided"
    status = 409
    sentence = _("This appeal is decided already: %(verdict)s.")


class AppealOfOwnRound(CorridorError):
    code = "rounds.appeal_of_own_round"
    status = 403
    sentence = _("You started or published this round; somebody else decides appeals against it.")


class CannotClose(CorridorError):
    code = "rounds.cannot_close"
    status = 409
    sentence = _(
        "Round %(number)s cannot be closed: %(offers)s offers wait for an answer, and %(appeals)s "
        "appeals and %(questions)s accepted places in question for a decision."
    )


class ReserveTooLong(CorridorError):
    code = "rounds.reserve_too_long"
    status = 422
    sentence = _(
        "A reserve list cannot be kept until %(until)s; it may be kept from today until %(bound)s, "
        "two years after publication."
    )


class OverrideImpossible(CorridorError):
    code = "rounds.override_impossible"
    status = 422
    sentence = _("This cannot be decided: %(why)s.")


class NotOverridable(CorridorError):
    code = "rounds.not_overridable"
    status = 409
    sentence = _(
        "Round %(number)s is %(state)s; single people are decided on once there is a result and "
        "until it is published."
    )


class NotAParty(CorridorError):
    code = "rounds.not_a_party"
    status = 403
    sentence = _(
        "Decisions on single people in round %(number)s are made by the officers of its two "
        "parties."
    )


class ResultChanged(CorridorError):
    code = "rounds.result_changed"
    status = 409
    sentence = _(
        "The result of round %(number)s is another than the one whose price you read. Nothing was "
        "changed. Read the price again."
    )


class OverrideStands(CorridorError):
    code = "rounds.override_stands"
    status = 409
    sentence = _("There is a decision on %(worker)s already. Take it back first.")


class OwnOverride(CorridorError):
    code = "rounds.own_override"
    status = 403
    sentence = _(
        "Your party proposed this in round %(number)s; the officer of the other party confirms it."
    )


class OverrideOver(CorridorError):
    code = "rounds.override_over"
    status = 409
    sentence = _("This decision is over already (%(state)s). Reload the page.")


class OverridesWait(CorridorError):
    code = "rounds.overrides_wait"
    status = 409
    sentence = _(
        "Round %(number)s cannot be published. Decisions on single people that wait for the other "
        "party: %(count)s. Let them be confirmed, or take them back."
    )
