"""The filters of the verification queue, as they stand in its address."""

from __future__ import annotations

from django import forms
from django.utils.translation import gettext_lazy as _

from corridor.kernel.people import choices
from corridor.kernel.people.forms import ANY, Chosen
from corridor.kernel.people.waiting import PROVABLE, QueueFilter

EVIDENCE: list[choices.Choice] = [
    ("", _("With a document")),
    ("none", _("Without a document")),
    ("any", _("With or without")),
]
STAGES: list[choices.Choice] = [
    ("", _("Nobody has decided yet")),
    ("second", _("A second officer must confirm")),
]


class QueueForm(forms.Form):
    kind = forms.ChoiceField(
        label=_("Kind"), required=False, choices=[ANY, *((k.value, k.label) for k in PROVABLE)]
    )
    country = Chosen(
        choices.countries, empty=ANY, label=_("Nationality or residence"), required=False
    )
    evidence = forms.ChoiceField(label=_("Document"), required=False, choices=EVIDENCE)
    stage = forms.ChoiceField(label=_("Waiting for"), required=False, choices=STAGES)

    def wanted(self) -> QueueFilter:
        """The filters; nonsense in the address counts as not asked."""
        self.is_valid()
        return QueueFilter(**{name: self.cleaned_data.get(name, "") for name in self.fields})
