"""Forms of webhooks."""

from __future__ import annotations

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from corridor.kernel.actors.api import Actor, can
from corridor.kernel.organisations import api as organisations
from corridor.kernel.webhooks.models import URL_LENGTH_MAX, Endpoint, State
from corridor.kernel.webhooks.offered import event_types


class EndpointForm(forms.Form):
    name = forms.CharField(
        label=_("Name"),
        max_length=100,
        help_text=_("By which you know it again, such as the system it belongs to."),
    )
    url = forms.CharField(
        label=_("Address"),
        max_length=URL_LENGTH_MAX,
        widget=forms.URLInput,
        help_text=_("A whole https:// address that can be reached from the internet."),
    )
    event_types = forms.MultipleChoiceField(
        label=_("Tell it when"), widget=forms.CheckboxSelectMultiple
    )

    def __init__(self, *args: Any, **named: Any) -> None:
        super().__init__(*args, **named)
        self.fields["event_types"].choices = [  # type: ignore[attr-defined]
            (each.name, each.title) for each in event_types()
        ]


class NewEndpointForm(EndpointForm):
    """Also asks for whom, where there is a choice; `organisation` is then in `cleaned_data`."""

    organisation = forms.ModelChoiceField(
        label=_("For"), queryset=organisations.Organisation.objects.none(), required=False
    )
    field_order = ["organisation", "name", "url", "event_types"]

    def __init__(self, *args: Any, actor: Actor, **named: Any) -> None:
        super().__init__(*args, **named)
        field: Any = self.fields["organisation"]
        field.queryset = organisations.organisations_of(actor)
        at_the_desk = can(actor, "webhooks.desk")
        field.required = not at_the_desk
        field.empty_label = _("This installation") if at_the_desk else None
        if not at_the_desk and (only := field.queryset.first()) is not None:
            field.initial = only.pk


class LogForm(forms.Form):
    """What the log of deliveries is narrowed by."""

    state = forms.ChoiceField(
        label=_("State"), required=False, choices=[("", _("All")), *State.choices]
    )

    def wanted(self) -> str:
        return self.cleaned_data.get("state", "") if self.is_valid() else ""


def told(endpoint: Endpoint) -> dict[str, Any]:
    return {"name": endpoint.name, "url": endpoint.url, "event_types": endpoint.event_types}
