"""What the pages of assessments ask for."""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import date, datetime, time, timedelta
from typing import Any

from django import forms
from django.conf import settings
from django.utils.translation import gettext_lazy as _

from corridor.kernel.accounts import api as accounts
from corridor.kernel.organisations.api import Organisation
from corridor.services.assessments import reads, times
from corridor.services.assessments.drafts import SessionDraft, SlotDraft
from corridor.services.assessments.models import Method, SessionState

ANY = ("", _("Any"))
DAY = {"type": "date"}
HOUR = {"type": "time"}
BREAK = re.compile(r"(\d{1,2}:\d{2})\s*[-–]\s*(\d{1,2}:\d{2})")


class WordsForm(forms.Form):
    """An objection in the person's own words."""

    words = forms.CharField(
        label=_("What is wrong with it?"),
        max_length=2_000,
        widget=forms.Textarea(attrs={"rows": 5}),
        help_text=_("Say which line you mean and why. Somebody else looks at it."),
    )


class ReasonForm(forms.Form):
    """Why something is cancelled or sent back."""

    reason = forms.CharField(
        label=_("Reason"),
        max_length=500,
        widget=forms.Textarea(attrs={"rows": 3}),
        help_text=_("Those concerned read it."),
    )


class AnswerForm(forms.Form):
    """The answer to an objection."""

    upheld = forms.TypedChoiceField(
        label=_("Decision"),
        choices=[("no", _("The result stays")), ("yes", _("The objection is right"))],
        coerce=lambda said: said == "yes",
        widget=forms.RadioSelect,
    )
    answer = forms.CharField(
        label=_("Answer to the person"), max_length=2_000, widget=forms.Textarea(attrs={"rows": 4})
    )


class SessionsForm(forms.Form):
    """The filters of the list, as they stand in its address."""

    q = forms.CharField(
        label=_("Title, place, number"),
        required=False,
        max_length=100,
        widget=forms.TextInput(attrs={"type": "search"}),
    )
    method = forms.ChoiceField(label=_("Kind"), choices=[ANY, *Method.choices], required=False)
    state = forms.ChoiceField(
        label=_("Status"), choices=[ANY, *SessionState.choices], required=False
    )
    since = forms.DateField(label=_("From"), required=False, widget=forms.DateInput(attrs=DAY))
    until = forms.DateField(label=_("Until"), required=False, widget=forms.DateInput(attrs=DAY))

    def wanted(self) -> reads.Wanted:
        """The filters; nonsense in the address counts as not asked."""
        self.is_valid()
        said = self.cleaned_data
        return reads.Wanted(
            text=said.get("q", "").replace("\x00", ""),
            method=said.get("method", ""),
            state=said.get("state", ""),
            since=said.get("since"),
            until=said.get("until"),
        )


class ReferencesForm(forms.Form):
    """Whom to invite: reference numbers, as many as fit."""

    references = forms.CharField(
        label=_("Reference numbers"),
        max_length=100_000,
        required=False,
        widget=forms.Textarea(attrs={"rows": 6}),
        help_text=_("One a line, or with commas between."),
    )

    def listed(self) -> list[str]:
        return [one for one in re.split(r"[\s,;]+", self.cleaned_data["references"]) if one]


class ExaminersForm(forms.Form):
    """Who marks, by the e-mail or phone they sign in with."""

    examiners = forms.CharField(
        label=_("Examiners"),
        required=False,
        max_length=2_000,
        widget=forms.Textarea(attrs={"rows": 3}),
        help_text=_("The e-mail or phone each signs in with, one a line."),
    )

    def clean_examiners(self) -> list[int]:
        return users_called(self.cleaned_data["examiners"])


def users_called(text: str) -> list[int]:
    """Ids of the accounts of these logins. Raises ValidationError naming those that are none."""
    found, unknown = [], []
    for login in (one.strip() for one in re.split(r"[\n,;]+", text)):
        if login:
            user = accounts.user_by_login(login)
            if user is None:
                unknown.append(login)
            else:
                found.append(user.pk)
    if unknown:
        raise forms.ValidationError(
            _("Nobody signs in with %(logins)s."), params={"logins": ", ".join(unknown)}
        )
    return found


class OpenForm(ExaminersForm):
    """A new session. With minutes it becomes a day of appointments, each for one person."""

    organisation_id = forms.TypedChoiceField(
        label=_("For which organisation"), coerce=int, required=True
    )
    kind = forms.ChoiceField(label=_("Kind"))
    title = forms.CharField(label=_("Title"), max_length=200)
    day = forms.DateField(label=_("Day"), widget=forms.DateInput(attrs=DAY))
    begins = forms.TimeField(label=_("Begins"), widget=forms.TimeInput(attrs=HOUR))
    ends = forms.TimeField(
        label=_("Ends"),
        widget=forms.TimeInput(attrs=HOUR),
        help_text=_("An hour before the beginning is on the next day."),
    )
    time_zone = forms.ChoiceField(label=_("Time zone of the place"))
    places = forms.IntegerField(
        label=_("Places"), min_value=1, max_value=5_000, initial=20, required=False
    )
    minutes = forms.IntegerField(
        label=_("Minutes for each appointment"),
        min_value=5,
        max_value=480,
        required=False,
        help_text=_("For interviews: the day is cut into appointments for one person each."),
    )
    pause = forms.IntegerField(
        label=_("Minutes between two appointments"), min_value=0, max_value=240, required=False
    )
    breaks = forms.CharField(
        label=_("Breaks"),
        required=False,
        max_length=200,
        help_text=_("Such as 12:00-13:00, 15:30-15:45."),
    )
    place = forms.CharField(label=_("Place"), max_length=300, required=False)
    link = forms.URLField(
        label=_("Link, when online"), max_length=300, required=False, assume_scheme="https"
    )
    language = forms.CharField(
        label=_("Language"),
        max_length=3,
        required=False,
        help_text=_("The code of the language tested or spoken, such as ko or en."),
    )
    note = forms.CharField(
        label=_("What to bring and to know"),
        max_length=2_000,
        required=False,
        widget=forms.Textarea(attrs={"rows": 3}),
    )
    about = forms.CharField(
        label=_("Held for"), max_length=120, required=False, help_text=_("Such as R7/V12.")
    )
    field_order = (
        *(
            "organisation_id",
            "kind",
            "title",
            "day",
            "begins",
            "ends",
            "time_zone",
            "places",
            "minutes",
            "pause",
        ),
        *("breaks", "place", "link", "language", "note", "examiners", "about"),
    )

    def __init__(
        self,
        *args: Any,
        interviews: bool = False,
        organisations: Sequence[Organisation] = (),
        **kwargs: Any,
    ) -> None:
        """`organisations` are those it can be held for; asked only where there are several."""
        super().__init__(*args, **kwargs)
        self.only = organisations[0].pk if len(organisations) == 1 else None
        if len(organisations) > 1:
            own = [(str(one.pk), one.name) for one in organisations]
            self.fields["organisation_id"].choices = own  # type: ignore[attr-defined]
        else:
            del self.fields["organisation_id"]
        kinds = reads.kinds(offered=True)
        if interviews:
            kinds = kinds.filter(method=Method.INTERVIEW)
            self.fields["minutes"].required = True
            del self.fields["places"]
        choices: dict[str, Sequence[tuple[str, str]]] = {
            "kind": [(kind.code, kind.title) for kind in kinds],
            "time_zone": [(zone, zone.replace("_", " ")) for zone in times.zones()],
        }
        for name, listed in choices.items():
            self.fields[name].choices = listed  # type: ignore[attr-defined]
        self.fields["time_zone"].initial = settings.TIME_ZONE

    def clean(self) -> dict[str, Any]:
        said: dict[str, Any] = super().clean() or {}
        if not self.errors:
            try:
                said["slots"] = slots_of(said)
            except times.NoSuchTime as error:
                self.add_error("begins", str(error.sentence))
            except ValueError:
                self.add_error("breaks", _("Write breaks as 12:00-13:00."))
        return said

    def draft(self) -> SessionDraft:
        said = self.cleaned_data
        names = ("kind", "title", "time_zone", "place", "link", "language", "note", "about")
        return SessionDraft(
            **{name: said[name] for name in names},
            slots=said["slots"],
            examiners=tuple(dict.fromkeys(said["examiners"])),
            organisation_id=said.get("organisation_id", self.only),
        )


def slots_of(said: dict[str, Any]) -> tuple[SlotDraft, ...]:
    """One time with all places, or a day of appointments. Raises NoSuchTime, ValueError."""
    day, begins, ends, zone = (said[name] for name in ("day", "begins", "ends", "time_zone"))
    if not said.get("minutes"):
        stop = day + timedelta(days=1) if ends <= begins else day
        return (
            SlotDraft(
                starts_at=times.moment_at(day, begins, zone),
                ends_at=times.moment_at(stop, ends, zone),
                places=said.get("places") or 1,
            ),
        )
    cut = times.times_of_day(
        day=day,
        begins=begins,
        ends=ends,
        minutes=said["minutes"],
        pause_minutes=said.get("pause") or 0,
        breaks=breaks_of(said.get("breaks", "")),
        zone=zone,
    )
    return tuple(SlotDraft(starts_at=first, ends_at=last) for first, last in cut)


def breaks_of(text: str) -> list[tuple[time, time]]:
    """`12:00-13:00, 15:30-15:45` as hours. Raises ValueError."""
    parts = [part.strip() for part in text.split(",") if part.strip()]
    found = [BREAK.fullmatch(part) for part in parts]
    if not all(found):
        raise ValueError(text)
    return [(hour_of(match[1]), hour_of(match[2])) for match in found if match]


def hour_of(text: str) -> time:
    return datetime.strptime(text, "%H:%M").time()  # noqa: DTZ007 -- an hour, not a moment


class ChangeForm(forms.Form):
    """Another place, or another day and hour; everybody with a place is told."""

    place = forms.CharField(label=_("Place"), max_length=300, required=False)
    link = forms.URLField(
        label=_("Link, when online"), max_length=300, required=False, assume_scheme="https"
    )
    note = forms.CharField(
        label=_("What to bring and to know"),
        max_length=2_000,
        required=False,
        widget=forms.Textarea(attrs={"rows": 3}),
    )
    day = forms.DateField(label=_("Day"), widget=forms.DateInput(attrs=DAY))
    begins = forms.TimeField(label=_("Begins"), widget=forms.TimeInput(attrs=HOUR))

    def begins_at(self, zone: str) -> datetime:
        """Raises NoSuchTime."""
        day: date = self.cleaned_data["day"]
        return times.moment_at(day, self.cleaned_data["begins"], zone)


class FileForm(forms.Form):
    file = forms.FileField(label=_("CSV or XLSX file"), allow_empty_file=True)
