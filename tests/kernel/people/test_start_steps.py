"""How far somebody is, read from the profile itself."""

from tests.cast import Member
from tests.kernel.people.world import say

from corridor.kernel.people import api as people
from corridor.kernel.people.acts.pass_over import pass_over
from corridor.kernel.people.start_steps import STEPS, progress_of


def test_it_begins_with_the_name() -> None:
    assert progress_of(None).next == "name"


def test_what_is_said_is_done_and_what_is_skipped_comes_last(
    amina: Member, her: people.Person
) -> None:
    progress = progress_of(her)
    assert progress.done == {"name", "consent"}
    assert progress.next == "birth"
    pass_over(actor=amina.actor, person=her, step="birth")
    say(amina, her, "language", language="ne", cefr="NATIVE")
    progress = progress_of(her)
    assert progress.next == "contact"
    assert progress.after("wish") == "family"
    assert "birth" in {step.name for step in progress.missing}
    for step in STEPS:
        pass_over(actor=amina.actor, person=her, step=step.name)
    assert progress_of(her).next is None
    assert progress_of(her).after("consent") is None


def test_a_skipped_step_that_is_done_later_is_done(amina: Member, her: people.Person) -> None:
    pass_over(actor=amina.actor, person=her, step="skills")
    say(amina, her, "skill", label="Welding")
    assert "skills" in progress_of(her).done
    assert not progress_of(her).skipped
