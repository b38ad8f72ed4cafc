"""What can be asked of the list of vacancies, and a file of them."""

from __future__ import annotations

import re
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from corridor.departure.jobs import codes, reads, wanting, wording
from corridor.departure.jobs.models import Status
from corridor.kernel.places import api as places

CODE = re.compile(r"[0-9]{1,4}|[A-Z]{3}|[a-z]{2,3}")


class WantedForm(forms.Form):
    """The filters of the list, as they stand in its address."""

    q = forms.CharField(
        label=_("Words in the vacancy"),
        required=False,
        max_length=100,
        widget=forms.TextInput(attrs={"type": "search"}),
    )
    occupation = forms.ChoiceField(label=_("Occupation group"), required=False)
    country = forms.ChoiceField(label=_("Country"), required=False)
    language = forms.ChoiceField(label=_("Language of work"), required=False)
    pay = forms.IntegerField(
        label=_("Pays at least, a month"),
        required=False,
        min_value=1,
        max_value=wanting.PAY_MAX,
        help_text=_("Pay by the hour or day is reckoned with the hours a week."),
    )
    currency = forms.ChoiceField(label=_("in this currency"), required=False)
    housing = forms.ChoiceField(
        label=_("Housing"),
        required=False,
        choices=[("", _("Any")), *wording.HOUSING_WANTED.items()],
    )
    employer_pays = forms.BooleanField(label=_("The employer pays for recruitment"), required=False)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        anything = ("", _("Any"))
        kinds = reads.kinds_of_open()
        groups: list[tuple[str, Any]] = sorted(wording.group_names(kinds.groups).items())
        named = wording.country_names()
        countries: list[tuple[str, Any]] = [
            (code, name) for code, name in named.items() if code in kinds.countries
        ]
        languages: list[tuple[str, Any]] = [
            (code, places.language_name(code)) for code in kinds.languages
        ]
        for name, choices in {
            "occupation": groups,
            "country": countries,
            "language": languages,
            "currency": [(code, code) for code in kinds.currencies],
        }.items():
            given = str(self.data.get(name, ""))
            # A shared address keeps working when the last vacancy of its kind has gone.
            kept = CODE.fullmatch(given) and given not in dict(choices)
            gone = [(given, given)] if kept else []
            self.fields[name].choices = [anything, *choices, *gone]  # type: ignore[attr-defined]

    def clean_currency(self) -> str:
        """An amount alone says nothing: no rate between currencies is guessed."""
        chosen = str(self.cleaned_data["currency"])
        if self.cleaned_data.get("pay") and not codes.is_currency(chosen):
            raise forms.ValidationError(_("Choose the currency the amount is in."))
        return chosen

    def wanted(self) -> wanting.Wanted:
        """The filters; nonsense in the address counts as not asked."""
        self.is_valid()
        return wanting.of_address(self.cleaned_data)


class StatusForm(forms.Form):
    """The filter of the list at the desk."""

    status = forms.ChoiceField(
        label=_("Status"), choices=[("", _("Any")), *Status.choices], required=False
    )

    def chosen(self) -> str:
        return self.cleaned_data.get("status", "") if self.is_valid() else ""


class ImportForm(forms.Form):
    file = forms.FileField(label=_("CSV file"), allow_empty_file=True)
    publish = forms.BooleanField(label=_("Publish at once"), required=False)
