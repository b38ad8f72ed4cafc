"""A stack entered by mistake is taken back whole, or not at all."""

from collections.abc import Callable

import pytest
from tests.cast import Member
from tests.kernel.people.world import say

from corridor.kernel.actors.api import COMMAND_LINE, Refused
from corridor.kernel.people import api as people
from corridor.kernel.people.errors import ImportStands
from corridor.kernel.people.models import Claim, Consent, Family, FamilyMember, NameWord, Person
from corridor.kernel.people.references import new_reference
from corridor.kernel.record.api import Entry


def row(**said: str) -> dict[str, str]:
    told = {
        "full_name": "Sita",
        "reference": new_reference(),
        "isco": "5322",
        "consents": "matching",
    }
    return told | {"family": "child:Ram:2015", "skills": "http://x/1:2"} | said


def bring(actor=COMMAND_LINE, *rows: dict[str, str]) -> people.Intake:
    done = people.import_people(actor=actor, rows=rows or [row()])
    return people.Intake.objects.get(pk=done.number)


def test_nothing_of_them_stays_and_the_form_can_be_entered_again(bodil: Member) -> None:
    one = row()
    intake = bring(bodil.actor, one)
    before = bring(bodil.actor, row(full_name="Maya"))
    people.undo_import(actor=bodil.actor, intake=intake)
    assert set(Person.objects.values_list("full_name", flat=True)) == {"Maya", "Ram"}
    for model in (Claim, Consent, NameWord, FamilyMember):
        assert not model.objects.exclude(person__gte=before.ids[0][0]).exists()
    assert Family.objects.count() == 1
    assert Entry.objects.get(verb="people.import_undone").facts["people"] == 2
    assert bring(bodil.actor, one).people == 2


def test_it_is_taken_back_once(bodil: Member) -> None:
    intake = bring(bodil.actor)
    people.undo_import(actor=bodil.actor, intake=intake)
    with pytest.raises(ImportStands):
        people.undo_import(actor=bodil.actor, intake=intake)


def verified(bodil: Member, sita: Person) -> None:
    draft = people.VerificationDraft(decision="verified", reason="Seen.")
    people.verify_claim(actor=bodil.actor, claim=sita.claims.first(), draft=draft)


def added_to(bodil: Member, sita: Person) -> None:
    say(bodil, sita, "skill", label="Singing")


def withdrew(bodil: Member, sita: Person) -> None:
    people.withdraw_consent(actor=bodil.actor, person=sita, purpose=people.Purpose.MATCHING)


def got_an_account(bodil: Member, sita: Person) -> None:
    Person.objects.filter(pk=sita.pk).update(user=bodil.user)


def was_merged(bodil: Member, sita: Person) -> None:
    [child] = Person.objects.filter(full_name="Ram")
    people.leave_family(actor=bodil.actor, member=people.membership_of(child))
    people.merge_people(actor=bodil.actor, kept=sita, merged=child, reason="The same.")


def began(bodil: Member, sita: Person) -> None:
    from corridor.kernel.people.models import Start

    Start.objects.create(person=sita)


@pytest.mark.parametrize(
    "happens", [verified, added_to, withdrew, got_an_account, was_merged, began]
)
def test_once_something_followed_it_stands(
    bodil: Member, happens: Callable[[Member, Person], None]
) -> None:
    intake = bring(bodil.actor)
    happens(bodil, Person.objects.get(full_name="Sita"))
    with pytest.raises(ImportStands):
        people.undo_import(actor=bodil.actor, intake=intake)
    assert Person.objects.filter(full_name="Sita").exists()


def test_somebody_who_was_invited_and_came_holds_it(bodil: Member) -> None:
    her = bring(bodil.actor, {"full_name": "Maya", "reference": new_reference()})
    maya = Person.objects.get(pk=her.ids[0][0])
    his = bring(bodil.actor, {"full_name": "Bal", "family": f"spouse:{maya.reference}"})
    people.accept_family(actor=bodil.actor, member=maya.memberships.get())
    with pytest.raises(ImportStands):
        people.undo_import(actor=bodil.actor, intake=his)


def test_a_stack_is_taken_back_by_whoever_entered_it_or_an_officer(
    bodil: Member, centre: Member, amina: Member
) -> None:
    of_bodil, of_centre = bring(bodil.actor), bring(centre.actor)
    for member in (centre, amina):
        with pytest.raises(Refused):
            people.undo_import(actor=member.actor, intake=of_bodil)
    assert people.undo_import(actor=bodil.actor, intake=of_centre).undone_at


def test_a_centre_takes_back_its_own(centre: Member) -> None:
    assert people.undo_import(actor=centre.actor, intake=bring(centre.actor)).undone_at
