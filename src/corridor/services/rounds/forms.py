"""The form that starts a round."""

from __future__ import annotations

import secrets
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from corridor.kernel.places import api as places
from corridor.services.rounds import floors
from corridor.services.rounds.draft import RoundDraft, draft_of
from corridor.services.rounds.models import Mode, Round
from corridor.services.rounds.presets import PRESETS, preset
from corridor.services.rounds.quotas import read_quotas, written

OWN = "own"


class RoundForm(forms.Form):
    title = forms.CharField(label=_("Title"), max_length=200)
    vacancies_isco = forms.ChoiceField(label=_("Vacancies: occupation group"), required=False)
    vacancies_country = forms.ChoiceField(label=_("Vacancies: country"), required=False)
    pool_who = forms.ChoiceField(
        label=_("Who is looked at"),
        required=False,
        choices=[
            ("", _("Everybody in the pool")),
            ("applicants", _("Those who applied, each for what they applied for")),
        ],
    )
    pool_isco = forms.ChoiceField(label=_("People: occupation group"), required=False)
    pool_country = forms.ChoiceField(label=_("People: country"), required=False)
    preset = forms.ChoiceField(
        label=_("Criteria"),
        choices=[*PRESETS.items(), (OWN, _("Our own, written below"))],
        initial="balanced",
        widget=forms.RadioSelect,
    )
    criteria = forms.CharField(
        label=_("Our own criteria (TOML)"),
        required=False,
        max_length=20_000,
        widget=forms.Textarea(attrs={"rows": 6}),
    )
    mode = forms.ChoiceField(
        label=_("How places are given"),
        choices=Mode.choices,
        initial=Mode.STABLE,
        widget=forms.RadioSelect,
    )
    quotas = forms.CharField(
        label=_("Quotas"),
        required=False,
        max_length=5_000,
        widget=forms.Textarea(attrs={"rows": 3}),
        help_text=_("One a line: “to DEU 40” or “from NPL 100”."),
    )
    floors = forms.CharField(
        label=_("Floors"),
        required=False,
        max_length=10_000,
        widget=forms.Textarea(attrs={"rows": 3}),
        help_text=_(
            "At least so many of a group are placed. One a line, with the law that allows it: “sex "
            "female 40%: Act 12, s. 4” or “age 18-25 10 to DEU: Act 12, s. 4”. Groups are made of "
            "sex, age, nationality or residence."
        ),
    )
    families_together = forms.BooleanField(
        label=_("Families who decide together get their places in one vacancy, or none"),
        required=False,
    )
    weeks = forms.IntegerField(
        label=_("Over how many weeks people came in"),
        min_value=2,
        max_value=52,
        required=False,
        help_text=_("For the mode over time: each person is served in the week they registered."),
    )
    top = forms.IntegerField(
        label=_("How many to list for each vacancy"), min_value=1, max_value=1_000, initial=50
    )
    seed = forms.IntegerField(
        label=_("Seed of the lottery"),
        min_value=0,
        max_value=2**53 - 1,
        help_text=_("Draw it in public where ties matter; it is published with the result."),
    )
    request_key = forms.CharField(max_length=40, widget=forms.HiddenInput)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        fresh = {"seed": secrets.randbelow(1_000_000), "request_key": secrets.token_urlsafe(16)}
        kwargs["initial"] = {**fresh, **(kwargs.get("initial") or {})}
        super().__init__(*args, **kwargs)
        groups = [("", _("All")), *((g.code, g.name) for g in places.occupation_groups())]
        countries = [("", _("All")), *((c.code, c.name) for c in places.countries())]
        for side in ("vacancies", "pool"):
            self.fields[f"{side}_isco"].choices = groups  # type: ignore[attr-defined]
            self.fields[f"{side}_country"].choices = countries  # type: ignore[attr-defined]

    @staticmethod
    def of(planned: Round) -> dict[str, Any]:
        """What the form begins with when a planned round is changed."""
        draft = draft_of(planned)
        wanted, pool = draft.vacancies_wanted, draft.pool_wanted
        return {
            "title": draft.title,
            "vacancies_isco": wanted.get("isco", ""),
            "vacancies_country": wanted.get("country", ""),
            "pool_who": pool.get("who", ""),
            "pool_isco": pool.get("isco", ""),
            "pool_country": pool.get("country", ""),
            "preset": OWN,
            "criteria": draft.criteria,
            "mode": draft.mode,
            "quotas": written(draft.quotas),
            "floors": floors.written(draft.floors),
            "families_together": draft.families_together,
            "weeks": draft.weeks or None,
            "top": draft.top,
            "seed": draft.seed,
        }

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean() or {}
        quotas, wrong = read_quotas(cleaned.get("quotas", ""))
        for field, _code, sentence in wrong:
            self.add_error(field, str(sentence))
        cleaned["quotas"] = tuple(quotas)
        found, wrong = floors.read_floors(cleaned.get("floors", ""))
        for field, _code, sentence in wrong:
            self.add_error(field, str(sentence))
        cleaned["floors"] = tuple(found)
        if cleaned.get("preset") == OWN and not cleaned.get("criteria"):
            self.add_error("criteria", _("Write the criteria, or choose one of the sets."))
        return cleaned

    def draft(self) -> RoundDraft:
        given = self.cleaned_data
        chosen = given["preset"]
        return RoundDraft(
            title=given["title"],
            criteria=given["criteria"] if chosen == OWN else preset(chosen),
            seed=given["seed"],
            mode=given["mode"],
            top=given["top"],
            quotas=given["quotas"],
            floors=given["floors"],
            families_together=given["families_together"],
            weeks=given["weeks"] or 0,
            vacancies_wanted={
                "isco": given["vacancies_isco"],
                "country": given["vacancies_country"],
            },
            pool_wanted={
                "who": given["pool_who"],
                "isco": given["pool_isco"],
                "country": given["pool_country"],
            },
        )
