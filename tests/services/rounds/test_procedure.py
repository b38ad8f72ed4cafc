from __future__ import annotations

from corridor.services.rounds import api as rounds
from corridor.services.rounds.procedure import Added, Procedure, judge, needs, read, usual


def test_what_the_criteria_need_decides_and_what_they_weigh_only_counts() -> None:
    of = rounds.Round(criteria=rounds.preset("balanced"))
    asked = needs(of)
    assert asked["languages"] == "required"  # needed and weighed: it decides
    assert asked["skills"] == "asset"
    assert "age" not in asked


def test_a_round_agreed_before_reads_as_documents_alone_and_names_nobody() -> None:
    before = rounds.procedure_of(rounds.Round(criteria=rounds.preset("open")))
    assert before.names_from == "never"
    assert before.judged["languages"] == {"document": ""}
    assert "skills" not in before.judged
    assert usual().judged["languages"] == {"document": "", "test": ""}


def test_a_procedure_is_read_back_as_it_was_kept() -> None:
    kept = Procedure(
        judged={"languages": {"test": "eps-topik"}},
        added=(Added(code="conduct", title="Conduct", steps={"interview": ""}),),
        names_from="offer",
    )
    assert read(kept.as_json()) == kept
    assert judge(kept) == []


def test_everything_wrong_is_said_at_once() -> None:
    wrong = Procedure(
        judged={"age": {"interview": ""}, "skills": {"document": "x"}, "beauty": {"test": ""}},
        added=(
            Added(code="languages", title="Twice", steps={"test": ""}),
            Added(code="X", title="", steps={"profile": ""}),
        ),
        names_from="soon",
    )
    assert {field for field, _code, _sentence in judge(wrong)} == {
        *("names_from", "age.interview", "skills.document", "beauty.test"),
        *("added", "added.X", "X.profile"),
    }
