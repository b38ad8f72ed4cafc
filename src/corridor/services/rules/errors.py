"""What can go wrong with tables of rules, in sentences."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from django.utils.translation import gettext_lazy as _

from corridor.engines import rules
from corridor.kernel.actors.api import CorridorError


class RulesFileRefused(CorridorError):
    """A table, a pack, facts or a file of contracts cannot be used as it stands."""

    code = "rules.file_refused"
    sentence = _("%(reason)s")


class RulesError(CorridorError):
    """Base of what can go wrong with published tables."""

    code = "rules.error"
    status = 409


@dataclass(frozen=True, kw_only=True)
class Fault:
    """One thing wrong with a table that came in: at which row (its id, or a line) and column."""

    row: str
    column: str
    sentence: str


class ProposalRefused(RulesError):
    """A table that does not load, or whose cases come out otherwise; nothing of it was kept."""

    code = "rules.proposal_refused"
    status = 422
    sentence = _("Things to correct in this table: %(count)s. Nothing of it was kept.")

    def __init__(self, faults: Sequence[Fault]) -> None:
        self.faults = list(faults)
        problems = [
            {"row": one.row, "column": one.column, "sentence": one.sentence} for one in self.faults
        ]
        super().__init__(count=len(problems), problems=problems)

    def __str__(self) -> str:
        lines = [f"{one.row} {one.column}: {one.sentence}".strip() for one in self.faults]
        return "\n".join([super().__str__(), *lines])

    @classmethod
    def of(cls, refused: rules.TableRefused) -> ProposalRefused:
        return cls(
            [
                Fault(row=one.row or "", column=one.column or "", sentence=one.message)
                for one in refused.faults
            ]
        )


class SaysTheSame(RulesError):
    code = "rules.says_the_same"
    sentence = _("This is what version %(number)s of the table says already, word for word.")


class WaitsAlready(RulesError):
    code = "rules.waits_already"
    sentence = _("Version %(number)s of this table waits for review. Decide on it first.")


class OtherPack(RulesError):
    code = "rules.other_pack"
    sentence = _("The table %(code)s belongs to the subject %(pack)s; give yours another name.")


class NotInReview(RulesError):
    code = "rules.not_in_review"
    sentence = _("Version %(number)s does not wait for review: somebody decided on it.")


class NotPublished(RulesError):
    code = "rules.not_published"
    sentence = _("Version %(number)s is not published, so it cannot be withdrawn.")


class SecondReaderNeeded(RulesError):
    code = "rules.second_reader_needed"
    sentence = _("Whoever wrote a version does not publish it: another person must read it.")


class ReasonNeeded(RulesError):
    code = "rules.reason_needed"
    status = 422
    sentence = _("Say why, in at most 500 characters.")


class FactsNotUsable(RulesError):
    """Facts of the wrong type, out of bounds, or not asked for; each is said by its name."""

    code = "rules.facts_not_usable"
    status = 422
    sentence = _("Facts to correct: %(count)s.")

    def __init__(self, faults: Sequence[tuple[str, str]]) -> None:
        self.faults = list(faults)
        problems = [{"fact": name, "sentence": message} for name, message in self.faults]
        super().__init__(count=len(problems), problems=problems)

    def __str__(self) -> str:
        return "\n".join([super().__str__(), *(f"{name}: {text}" for name, text in self.faults)])


class DayNotCovered(RulesError):
    code = "rules.day_not_covered"
    status = 422
    sentence = _("This table tells the law from %(since)s on; ask about a later day.")
