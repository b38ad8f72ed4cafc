"""A vacancy in four short forms, each a part of one draft, and the forms around it.

Values are judged by the draft, as they are by API and command line; forms only ask for them.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from decimal import Decimal
from typing import Any, ClassVar
from zlib import crc32

from django import forms
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from corridor.departure.jobs import codes, reads, wording
from corridor.departure.jobs.draft import SkillAsked, VacancyDraft
from corridor.departure.jobs.errors import Finding
from corridor.departure.jobs.models import Cost, Housing, PayBasis, Payer, PayPeriod
from corridor.kernel.actors.api import Actor
from corridor.kernel.organisations import api as organisations
from corridor.kernel.places import api as places

DAY = {"type": "date"}
LANGUAGE_ROWS = 4
CHOOSE = ("", _("Choose"))
NOT_STATED = ("", _("Not stated"))
SKILL_LEVELS = [("1", _("Basic")), ("2", _("Skilled")), ("3", _("Expert"))]


def countries() -> list[tuple[str, Any]]:
    return list(wording.country_names().items())


def key_of(skill: str) -> str:
    """A short name for the controls of a skill, the same whatever stands beside it."""
    return f"{crc32(skill.encode()):08x}"


def employers(actor: Actor) -> list[tuple[str, str]]:
    return [(str(each.pk), each.name) for each in organisations.employers_of(actor)]


def agencies(actor: Actor) -> list[tuple[str, str]]:
    own = organisations.organisations_of(actor)
    found = own.filter(kind=organisations.OrganisationKind.AGENCY)
    return [(str(each.pk), each.name) for each in found]


class PartForm(forms.Form):
    """Base: a part of a draft. `taken` are the draft's fields it shows."""

    taken: ClassVar[tuple[str, ...]] = ()

    def __init__(
        self, data: Mapping[str, Any] | None = None, *, actor: Actor, draft: VacancyDraft
    ) -> None:
        self.actor, self.draft = actor, draft
        super().__init__(data, initial=self.shown(draft))

    def shown(self, draft: VacancyDraft) -> dict[str, Any]:
        return {name: getattr(draft, name) for name in self.taken}

    def said(self) -> dict[str, Any]:
        """What was written, as fields of the draft."""
        return {
            name: value
            for name in self.taken
            if (value := self.cleaned_data.get(name)) is not None or name in NONE_IS_SAID
        }

    def written(self) -> VacancyDraft:
        return replace(self.draft, **self.said())

    def take(self, findings: list[Finding]) -> None:
        """Findings beside the fields they are about, else above the form."""
        for finding in findings:
            name = FORM_FIELDS.get(finding.field, finding.field)
            self.add_error(name if name in self.fields else None, str(finding.sentence))


# An empty field of these says that nothing is stated.
NONE_IS_SAID = {"eqf_least", "hours_weekly", "contract_months", "starts_on", "closes_on"}
FORM_FIELDS = {
    "organisation": "organisation_id",
    "agency": "agency_id",
    "order": "order_id",
    "pay_currency": "pay",
    "pay_period": "pay",
    "payers": "payer_recruitment",
    "languages": "language_1",
}


class JobForm(PartForm):
    """What the job is, where, and for whom."""

    taken = (
        *("title", "employer_name", "country", "place", "sector", "language", "description"),
        *("places", "starts_on"),
    )
    title = forms.CharField(label=_("Title"), max_length=10_001)
    employer_name = forms.CharField(
        label=_("Employer, as people know it"), required=False, max_length=10_001
    )
    country = forms.ChoiceField(
        label=_("Country of the work"), choices=lambda: [CHOOSE, *countries()]
    )
    place = forms.CharField(label=_("Town or place"), required=False, max_length=10_001)
    sector = forms.CharField(label=_("Sector"), required=False, max_length=10_001)
    language = forms.ChoiceField(
        label=_("Language you write in"), choices=lambda: list(places.languages())
    )
    description = forms.CharField(
        label=_("What the work is, in your words"),
        required=False,
        max_length=100_000,
        widget=forms.Textarea({"rows": 10}),
    )
    places = forms.IntegerField(label=_("How many people"), min_value=1)
    starts_on = forms.DateField(
        label=_("First day of work"), required=False, widget=forms.DateInput(DAY)
    )


class NewForm(forms.Form):
    """What is needed before there is a draft: for whom, and the title."""

    organisation_id = forms.ChoiceField(label=_("Employer"))
    agency_id = forms.ChoiceField(label=_("Posted by your agency"), required=False)
    title = forms.CharField(label=_("Title"), max_length=200)
    country = forms.ChoiceField(
        label=_("Country of the work"), choices=lambda: [CHOOSE, *countries()]
    )

    def __init__(self, *args: Any, actor: Actor, **more: Any) -> None:
        super().__init__(*args, **more)
        self.actor = actor
        own, let = agencies(actor), employers(actor)
        self.fields["organisation_id"].choices = let  # type: ignore[attr-defined]
        self.fields["agency_id"].choices = own  # type: ignore[attr-defined]
        self.fields["agency_id"].required = bool(own)
        if not own:
            del self.fields["agency_id"]

    def written(self) -> VacancyDraft:
        cleaned = self.cleaned_data
        employer = int(cleaned["organisation_id"])
        agency = cleaned.get("agency_id")
        own = employer in self.actor.organisation_ids
        return VacancyDraft(
            title=cleaned["title"],
            country=cleaned["country"],
            organisation_id=employer,
            agency_id=int(agency) if agency and not own else None,
        )


class NeedsForm(PartForm):
    """What people must bring."""

    taken = ("eqf_least", "years_least")
    eqf_least = forms.TypedChoiceField(
        label=_("Least qualification (European framework, EQF)"),
        required=False,
        coerce=int,
        empty_value=None,
        choices=[NOT_STATED, *((str(level), str(level)) for level in range(1, 9))],
        help_text=_("4 ends secondary school, 6 is a bachelor, 7 a master."),
    )
    years_least = forms.IntegerField(label=_("Least years of experience"), min_value=0, initial=0)
    licences = forms.CharField(
        label=_("Licences"),
        required=False,
        max_length=1000,
        help_text=_("Codes, separated by spaces."),
    )
    permits = forms.CharField(
        label=_("Permits"),
        required=False,
        max_length=1000,
        help_text=_("Codes, separated by spaces."),
    )
    countries_allowed = forms.MultipleChoiceField(
        label=_("Open to people from"),
        required=False,
        choices=countries,
        widget=forms.SelectMultiple({"size": 8}),
        help_text=_("Choose none if it is open to all."),
    )

    def __init__(self, *args: Any, **more: Any) -> None:
        super().__init__(*args, **more)
        spoken = [NOT_STATED, *places.languages()]
        levels = [(str(place), name) for place, name in enumerate(codes.CEFR_LEVELS, 1)]
        for row in range(1, LANGUAGE_ROWS + 1):
            self.fields[f"language_{row}"] = forms.ChoiceField(
                label=_("Language %(row)s") % {"row": row}, required=False, choices=spoken
            )
            self.fields[f"level_{row}"] = forms.ChoiceField(
                label=_("Least level of language %(row)s") % {"row": row},
                required=False,
                choices=[("0", _("Any level")), *levels],
            )
        self.skill_rows = self._skill_rows()

    def shown(self, draft: VacancyDraft) -> dict[str, Any]:
        found = {
            **super().shown(draft),
            "licences": " ".join(draft.licences),
            "permits": " ".join(draft.permits),
            "countries_allowed": list(draft.countries_allowed),
        }
        for row, (language, level) in enumerate(draft.languages.items(), 1):
            found |= {f"language_{row}": language, f"level_{row}": str(level)}
        return found

    def _skill_rows(self) -> list[dict[str, Any]]:
        """A row of controls for each skill of the draft."""
        names = wording.skill_names([each.skill for each in self.draft.skills])
        rows = []
        for asked in self.draft.skills:
            name, key = names[asked.skill], key_of(asked.skill)
            level, need, gone = f"skill_level_{key}", f"skill_need_{key}", f"skill_out_{key}"
            self.fields[level] = forms.ChoiceField(
                label=_("Level: %(skill)s") % {"skill": name},
                choices=SKILL_LEVELS,
                initial=str(asked.level_least),
            )
            self.fields[need] = forms.BooleanField(
                label=_("Needed"), required=False, initial=asked.essential
            )
            self.fields[gone] = forms.BooleanField(label=_("Take it out"), required=False)
            rows.append(
                {"name": name, "level": self[level], "need": self[need], "gone": self[gone]}
            )
        return rows

    @property
    def plain_fields(self) -> list[forms.BoundField]:
        """Everything but the rows of skills, in order."""
        return [each for each in self if not each.name.startswith("skill_")]

    def said(self) -> dict[str, Any]:
        cleaned = self.cleaned_data
        languages = {
            cleaned[f"language_{row}"]: int(cleaned[f"level_{row}"] or 0)
            for row in range(1, LANGUAGE_ROWS + 1)
            if cleaned.get(f"language_{row}")
        }
        # What has more languages than the form has rows keeps the others.
        rest = list(self.draft.languages.items())[LANGUAGE_ROWS:]
        skills = tuple(
            SkillAsked(
                skill=asked.skill,
                essential=cleaned[f"skill_need_{key_of(asked.skill)}"],
                level_least=int(cleaned[f"skill_level_{key_of(asked.skill)}"]),
            )
            for asked in self.draft.skills
            if not cleaned[f"skill_out_{key_of(asked.skill)}"]
        )
        return {
            **super().said(),
            "licences": tuple(cleaned["licences"].split()),
            "permits": tuple(cleaned["permits"].split()),
            "countries_allowed": tuple(cleaned["countries_allowed"]),
            "languages": {**languages, **dict(rest)},
            "skills": skills,
        }


class PayForm(PartForm):
    """What is paid, for how many hours and how long, and housing."""

    taken = (
        *("pay_currency", "pay_period", "pay_basis", "hours_weekly", "contract_months", "housing"),
    )
    pay = forms.DecimalField(
        label=_("Pay"), required=False, max_digits=15, decimal_places=3, min_value=Decimal("0.001")
    )
    pay_currency = forms.ChoiceField(
        label=_("Currency"),
        required=False,
        choices=lambda: [
            NOT_STATED,
            *((each.code, f"{each.code} {each.name}") for each in places.currencies()),
        ],
    )
    pay_period = forms.ChoiceField(
        label=pgettext_lazy("pay", "For"), required=False, choices=[NOT_STATED, *PayPeriod.choices]
    )
    pay_basis = forms.ChoiceField(
        label=_("This amount is"), required=False, choices=PayBasis.choices
    )
    hours_weekly = forms.IntegerField(label=_("Hours a week"), required=False, min_value=1)
    contract_months = forms.IntegerField(
        label=_("Length of the contract in months"),
        required=False,
        min_value=1,
        help_text=_("Leave empty if it has no end."),
    )
    housing = forms.ChoiceField(label=_("Housing"), required=False, choices=Housing.choices)

    def shown(self, draft: VacancyDraft) -> dict[str, Any]:
        found = super().shown(draft)
        if draft.pay_minor is not None and codes.is_currency(draft.pay_currency):
            amount = Decimal(draft.pay_minor) / codes.minor_units(draft.pay_currency)
            found["pay"] = f"{amount:f}"
        return found

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean() or {}
        amount, currency = cleaned.get("pay"), str(cleaned.get("pay_currency") or "")
        self.minor: int | None = None
        if amount is not None and codes.is_currency(currency):
            minor = amount * codes.minor_units(currency)
            if minor != minor.to_integral_value():
                self.add_error("pay", _("This currency has fewer decimals than that."))
            else:
                self.minor = int(minor)
        elif amount is not None:
            self.add_error("pay", _("Pay needs all three: amount, currency and period."))
        return cleaned

    def said(self) -> dict[str, Any]:
        return {**super().said(), "pay_minor": self.minor}


class CostsForm(PartForm):
    """Who pays for what, until when people can apply, and the order it draws on."""

    taken = ("closes_on",)

    def __init__(self, *args: Any, **more: Any) -> None:
        super().__init__(*args, **more)
        for cost in Cost:
            self.fields[f"payer_{cost}"] = forms.ChoiceField(
                label=cost.label, required=False, choices=[NOT_STATED, *Payer.choices]
            )
        self.fields["closes_on"] = forms.DateField(
            label=_("Last day to apply"), required=False, widget=forms.DateInput(DAY)
        )
        orders = reads.orders_to_draw(self.draft.organisation_id, keep=self.draft.order_id)
        self.fields["order_id"] = forms.TypedChoiceField(
            label=_("Job order it draws on"),
            required=False,
            coerce=int,
            empty_value=None,
            choices=[("", _("None")), *((str(each.pk), each.told()) for each in orders)],
        )

    def shown(self, draft: VacancyDraft) -> dict[str, Any]:
        payers = {f"payer_{cost}": payer for cost, payer in draft.payers.items()}
        return {**super().shown(draft), **payers, "order_id": draft.order_id}

    def said(self) -> dict[str, Any]:
        cleaned = self.cleaned_data
        payers = {
            str(cost): cleaned[f"payer_{cost}"] for cost in Cost if cleaned.get(f"payer_{cost}")
        }
        return {**super().said(), "payers": payers, "order_id": cleaned.get("order_id")}


PARTS: dict[str, type[PartForm]] = {
    "job": JobForm,
    "needs": NeedsForm,
    "pay": PayForm,
    "costs": CostsForm,
}
PART_TITLES: dict[str, Any] = {
    "job": _("The job"),
    "needs": _("What people bring"),
    "pay": _("Pay and hours"),
    "costs": _("Who pays what"),
}


class FindForm(forms.Form):
    q = forms.CharField(
        label=_("Words to look for"),
        max_length=100,
        widget=forms.TextInput({"type": "search"}),
    )
