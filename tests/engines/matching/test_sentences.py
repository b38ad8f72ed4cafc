"""Every reason and change has its sentence; nothing is left unfilled."""

from __future__ import annotations

from corridor.engines.matching import ORDER
from corridor.engines.matching._sentences import (
    CHANGES,
    REASONS,
    change_sentence,
    reason_sentence,
)


def test_every_criterion_has_sentences():
    assert {code.split(".")[0] for code in REASONS} == set(ORDER)
    assert {code.split(".")[0] for code in CHANGES} == set(ORDER)


def test_lists_and_blanks_read_well():
    facts = {"permit": "", "allowed": ("resident", "seasonal")}
    assert reason_sentence("permits", "missing", facts) == (
        "None of the permits that admit is held: resident, seasonal."
    )
    facts = {"language": "en", "asked": "B1", "held": ""}
    assert reason_sentence("languages", "missing", facts) == "en at B1 is asked; held: none."
    facts = {"count": 2, "skills": (("lift", "basic"), ("wash", "skilled"))}
    assert change_sentence("skills.gain-all", facts) == (
        "These skills would be needed: lift (basic), wash (skilled)."
    )
