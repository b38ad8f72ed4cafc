"""With whom a list of applicants is shared, until when."""

from __future__ import annotations

from django import forms
from django.utils.translation import gettext_lazy as _


class ShareForm(forms.Form):
    login = forms.CharField(
        label=_("The e-mail or phone a colleague signs in with"), required=False, max_length=254
    )
    organisation_id = forms.IntegerField(
        label=_("Or the number of a partner organisation"), required=False, min_value=1
    )
    valid_until = forms.DateField(label=_("Last day"), widget=forms.DateInput({"type": "date"}))
