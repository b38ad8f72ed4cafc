"""Forms: one per kind of claim, and those around a profile.

Values are judged by `reading.read`, as they are by API and command line; forms only ask for them.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any, ClassVar

from django import forms
from django.utils.translation import gettext_lazy as _
from pydantic import BaseModel

from corridor.kernel.people import choices
from corridor.kernel.people.acts.verify_claim import VerificationDraft
from corridor.kernel.people.drafts import SEXES, PersonDraft
from corridor.kernel.people.errors import Unreadable
from corridor.kernel.people.kinds import VALUES, Kind
from corridor.kernel.people.models import Decision, Purpose, Relation, Visibility
from corridor.kernel.people.reading import read
from corridor.kernel.people.reads import PoolFilter

DAY = {"type": "date"}
ANY: choices.Choice = ("", _("Any"))


class Chosen(forms.ChoiceField):
    """One of a list that is made when the form is, in the reader's language."""

    def __init__(
        self,
        listed: Callable[[], list[choices.Choice]],
        *,
        empty: choices.Choice | None = None,
        **more: Any,
    ) -> None:
        if empty is None:
            empty = ("", _("Choose")) if more.get("required", True) else choices.NOT_SAID
        super().__init__(choices=lambda: [empty, *listed()], **more)


class ReadForm(forms.Form):
    """A form whose values are read as one typed value, `self.value`."""

    model: ClassVar[type[BaseModel]]
    value: Any

    def clean(self) -> dict[str, Any]:
        cleaned: dict[str, Any] = super().clean() or {}
        if self.errors:
            return cleaned
        try:
            self.value = read(self.model, self.said(cleaned))
        except Unreadable as error:
            for problem in error.problems:
                known = problem.field if problem.field in self.fields else None
                self.add_error(known, problem.sentence)
        return cleaned

    def said(self, cleaned: Mapping[str, Any]) -> dict[str, Any]:
        return {name: value for name, value in cleaned.items() if value is not False}


class DetailsForm(ReadForm):
    """Who a person says they are."""

    model = PersonDraft
    full_name = forms.CharField(
        label=_("Your name, as you write it"),
        help_text=_("All of it, in the order you use. One word is enough."),
        max_length=10_001,
    )
    native_name = forms.CharField(
        label=_("The same name in your own script"), required=False, max_length=10_001
    )
    given_name = forms.CharField(label=_("Given names"), required=False, max_length=10_001)
    family_name = forms.CharField(label=_("Family name"), required=False, max_length=10_001)
    birth = forms.CharField(
        label=_("Date of birth"),
        required=False,
        max_length=20,
        help_text=_("1987-03-12, or only 1987-03, or only 1987."),
    )
    sex = forms.ChoiceField(
        label=_("Sex"), required=False, choices=list(SEXES.items()), widget=forms.RadioSelect
    )
    nationality = Chosen(choices.countries, label=_("Nationality"), required=False)
    residence = Chosen(choices.countries, label=_("Country you live in"), required=False)
    email = forms.CharField(label=_("E-mail"), required=False, max_length=254)
    phone = forms.CharField(
        label=_("Phone"),
        required=False,
        max_length=40,
        help_text=_("With the country code, like +977 980 1234567."),
    )


class RegisterForm(DetailsForm):
    """Somebody registered by an officer or a centre, with what they agreed to on paper."""

    consents = forms.MultipleChoiceField(
        label=_("The person agreed to"),
        help_text=_("Only what they said or signed; you confirm it with your name."),
        choices=Purpose.choices,
        widget=forms.CheckboxSelectMultiple,
        required=False,
    )

    def said(self, cleaned: Mapping[str, Any]) -> dict[str, Any]:
        return super().said({name: cleaned[name] for name in cleaned if name != "consents"})


class ClaimForm(ReadForm):
    """Base of what is asked per kind; `kind` names it."""

    kind: ClassVar[Kind]

    def __init_subclass__(cls) -> None:
        super().__init_subclass__()
        cls.model = VALUES[cls.kind]


class OccupationForm(ClaimForm):
    kind = Kind.OCCUPATION
    label = forms.CharField(label=_("What you call this work"), max_length=300)
    isco = forms.CharField(label=_("Occupation group (ISCO-08)"), max_length=4)
    years = forms.CharField(label=_("Years you have done it"), required=False, max_length=4)
    esco = forms.CharField(required=False, max_length=200, widget=forms.HiddenInput)


class ExperienceForm(ClaimForm):
    kind = Kind.EXPERIENCE
    label = forms.CharField(label=_("What your work was"), max_length=300)
    employer = forms.CharField(label=_("Employer"), required=False, max_length=300)
    country = Chosen(choices.countries, label=_("Country"), required=False)
    from_date = forms.CharField(
        label=_("First day"), required=False, widget=forms.TextInput(DAY), max_length=10
    )
    until_date = forms.CharField(
        label=_("Last day"),
        required=False,
        widget=forms.TextInput(DAY),
        max_length=10,
        help_text=_("Leave empty if you still work there."),
    )
    isco = forms.CharField(
        label=_("Occupation group (ISCO-08), if you know it"), required=False, max_length=4
    )


class SkillForm(ClaimForm):
    kind = Kind.SKILL
    label = forms.CharField(label=_("What you can do"), max_length=300)
    level = forms.ChoiceField(
        label=_("How well"),
        required=False,
        choices=[choices.NOT_SAID, *choices.SKILL_LEVELS],
        widget=forms.RadioSelect,
    )
    esco = forms.CharField(required=False, max_length=200, widget=forms.HiddenInput)


class LanguageForm(ClaimForm):
    kind = Kind.LANGUAGE
    language = Chosen(choices.languages, label=_("Language"))
    cefr = forms.ChoiceField(label=_("How well"), choices=choices.CEFR, widget=forms.RadioSelect)


class QualificationForm(ClaimForm):
    kind = Kind.QUALIFICATION
    label = forms.CharField(label=_("Name of the diploma or certificate"), max_length=300)
    institution = forms.CharField(label=_("School"), required=False, max_length=300)
    country = Chosen(choices.countries, label=_("Country"), required=False)
    awarded_year = forms.CharField(label=_("Year you got it"), required=False, max_length=4)
    eqf = Chosen(
        choices.eqf,
        label=_("Level in the European framework (EQF)"),
        required=False,
        help_text=_("4 ends secondary school, 6 is a bachelor, 7 a master."),
    )


class LicenceForm(ClaimForm):
    kind = Kind.LICENCE
    label = forms.CharField(label=_("Name of the licence or permit"), max_length=300)
    gives = forms.ChoiceField(
        label=_("What it allows"), choices=choices.GIVES, widget=forms.RadioSelect
    )
    country = Chosen(choices.countries, label=_("Country"), required=False)
    number = forms.CharField(label=_("Number"), required=False, max_length=300)
    from_date = forms.CharField(
        label=_("Valid from"), required=False, widget=forms.TextInput(DAY), max_length=10
    )
    until_date = forms.CharField(
        label=_("Valid until"), required=False, widget=forms.TextInput(DAY), max_length=10
    )


class AvailabilityForm(ClaimForm):
    kind = Kind.AVAILABILITY
    from_date = forms.CharField(
        label=_("From which day"), required=False, widget=forms.TextInput(DAY), max_length=10
    )
    until_date = forms.CharField(
        label=_("Until which day"), required=False, widget=forms.TextInput(DAY), max_length=10
    )
    notice_weeks = forms.CharField(label=_("Notice in weeks"), required=False, max_length=3)
    hours = forms.ChoiceField(label=_("Hours"), choices=choices.HOURS, widget=forms.RadioSelect)


class WishForm(ClaimForm):
    kind = Kind.WISH
    label = forms.CharField(label=_("In your words"), required=False, max_length=300)
    country = Chosen(choices.countries, label=_("Country"), required=False)
    wage_monthly_min = forms.CharField(label=_("Least pay a month"), required=False, max_length=9)
    currency = Chosen(choices.currencies, label=_("Currency"), required=False)
    family_comes = forms.BooleanField(label=_("My family comes along"), required=False)


CLAIM_FORMS: dict[Kind, type[ClaimForm]] = {
    each.kind: each
    for each in (
        OccupationForm,
        ExperienceForm,
        SkillForm,
        LanguageForm,
        QualificationForm,
        LicenceForm,
        AvailabilityForm,
        WishForm,
    )
}


class FindForm(forms.Form):
    """The picker's search field; the list of what was found follows as radio buttons."""

    q = forms.CharField(
        label=_("Search by name"),
        max_length=100,
        required=False,
        widget=forms.TextInput(attrs={"type": "search"}),
    )


class VisibilityForm(forms.Form):
    visibility = forms.ChoiceField(
        label=_("Who may see this"), choices=Visibility.choices, widget=forms.RadioSelect
    )


class EvidenceForm(forms.Form):
    file = forms.FileField(
        label=_("Document that proves it"), help_text=_("PDF, JPEG, PNG or WebP, at most 10 MB.")
    )


class VerificationForm(ReadForm):
    model = VerificationDraft
    decision = forms.ChoiceField(
        label=_("Decision"), choices=Decision.choices, widget=forms.RadioSelect
    )
    reason = forms.CharField(
        label=_("What you saw, and why you decide so"),
        help_text=_("The person reads this."),
        max_length=1000,
        widget=forms.Textarea({"rows": 3}),
    )
    expires_on = forms.CharField(
        label=_("Last day it holds"),
        required=False,
        widget=forms.TextInput(DAY),
        max_length=10,
    )


class InviteForm(forms.Form):
    reference = forms.CharField(
        label=_("Their reference"), max_length=20, help_text=_("Such as K7M2-9QXT-4HB.")
    )
    relation = forms.ChoiceField(
        label=_("They are my"),
        choices=[each for each in Relation.choices if each[0] != Relation.SELF],
    )


class DependantForm(DetailsForm):
    """Somebody without an account, such as a child."""

    field_order = ["full_name", "birth", "relation"]
    native_name = given_name = family_name = None  # type: ignore[assignment]
    sex = nationality = residence = email = phone = None  # type: ignore[assignment]
    full_name = forms.CharField(label=_("Name"), max_length=10_001)
    relation = forms.ChoiceField(
        label=_("They are my"),
        choices=[each for each in Relation.choices if each[0] != Relation.SELF],
    )

    def said(self, cleaned: Mapping[str, Any]) -> dict[str, Any]:
        return {name: value for name, value in cleaned.items() if name != "relation"}


class MergeForm(forms.Form):
    other = forms.CharField(label=_("Reference of the other entry"), max_length=20)
    reason = forms.CharField(
        label=_("How you know that they are one person"),
        max_length=1000,
        widget=forms.Textarea({"rows": 3}),
    )

    def __init__(
        self, *given: Any, accounts: tuple[tuple[str, str], ...] = (), **more: Any
    ) -> None:
        """`accounts` are the two to choose from; nothing is asked where there are not two."""
        super().__init__(*given, **more)
        if accounts:
            self.fields["account"] = forms.ChoiceField(
                label=_("Both have an account: which stays?"),
                help_text=_("The other is closed, and its owner is told. Undoing opens it again."),
                choices=accounts,
                widget=forms.RadioSelect,
            )


class EraseForm(forms.Form):
    confirmation = forms.CharField(label=_("Write your reference"), max_length=20)


class EraseForThemForm(forms.Form):
    """An officer erases somebody who asked for it in writing."""

    request_number = forms.CharField(
        label=_("Number under which the written request is filed"),
        help_text=_("No names: this number stays when everything else is gone."),
        max_length=60,
    )
    confirmation = forms.CharField(label=_("Write the person's reference"), max_length=20)


class PoolForm(forms.Form):
    """The filters of the pool, as they stand in its address."""

    q = forms.CharField(
        label=_("Name or reference"),
        required=False,
        max_length=100,
        widget=forms.TextInput(attrs={"type": "search"}),
    )
    occupation = Chosen(
        choices.occupation_groups, empty=ANY, label=_("Occupation group"), required=False
    )
    country = Chosen(
        choices.countries, empty=ANY, label=_("Nationality or residence"), required=False
    )
    language = Chosen(choices.languages, empty=ANY, label=_("Language"), required=False)
    verified = forms.BooleanField(label=_("Something verified"), required=False)

    def wanted(self) -> PoolFilter:
        """The filters; nonsense in the address counts as not asked."""
        self.is_valid()
        cleaned = self.cleaned_data
        return PoolFilter(
            text=cleaned.get("q", ""),
            isco=cleaned.get("occupation", ""),
            country=cleaned.get("country", ""),
            language=cleaned.get("language", ""),
            verified=cleaned.get("verified", False),
        )
