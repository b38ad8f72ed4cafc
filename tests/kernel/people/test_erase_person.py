"""Erasing, and what the law keeps."""

from datetime import date

import pytest
from django.db import IntegrityError, transaction
from django.test import Client
from tests.cast import PASSWORD, Member
from tests.kernel.people.world import register, say

from corridor.kernel.accounts.api import ApiToken, User, issue_token
from corridor.kernel.actors.api import COMMAND_LINE, Refused, Role
from corridor.kernel.messaging import api as messaging
from corridor.kernel.people import api as people
from corridor.kernel.people import keeping
from corridor.kernel.people.errors import ConfirmationMissing, RequestMissing
from corridor.kernel.people.models import Claim, Erasure, Person
from corridor.kernel.record.api import Entry


@pytest.fixture(autouse=True)
def _contract_law(monkeypatch) -> None:
    monkeypatch.setattr(keeping, "_keepers", [])
    kept = people.Kept("contract 7", "Labour Act, s. 12: ten years", date(2036, 1, 1))
    people.keep_by_law(lambda person_id: [kept])


def test_everything_personal_goes_and_what_the_law_keeps_is_told(amina: Member) -> None:
    person = register(amina, birth="1990", phone="+9779801234567", email="amina@example.org")
    say(amina, person, "skill", label="Welding")
    erasure = people.erase_person(
        actor=amina.actor, person=person, confirmation=person.reference_spaced
    )
    person.refresh_from_db()
    assert (person.full_name, person.phone, person.birth, person.user) == ("", "", "", None)
    assert not Claim.objects.exists()
    assert erasure.by_themselves
    ours, kept = erasure.kept
    assert "without a name" in ours["what"]
    assert kept == {
        "what": "contract 7",
        "reason": "Labour Act, s. 12: ten years",
        "until": "2036-01-01",
    }
    assert "Amina" not in str(list(Entry.objects.values()))


def test_without_the_reference_written_out_nothing_is_erased(amina: Member) -> None:
    person = register(amina)
    with pytest.raises(ConfirmationMissing, match="Nothing was erased"):
        people.erase_person(actor=amina.actor, person=person, confirmation="yes")
    assert Person.objects.get(pk=person.pk).full_name == "Amina"


def test_another_worker_cannot_erase_her(amina: Member, dawit: Member) -> None:
    person = register(amina)
    with pytest.raises(Refused):
        people.erase_person(actor=dawit.actor, person=person, confirmation=person.reference)


def test_entries_merged_into_her_go_too(amina: Member, bodil: Member) -> None:
    own = register(amina)
    desk = register(bodil, full_name="Amina at the desk")
    people.merge_people(actor=bodil.actor, kept=own, merged=desk, reason="Same passport.")
    people.erase_person(actor=amina.actor, person=own, confirmation=own.reference)
    assert list(Person.objects.values_list("full_name", flat=True)) == ["", ""]
    assert Erasure.objects.count() == 2


def test_the_database_refuses_an_erased_person_with_a_name(amina: Member) -> None:
    person = register(amina)
    with pytest.raises(IntegrityError), transaction.atomic():
        Person.objects.filter(pk=person.pk).update(status="erased")


def test_her_account_goes_with_her_and_nobody_signs_in_with_it_again(amina: Member) -> None:
    person = register(amina)
    issue_token(actor=COMMAND_LINE, user=amina.user, name="x", scopes=["people"], days=7)
    messaging.send(
        to=messaging.Recipient(email=amina.user.email, user_id=amina.user.pk),
        template="accounts/changed",
        context={"what": "password_changed"},
        key="one",
    )
    people.erase_person(actor=amina.actor, person=person, confirmation=person.reference)
    user = User.objects.get(pk=amina.user.pk)
    assert (user.email, user.phone, user.display_name, user.is_active) == (None, None, "", False)
    assert not ApiToken.objects.filter(user=user).exists()
    assert not user.grants.exists()
    assert {each.text + each.address for each in messaging.Message.objects.all()} == {""}
    assert amina.client.get("/me/account/").status_code == 302
    door = Client()
    door.post("/account/login/", {"login": "amina@example.org", "password": PASSWORD})
    assert "_auth_user_id" not in door.session


def test_an_officer_erases_on_a_written_request_only(amina: Member, bodil: Member) -> None:
    person = register(amina)
    with pytest.raises(RequestMissing, match="Nothing was erased"):
        people.erase_person(actor=bodil.actor, person=person, confirmation=person.reference)
    erasure = people.erase_person(
        actor=bodil.actor,
        person=person,
        confirmation=person.reference,
        request_number="2026/114",
    )
    assert (erasure.by_themselves, erasure.request_number) == (False, "2026/114")
    assert User.objects.get(pk=amina.user.pk).erased_at


def test_an_officer_erases_nobody_whose_account_has_other_jobs(
    amina: Member, bodil: Member
) -> None:
    person = register(amina)
    amina.user.grants.create(role=Role.STATISTICIAN)
    with pytest.raises(Refused):
        people.erase_person(
            actor=bodil.actor, person=person, confirmation=person.reference, request_number="7"
        )
    assert Person.objects.get(pk=person.pk).full_name == "Amina"


def test_the_database_refuses_an_erasure_nobody_asked_for(amina: Member) -> None:
    person = register(amina)
    with pytest.raises(IntegrityError), transaction.atomic():
        Erasure.objects.create(person=person, by_themselves=False)
