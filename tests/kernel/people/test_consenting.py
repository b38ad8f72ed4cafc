"""Who agreed, and whom rounds may look at."""

from datetime import timedelta

from django.utils import timezone
from tests.cast import Member
from tests.kernel.organisations import world as organisations_world
from tests.kernel.people.test_import_people import SITA, bring
from tests.kernel.people.world import draft, register

from corridor.kernel.actors.api import ANONYMOUS
from corridor.kernel.people import api as people
from corridor.kernel.people.consenting import choices_of, is_old, stale_since
from corridor.kernel.people.models import Person

MATCHING = people.Purpose.MATCHING


def matchable() -> list[str]:
    found = people.pool(people.PoolFilter(in_matching=True))
    return sorted(found.values_list("full_name", flat=True))


def test_only_those_who_agree_are_in_the_pool_and_withdrawal_counts_at_once(
    amina: Member, dawit: Member
) -> None:
    her = register(amina)
    people.register_person(actor=dawit.actor, draft=draft(full_name="Dawit"))
    assert matchable() == ["Amina"]
    assert len(people.pool_columns(on=timezone.localdate())) == 1
    assert people.pool(people.PoolFilter()).count() == 2
    people.withdraw_consent(actor=amina.actor, person=her, purpose=MATCHING)
    assert matchable() == []
    assert len(people.pool_columns(on=timezone.localdate())) == 0


def test_imported_people_agree_to_what_the_importer_confirms_or_their_row_says(
    bodil: Member, db: None
) -> None:
    one, two = {**SITA, "consents": "-"}, {**SITA, "consents": "matching;alerts"}
    bring(one, two, SITA)
    got = [
        sorted(person.consents.values_list("purpose", flat=True))
        for person in Person.objects.order_by("pk")
    ]
    assert got == [[], ["alerts", "matching"], ["matching"]]


def test_a_profile_nobody_confirmed_for_long_rests(amina: Member) -> None:
    her = register(amina)
    today = timezone.localdate()
    Person.objects.filter(pk=her.pk).update(registered_at=stale_since(on=today) - timedelta(days=1))
    her.refresh_from_db()
    assert is_old(her)
    assert matchable() == []
    people.confirm_profile(actor=amina.actor, person=her)
    assert matchable() == ["Amina"]


def test_every_purpose_is_shown_with_what_stands(amina: Member) -> None:
    her = register(amina)
    standing = {each.wording.purpose: each.standing is not None for each in choices_of(her)}
    assert standing.pop(MATCHING)
    assert set(standing.values()) == {False}


def test_references_are_asked_for_and_joined_by_purpose(amina: Member, dawit: Member) -> None:
    her = register(amina)
    him = people.register_person(actor=dawit.actor, draft=draft(full_name="Dawit"))
    both = {her.reference, him.reference}
    people.give_consents(actor=amina.actor, person=her, purposes=[people.Purpose.EMPLOYERS])
    assert people.agreeing(both, people.Purpose.EMPLOYERS) == {her.reference}
    assert people.agreeing([], people.Purpose.EMPLOYERS) == set()
    agree = Person.objects.filter(people.agrees("reference", people.Purpose.EMPLOYERS))
    assert set(agree) == {her}


def test_the_office_reads_everybody_an_employer_those_who_agree_or_applied(
    amina: Member, dawit: Member, bodil: Member, hana: Member
) -> None:
    her = register(amina)
    him = people.register_person(actor=dawit.actor, draft=draft(full_name="Dawit"))
    both = {her.reference, him.reference}
    assert people.open_to(bodil.actor, both) == both
    assert people.open_to(dawit.actor, both) == {him.reference}
    assert people.open_to(ANONYMOUS, both) == people.open_to(hana.actor, both) == set()
    assert people.open_to(hana.actor, both, applied=[him.reference, "X"]) == {him.reference}
    people.give_consents(actor=amina.actor, person=her, purposes=[people.Purpose.EMPLOYERS])
    assert people.open_to(hana.actor, both) == {her.reference}


def test_an_authority_reads_those_who_agree_to_destination_and_them_alone(
    amina: Member, chen: Member
) -> None:
    her = register(amina)
    organisations_world.register(chen, kind="ministry", name="Labour Office", country="DEU")
    everything = {"applied": [her.reference]}
    people.give_consents(actor=amina.actor, person=her, purposes=[people.Purpose.EMPLOYERS])
    assert people.open_to(chen.actor, {her.reference}, **everything) == set()
    people.give_consents(actor=amina.actor, person=her, purposes=[people.Purpose.DESTINATION])
    assert people.open_to(chen.actor, {her.reference}) == {her.reference}
