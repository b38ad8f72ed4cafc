"""What an officer may ask of the outbox."""

from __future__ import annotations

from django import forms
from django.utils.translation import gettext_lazy as _

from corridor.kernel.messaging.models import Channel, State

ALL = ("", _("All"))


class OutboxFilter(forms.Form):
    state = forms.ChoiceField(label=_("State"), choices=[ALL, *State.choices], required=False)
    channel = forms.ChoiceField(
        label=_("Channel"),
        choices=[ALL, *(choice for choice in Channel.choices if choice[0] != Channel.APP)],
        required=False,
    )
