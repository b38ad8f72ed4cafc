"""The form of a document by photo."""

from __future__ import annotations

from typing import Any

from django import forms
from django.core.files import File
from django.utils.translation import gettext_lazy as _

FILES = "image/jpeg,image/png,image/webp,application/pdf"


class SeveralFilesInput(forms.ClearableFileInput):
    allow_multiple_selected = True


class SeveralFiles(forms.FileField):
    """Any number of files; the value is their list."""

    def clean(self, data: Any, initial: Any = None) -> list[File[bytes]]:
        given = data if isinstance(data, list | tuple) else [data] if data else []
        return [super(SeveralFiles, self).clean(each, initial) for each in given]


class PhotoForm(forms.Form):
    """A photo taken now, or files chosen; with both, the photo is the first page."""

    taken = forms.FileField(
        label=_("Take a photo now"),
        required=False,
        allow_empty_file=True,
        widget=forms.FileInput({"accept": "image/*", "capture": "environment"}),
    )
    chosen = SeveralFiles(
        label=_("Or choose photos or a PDF from your phone"),
        help_text=_("Up to 10 pages, 20 MB each. They become one document, in this order."),
        required=False,
        allow_empty_file=True,
        widget=SeveralFilesInput({"accept": FILES, "multiple": True}),
    )

    def clean(self) -> dict[str, Any]:
        cleaned: dict[str, Any] = super().clean() or {}
        if not self.errors and not self.uploads():
            raise forms.ValidationError(_("Take a photo or choose a file first."))
        return cleaned

    def uploads(self) -> list[File[bytes]]:
        taken = self.cleaned_data.get("taken")
        return [*([taken] if taken else []), *(self.cleaned_data.get("chosen") or [])]
