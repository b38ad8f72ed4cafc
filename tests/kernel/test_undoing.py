"""What was done says how to undo it, on the next page and by a form."""

from __future__ import annotations

from bs4 import BeautifulSoup
from django.contrib.messages.storage.base import Message
from django.urls import reverse
from tests.cast import Member
from tests.kernel.people.world import register

from corridor.kernel.people import api as people
from corridor.kernel.undoing import undo_of


def test_only_what_says_so_can_be_undone() -> None:
    assert undo_of(Message(25, "Done.", extra_tags="undo:/desk/back/")) == "/desk/back/"
    assert undo_of(Message(25, "Done.", extra_tags="safe")) == ""
    assert undo_of(Message(25, "Done.")) == ""


def undone(member: Member, address: str) -> str:
    """Do it, read the next page, press Undo there; what the page after that says."""
    page = BeautifulSoup(member.client.post(address, follow=True).content, "html.parser")
    form = page.select_one(".notice form")
    assert form.select_one("[name=csrfmiddlewaretoken]")
    assert form.button.text == "Undo"
    after = member.client.post(form["action"], follow=True)
    return BeautifulSoup(after.content, "html.parser").select_one(".notice").text


def test_one_takes_back_a_consent_and_undoes_it(amina: Member) -> None:
    person = register(amina)
    people.give_consents(actor=amina.actor, person=person, purposes=[people.Purpose.ALERTS])
    assert "you agreed" in undone(amina, reverse("people.choose", args=["alerts", "withdraw"]))
    assert person.consents.filter(purpose="alerts", withdrawn_at=None).count() == 1
    assert person.consents.filter(purpose="alerts").count() == 2


def test_an_officer_writes_down_a_consent_and_undoes_it(amina: Member, bodil: Member) -> None:
    person = register(amina)
    address = reverse("people.choose_for", args=[person.reference, "statistics", "give"])
    assert "take it back" in undone(bodil, address)
    entry = person.consents.get(purpose="statistics")
    assert entry.withdrawn_by_id == bodil.user.pk
    assert entry.source == "staff"
    strange = reverse("people.choose_for", args=[person.reference, "statistics", "eat"])
    assert bodil.client.post(strange).status_code == 404
