"""What is written at the desk: a proposal, and the reason for a decision."""

from __future__ import annotations

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from corridor.engines import rules
from corridor.kernel.places.api import in_language
from corridor.services.rules import drafts, reads
from corridor.services.rules.models import REASON_MAX, RuleTable

TEXT_MAX = 1_000_000


class TableField(forms.ModelChoiceField):  # type: ignore[type-arg]
    """A table by its title, with its code for those who keep several of one country."""

    def label_from_instance(self, obj: RuleTable) -> str:
        return f"{in_language(obj.title)} ({obj.code})"


class ProposalForm(forms.Form):
    """A whole table as TOML, or the rows of one that is there; a file goes before the text."""

    table = TableField(
        label=_("Table"),
        queryset=RuleTable.objects.filter(current__isnull=False),
        to_field_name="code",
        required=False,
        empty_label=_("A new table"),
        help_text=_("Choose it if your file is a spreadsheet with its rows."),
    )
    subject = forms.ChoiceField(label=_("Subject"), required=False, help_text=_("For a new table."))
    file = forms.FileField(
        label=_("File: TOML, CSV or XLSX"), required=False, allow_empty_file=True
    )
    text = forms.CharField(
        label=_("Or the whole table as text (TOML)"),
        required=False,
        max_length=TEXT_MAX,
        strip=False,
        widget=forms.Textarea(attrs={"rows": 18, "spellcheck": "false", "dir": "ltr"}),
    )
    note = forms.CharField(label=_("Why"), max_length=REASON_MAX)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        subjects: list[tuple[str, Any]] = [
            (name, in_language(title)) for name, title in reads.subjects()
        ]
        field = self.fields["subject"]
        assert isinstance(field, forms.ChoiceField)  # noqa: S101 - declared above
        field.choices = [("", "–"), *subjects]

    def clean(self) -> dict[str, Any]:
        said: dict[str, Any] = super().clean() or {}
        file, table = said.get("file"), said.get("table")
        if file is not None and not is_toml(file.name) and table is None:
            self.add_error("table", _("Say of which table these rows are."))
        if file is None and not said.get("text", "").strip():
            self.add_error("file", _("Give a file, or write the table below."))
        return said

    def read(self) -> rules.Table:
        """The table as it came in. Raises ProposalRefused with everything wrong."""
        file, table = self.cleaned_data["file"], self.cleaned_data["table"]
        if file is None:
            return drafts.table_of_toml(self.cleaned_data["text"].encode())
        # One byte above the most is enough for the reader to refuse the whole.
        data = file.read(drafts.BYTES_MAX + 1)
        if is_toml(file.name):
            return drafts.table_of_toml(data)
        return drafts.table_of_rows(reads.table_of(table.current), data)


def is_toml(name: str) -> bool:
    return not name.lower().endswith((".csv", ".xlsx"))


class ReasonForm(forms.Form):
    reason = forms.CharField(
        label=_("Why"), max_length=REASON_MAX, widget=forms.Textarea(attrs={"rows": 3})
    )
