"""What an officer writes when a vacancy is checked."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from django import forms


class SendBackForm(forms.Form):
    """A sentence beside each field that needs correcting."""

    def __init__(self, *args: Any, fields: Mapping[str, Any], **more: Any) -> None:
        super().__init__(*args, **more)
        for name, label in fields.items():
            self.fields[name or "all"] = forms.CharField(
                label=label, required=False, max_length=1000
            )

    def reasons(self) -> dict[str, str]:
        return {
            "" if name == "all" else name: text
            for name, text in self.cleaned_data.items()
            if text.strip()
        }
