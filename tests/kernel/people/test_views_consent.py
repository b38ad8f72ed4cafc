"""What she agreed to, on her page; and the one tap of a reminder."""

from datetime import timedelta

from django.test import Client
from django.utils import timezone
from tests.cast import Member
from tests.kernel.people.test_views import text_of

from corridor.kernel.people import api as people
from corridor.kernel.people.acts.confirm_profile import link_for
from corridor.kernel.people.models import Person

PAGE = "/me/consent/"
ALERTS = people.Purpose.ALERTS


def test_every_purpose_is_told_in_plain_words(amina: Member, her: people.Person) -> None:
    shown = text_of(amina.client.get(PAGE))
    for purpose in people.Purpose:
        assert str(purpose.label) in shown
    assert "You agree" in shown
    assert "2026-11" in shown


def test_she_agrees_and_takes_it_back(amina: Member, her: people.Person) -> None:
    for _click in range(2):
        assert amina.client.post(f"{PAGE}alerts/give/").url == PAGE
    assert people.consents_to(her, ALERTS)
    amina.client.post(f"{PAGE}alerts/withdraw/")
    assert not people.consents_to(her, ALERTS)


def test_nonsense_is_nowhere(amina: Member, her: people.Person) -> None:
    assert amina.client.post(f"{PAGE}selling/give/").status_code == 404
    assert amina.client.post(f"{PAGE}alerts/sell/").status_code == 404


def test_others_have_no_such_page(
    bodil: Member, dawit: Member, visitor: Client, her: people.Person
) -> None:
    assert bodil.client.get(PAGE).status_code == 404
    assert dawit.client.get(PAGE).status_code == 404
    assert visitor.get(PAGE).status_code == 302


def test_one_tap_confirms_without_signing_in(
    amina: Member, her: people.Person, visitor: Client
) -> None:
    long_ago = timezone.now() - timedelta(days=400)
    Person.objects.filter(pk=her.pk).update(registered_at=long_ago)
    assert "Does all of it still hold?" in text_of(amina.client.get("/me/profile/"))
    link = link_for(her).split("8000")[1]
    assert "Is it still so?" in text_of(visitor.get(link))
    her.refresh_from_db()
    assert her.confirmed_at is None
    assert "Thank you" in text_of(visitor.post(link))
    assert visitor.post(link).status_code == 410
    assert "Does all of it" not in text_of(amina.client.get("/me/profile/"))


def test_or_on_her_profile(amina: Member, her: people.Person) -> None:
    assert amina.client.post("/me/profile/confirm/").url == "/me/profile/"
    her.refresh_from_db()
    assert her.confirmed_at is not None
