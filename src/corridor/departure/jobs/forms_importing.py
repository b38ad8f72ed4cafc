"""A file of an employer's vacancies."""

from __future__ import annotations

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from corridor.departure.jobs.forms_hiring import agencies, employers
from corridor.departure.jobs.table import BYTES_MAX
from corridor.kernel.actors.api import Actor


class FileForm(forms.Form):
    organisation_id = forms.TypedChoiceField(label=_("Employer"), coerce=int)
    agency_id = forms.TypedChoiceField(
        label=_("Through the agency"), coerce=int, required=False, empty_value=None
    )
    file = forms.FileField(label=_("CSV or XLSX file"), allow_empty_file=True)

    def __init__(self, *args: Any, actor: Actor, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        own, through = employers(actor), agencies(actor)
        self.fields["organisation_id"].choices = own  # type: ignore[attr-defined]
        self.fields["agency_id"].choices = [("", _("None")), *through]  # type: ignore[attr-defined]
        if not through:
            del self.fields["agency_id"]

    def clean_file(self) -> bytes:
        """The bytes; a file too large is refused before it is read."""
        file = self.cleaned_data["file"]
        if file.size > BYTES_MAX:
            raise forms.ValidationError(_("This file is larger than can be read at once."))
        self.file_name = str(file.name)
        return bytes(file.read())
