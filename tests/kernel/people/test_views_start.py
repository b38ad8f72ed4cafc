"""The guided registration, page by page, as a phone without JavaScript sees it."""

from itertools import pairwise

import pytest
from allauth.account.models import EmailAddress
from django.test import Client
from tests.cast import PASSWORD, Member
from tests.kernel.people.test_views import text_of

from corridor.kernel.people import api as people
from corridor.kernel.people.models import Claim, Person
from corridor.kernel.people.start_steps import STEPS
from corridor.kernel.places import api as places

START = "/me/start/"


def post(member: Member, step: str, **told):
    return member.client.post(f"{START}{step}/", told)


@pytest.fixture
def begun(amina: Member) -> people.Person:
    """Amina has written her name."""
    post(amina, "name", full_name="أمينة")
    return people.own_person(amina.actor)


def test_it_begins_with_the_name_and_goes_on_by_itself(amina: Member) -> None:
    assert amina.client.get(START).url == "/me/start/name/"
    shown = text_of(amina.client.get("/me/start/name/"))
    assert "Step 1 of 14" in shown
    assert "Skip this" not in shown
    assert post(amina, "name", full_name="أمينة").url == "/me/start/birth/"
    assert people.own_person(amina.actor).full_name == "أمينة"


def test_one_word_and_a_name_from_the_right_are_names_nonsense_is_not(amina: Member) -> None:
    for wrong in ("", " ", "123", "x" * 10_000):
        answer = post(amina, "name", full_name=wrong)
        assert answer.status_code == 422, wrong
    assert people.person_of(amina.actor) is None
    post(amina, "name", full_name="محمد")
    assert people.own_person(amina.actor).full_name == "محمد"


def test_without_a_name_every_step_leads_there(amina: Member) -> None:
    for step in STEPS[1:]:
        assert amina.client.get(f"{START}{step.name}/").url == "/me/start/name/"
    assert amina.client.get(f"{START}done/").url == "/me/start/"
    assert amina.client.get(f"{START}nonsense/").status_code == 404


def test_every_step_is_shown_skipped_and_asked_for_at_the_end(
    amina: Member, begun: people.Person, starter
) -> None:
    for before, after in pairwise(STEPS[1:]):
        assert str(before.title) in text_of(amina.client.get(f"{START}{before.name}/"))
        assert post(amina, before.name, do="skip").url == f"/me/start/{after.name}/"
    assert post(amina, "consent", do="skip").url == "/me/start/done/"
    shown = text_of(amina.client.get("/me/start/done/"))
    assert "What is missing" in shown
    assert "You are in no selection round" in shown
    assert amina.client.get(START).url == "/me/start/done/"


def test_an_occupation_is_searched_picked_and_saved_without_javascript(
    amina: Member, begun: people.Person, starter
) -> None:
    page = "/me/start/occupation/"
    wanted = places.search_occupations("nurse")[0]
    found = amina.client.get(page, {"q": "nurse"}).content.decode()
    assert wanted.uri in found
    shown = amina.client.get(page, {"pick": wanted.uri})
    assert wanted.label in text_of(shown)
    form = shown.context["form"]
    told = {name: form[name].value() or "" for name in form.fields}
    for _click in range(2):
        answer = amina.client.post(f"{page}?pick={wanted.uri}", told | {"years": "4"})
    assert answer.url == "/me/start/experience/"
    claim = Claim.objects.get()
    assert (claim.label, claim.level, claim.value["esco"]) == (wanted.label, 4, wanted.uri)
    assert "Nothing is called so" in text_of(amina.client.get(page, {"q": "xyzzy"}))


@pytest.mark.parametrize("language", ["en", "fr", "es", "ar"])
def test_it_is_searched_in_every_language(
    amina: Member, begun: people.Person, starter, language: str
) -> None:
    occupation = places.Occupation.objects.order_by("pk").first()
    label = places.occupation_label(occupation.uri, language)
    found = {each.uri for each in places.search_occupations(label, language)}
    assert occupation.uri in found


def test_skills_of_the_occupation_are_ticked(amina: Member, begun: people.Person, starter) -> None:
    occupation = next(o for o in places.Occupation.objects.order_by("pk") if places.skills_of(o))
    value = people.read(
        people.VALUES[people.Kind.OCCUPATION],
        {"label": "Work", "isco": occupation.group_id, "esco": occupation.uri},
    )
    people.add_claim(actor=amina.actor, person=begun, value=value)
    shown = amina.client.get("/me/start/skills/")
    offered = [value for value, _label in shown.context["ticking"].fields["skills"].choices]
    ticked = {"do": "tick", "skills": offered[:2]}
    assert amina.client.post("/me/start/skills/", ticked).url == "/me/start/languages/"
    amina.client.post("/me/start/skills/", ticked)
    assert set(begun.claims.filter(kind="skill").values_list("code", flat=True)) == set(offered[:2])


def test_languages_one_after_the_other_then_on(
    amina: Member, begun: people.Person, starter
) -> None:
    said = {"language": "ne", "cefr": "NATIVE"}
    assert post(amina, "languages", **said, do="more").url == "/me/start/languages/"
    shown = text_of(amina.client.get("/me/start/languages/"))
    assert "You have said" in shown
    assert post(amina, "languages", do="next").url == "/me/start/qualification/"
    assert post(amina, "languages", language="", cefr="", do="save").status_code == 422


def test_another_device_goes_on_where_this_one_stopped(amina: Member, begun: people.Person) -> None:
    post(amina, "birth", birth="1990")
    tablet = Client()
    tablet.force_login(amina.user, backend="allauth.account.auth_backends.AuthenticationBackend")
    assert tablet.get(START).url == "/me/start/contact/"
    tablet.post("/me/start/contact/", {"phone": "+9779801234567"})
    post(amina, "birth", birth="1991")
    person = Person.objects.get()
    assert (person.birth, person.phone) == ("1991", "+9779801234567")


def test_a_session_lost_in_the_middle_comes_back_to_the_same_step(
    amina: Member, begun: people.Person
) -> None:
    EmailAddress.objects.create(
        user=amina.user, email=amina.user.email, verified=True, primary=True
    )
    amina.client.logout()
    answer = amina.client.post("/me/start/contact/", {"phone": "+9779801234567"})
    assert "next=/me/start/contact/" in answer.url
    back = amina.client.post(answer.url, {"login": "amina@example.org", "password": PASSWORD})
    assert back.url == "/me/start/contact/"


def test_the_back_button_shows_what_was_said(amina: Member, begun: people.Person) -> None:
    post(amina, "birth", birth="1990")
    assert 'value="1990"' in amina.client.get("/me/start/birth/").content.decode()


def test_a_family_is_begun_once(amina: Member, begun: people.Person) -> None:
    for _click in range(2):
        assert post(amina, "family", do="family").url == "/me/family/"
    assert people.membership_of(begun) is not None
    assert "Your family is there" in text_of(amina.client.get("/me/start/family/"))


def test_documents_are_photographed_for_what_was_said(amina: Member, begun: people.Person) -> None:
    assert "Say first" in text_of(amina.client.get("/me/start/documents/"))
    value = people.read(people.VALUES[people.Kind.SKILL], {"label": "Welding"})
    claim = people.add_claim(actor=amina.actor, person=begun, value=value)
    assert (
        f"/me/profile/{claim.pk}/photo/"
        in amina.client.get("/me/start/documents/").content.decode()
    )


def test_consent_is_chosen_and_unticked_is_taken_back(amina: Member, begun: people.Person) -> None:
    post(amina, "consent", purposes=["matching", "alerts"])
    assert people.consents_to(begun, people.Purpose.MATCHING)
    assert "You are in selection rounds" in text_of(amina.client.get("/me/start/done/"))
    post(amina, "consent", purposes=["alerts"])
    assert not people.consents_to(begun, people.Purpose.MATCHING)
    post(amina, "consent", do="save")
    assert not people.consents_to(begun, people.Purpose.ALERTS)


def test_erased_in_the_middle_it_begins_anew(amina: Member, begun: people.Person) -> None:
    people.erase_person(actor=amina.actor, person=begun, confirmation=begun.reference)
    assert post(amina, "birth", birth="1990").status_code == 302
    assert Person.objects.get().birth == ""


def test_an_officer_has_no_such_page(bodil: Member, visitor: Client) -> None:
    assert bodil.client.get(START).status_code == 404
    assert bodil.client.get("/me/start/name/").status_code == 404
    assert visitor.get(START).status_code == 302
