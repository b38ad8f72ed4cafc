"""Each form of the guided registration asks one thing and keeps the rest."""

from tests.kernel.people.world import register

from corridor.kernel.people.forms_start import ConsentForm, PartOfDetailsForm, SuggestedForm
from corridor.kernel.people.models import Purpose


def test_a_part_of_the_details_leaves_the_rest_as_it_was(amina) -> None:
    her = register(amina, full_name="Amina", phone="+9779801234567")
    form = PartOfDetailsForm({"birth": "1990"}, step="birth", person=her, known={})
    assert form.is_valid(), form.errors
    assert (form.value.full_name, form.value.birth) == ("Amina", "1990")
    assert form.value.phone == "+9779801234567"


def test_what_the_account_knows_is_filled_in() -> None:
    form = PartOfDetailsForm(
        None, step="contact", person=None, known={"phone": "+9779801234567", "email": ""}
    )
    assert "+9779801234567" in str(form["phone"])


def test_a_skill_nobody_suggested_cannot_be_ticked() -> None:
    form = SuggestedForm({"skills": ["http://x/2"]}, suggested=[("http://x/1", "Welding")])
    assert not form.is_valid()


def test_nothing_is_agreed_to_beforehand() -> None:
    assert "checked" not in str(ConsentForm()["purposes"])
    form = ConsentForm({"purposes": ["matching"]})
    assert form.is_valid()
    assert form.chosen() == [Purpose.MATCHING]
