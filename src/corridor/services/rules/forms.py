"""What can be asked: the list's filters, and a form made from a table's typed inputs."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from typing import Any

from django import forms
from django.core.validators import RegexValidator
from django.utils.translation import gettext_lazy as _

from corridor.engines import rules
from corridor.kernel.places import api as places
from corridor.kernel.places.api import in_language
from corridor.services.rules import reads

FACT = "f_"
ABSENT = "_none"
DAY_WIDGET = {"type": "date"}


class WantedForm(forms.Form):
    """The filters of the list, as they stand in its address."""

    q = forms.CharField(
        label=_("Words in the rule"),
        required=False,
        max_length=100,
        widget=forms.TextInput(attrs={"type": "search"}),
    )
    country = forms.ChoiceField(label=_("Country"), required=False)
    subject = forms.ChoiceField(label=_("Subject"), required=False)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        anything = ("", _("Any"))
        named: list[tuple[str, Any]] = [
            (code, places.country_name(code)) for code in reads.countries()
        ]
        subjects: list[tuple[str, Any]] = [
            (name, in_language(title)) for name, title in reads.subjects()
        ]
        for name, choices in {"country": named, "subject": subjects}.items():
            field = self.fields[name]
            assert isinstance(field, forms.ChoiceField)  # noqa: S101 - declared above
            field.choices = [anything, *sorted(choices, key=lambda pair: str(pair[1]))]

    def wanted(self) -> reads.Wanted:
        """What was asked for; a filter that cannot be read narrows nothing."""
        self.is_valid()
        given = getattr(self, "cleaned_data", {})
        return reads.Wanted(
            text=given.get("q", ""),
            country=given.get("country", ""),
            subject=given.get("subject", ""),
        )


def choice(kind: Any) -> forms.Field:
    """A field for what is one of a few; nothing chosen is not known."""
    told: list[tuple[str, Any]]
    if kind.name == "boolean":
        told = [("true", _("Yes")), ("false", _("No"))]
    elif kind.name == "country":
        told = [(one.code, one.name) for one in places.countries()]
    else:
        told = [(code, code) for code in kind.codes]
    return forms.ChoiceField(choices=[("", _("I do not know")), *told])


def figure(kind: Any) -> forms.Field:
    """A field for what has an order, with its bounds."""
    if kind.name == "date":
        return forms.DateField(widget=forms.DateInput(attrs=DAY_WIDGET, format="%Y-%m-%d"))
    ends = [
        Decimal(kind.show(end).rpartition(" ")[2]) if end is not None else None
        for end in (kind.least, kind.most)
    ]
    if kind.name == "integer":
        return forms.IntegerField(min_value=kind.least, max_value=kind.most)
    return forms.DecimalField(
        max_digits=18, decimal_places=kind.places, min_value=ends[0], max_value=ends[1]
    )


def field_of(one: Any) -> forms.Field:
    """The field an input of a table is asked by; leaving it blank is not knowing."""
    kind = one.kind
    if kind.name in ("boolean", "country", "code"):
        field = choice(kind)
    elif kind.is_ordered:
        field = figure(kind)
    elif kind.name == "isco":
        digits = RegexValidator(r"^\d{1,4}$", _("One to four digits, such as 2221."))
        field = forms.CharField(max_length=4, validators=[digits])
        field.help_text = _("The occupation by its ISCO-08 code, such as 2221.")
    else:
        field = forms.CharField(max_length=200)
    field.required = False
    field.label = in_language(one.label)
    if kind.currency:
        field.label = f"{field.label} ({kind.currency})"
    return field


class AskForm(forms.Form):
    """The facts of a question, and the two days it is asked about; a GET form."""

    in_force = forms.DateField(
        label=_("By the law in force on"),
        widget=forms.DateInput(attrs=DAY_WIDGET, format="%Y-%m-%d"),
        required=False,
    )
    known = forms.DateField(
        label=_("As it was known on"),
        widget=forms.DateInput(attrs=DAY_WIDGET, format="%Y-%m-%d"),
        help_text=_("Leave both days as they are for the law of today."),
        required=False,
    )

    def __init__(self, table: rules.Table, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.table = table
        days = {name: self.fields.pop(name) for name in ("in_force", "known")}
        for name, one in table.inputs.items():
            self.fields[FACT + name] = field_of(one)
            if one.kind.optional:
                label = _("There is none: %(fact)s") % {"fact": in_language(one.label)}
                self.fields[FACT + name + ABSENT] = forms.BooleanField(label=label, required=False)
        self.fields.update(days)

    def facts(self) -> dict[str, str]:
        """What was said, as the engine reads it; call when the form is valid."""
        found = {}
        for name, one in self.table.inputs.items():
            given = self.cleaned_data.get(FACT + name)
            if self.cleaned_data.get(FACT + name + ABSENT):
                found[name] = "absent"
            elif given not in (None, ""):
                found[name] = written(one.kind, given)
        return found

    def days(self, today: date) -> dict[str, date]:
        return {name: self.cleaned_data.get(name) or today for name in ("in_force", "known")}

    def refuse(self, faults: list[tuple[str, str]]) -> None:
        """What the table itself cannot read stands beside its field."""
        for name, sentence in faults:
            self.add_error(FACT + name if FACT + name in self.fields else None, sentence)


def written(kind: Any, given: Any) -> str:
    if isinstance(given, date):
        return given.isoformat()
    text = f"{given:f}" if isinstance(given, Decimal) else str(given)
    return f"{kind.currency} {text}" if kind.name == "money" else text
