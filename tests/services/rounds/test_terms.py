from dataclasses import replace

from corridor.kernel.actors.api import COMMAND_LINE
from corridor.services.rounds import api as rounds


def test_equal_terms_have_one_fingerprint(db: None, plan: rounds.RoundDraft) -> None:
    first, second = (rounds.plan_round(actor=COMMAND_LINE, draft=plan) for _ in range(2))
    assert rounds.terms_digest(first) == rounds.terms_digest(second)
    other = rounds.plan_round(actor=COMMAND_LINE, draft=replace(plan, seed=8))
    assert rounds.terms_digest(other) != rounds.terms_digest(first)
    assert rounds.terms_of(first)["title"] == "Spring intake"
    assert rounds.draft_of(first).seed == plan.seed
