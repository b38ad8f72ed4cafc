from __future__ import annotations

from corridor.services.rounds.added import read_added, written


def test_added_requirements_are_read_line_by_line_and_written_again() -> None:
    lines = "required interview Conduct at work\nasset test:speed السرعة\n"
    added, wrong = read_added(lines)
    assert wrong == []
    assert [one.code for one in added] == ["conduct-at-work", "added-2"]
    assert written(added) == lines.strip()


def test_one_title_may_be_judged_at_two_steps() -> None:
    (one,), _wrong = read_added("required interview Conduct\nrequired test:trade-care Conduct")
    assert one.steps == {"interview": "", "test": "trade-care"}


def test_a_line_that_cannot_be_read_is_named_by_its_number() -> None:
    _added, wrong = read_added("\nperhaps interview Conduct\nrequired dinner Manners\nasset test")
    assert [str(sentence).split(":")[0] for _f, _c, sentence in wrong] == [
        "Line 2",
        "Line 3",
        "Line 4",
    ]
