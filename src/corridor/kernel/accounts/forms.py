"""Forms: thin, over allauth's where it has one."""

from __future__ import annotations

from typing import Any

from allauth.account import forms as account_forms
from allauth.account.adapter import get_adapter
from allauth.account.fields import PasswordField
from allauth.account.internal.userkit import filter_users_by_email
from django import forms
from django.conf import settings
from django.utils.translation import gettext_lazy as _

from corridor.kernel.accounts.acts.issue_token import TOKEN_NAME_LENGTH_MAX
from corridor.kernel.accounts.contacts import Contact
from corridor.kernel.accounts.fields import ContactField
from corridor.kernel.accounts.names import NAME_LENGTH_MAX
from corridor.kernel.accounts.permissions import INVITED_BY_OFFICERS
from corridor.kernel.accounts.reads import scopes_known
from corridor.kernel.accounts.wording import PASSWORD_HELP
from corridor.kernel.actors.api import Actor, Role

NAME_HELP = _("As you write it yourself, in any alphabet; one name is enough.")


class SignInForm(account_forms.LoginForm):
    """E-mail or phone, and the password."""

    def __init__(self, *args: Any, **options: Any) -> None:
        super().__init__(*args, **options)
        self.fields["login"] = ContactField()
        self.fields["password"].help_text = ""
        self.fields["remember"].label = _("Keep me signed in on this device")
        strip_placeholders(self)
        self.order_fields(["login", "password", "remember"])

    def clean_login(self) -> str:
        return str(self.cleaned_data["login"])


class SignUpForm(account_forms.SignupForm):
    """A name, one way to reach somebody, a password. Known contacts answer like new ones."""

    name = forms.CharField(
        label=_("Your name"),
        max_length=NAME_LENGTH_MAX,
        help_text=NAME_HELP,
        widget=forms.TextInput(attrs={"autocomplete": "name", "dir": "auto"}),
    )
    role = forms.ChoiceField(
        label=_("What brings you here?"),
        choices=[
            (Role.WORKER.value, _("I want to work abroad")),
            (Role.EMPLOYER.value, _("I am looking for workers")),
            (Role.AGENCY.value, _("We are a recruitment agency")),
        ],
        initial=Role.WORKER.value,
        widget=forms.RadioSelect,
    )
    field_order = ["role", "name", "contact", "password1"]

    def __init__(self, *args: Any, **options: Any) -> None:
        super().__init__(*args, **options)
        del self.fields["email"], self.fields["phone"]
        self.fields["contact"] = ContactField()
        self.fields["password1"].label = _("Choose a password")
        self.fields["password1"].help_text = PASSWORD_HELP
        strip_placeholders(self)
        self.order_fields(self.field_order)

    def clean_contact(self) -> Contact:
        """Give allauth the address or the number where it looks for them."""
        contact: Contact = self.cleaned_data["contact"]
        if contact.email:
            self.cleaned_data["email"] = self.validate_unique_email(contact.email)
        else:
            self.cleaned_data["phone"] = contact.phone
        return contact


class ResetPasswordForm(account_forms.ResetPasswordForm):
    """allauth calls the field `email`; a phone number is as good."""

    def __init__(self, *args: Any, **options: Any) -> None:
        super().__init__(*args, **options)
        self.fields["email"] = ContactField()

    def clean_email(self) -> str:
        contact: Contact = self.cleaned_data["email"]
        if contact.email:
            self.users = filter_users_by_email(
                contact.email, is_active=True, prefer_verified=True, for_login=True
            )
        else:
            user = get_adapter().get_user_by_phone(contact.phone)
            self.users = [user] if user and user.is_active else []
        return str(contact)


class ProfileForm(forms.Form):
    """One's own name and language."""

    name = forms.CharField(
        label=_("Your name"),
        max_length=NAME_LENGTH_MAX,
        required=False,
        help_text=NAME_HELP,
        widget=forms.TextInput(attrs={"autocomplete": "name", "dir": "auto"}),
    )
    language = forms.ChoiceField(
        label=_("Language"),
        choices=settings.LANGUAGES,
        help_text=_("Pages and messages to you are in this language."),
    )


class JoinForm(forms.Form):
    """Open an account by invitation."""

    name = ProfileForm.base_fields["name"]
    password = PasswordField(
        label=_("Choose a password"), help_text=PASSWORD_HELP, autocomplete="new-password"
    )

    def __init__(self, *args: Any, **options: Any) -> None:
        super().__init__(*args, **options)
        strip_placeholders(self)


class InvitationForm(forms.Form):
    """Whom to invite, to what."""

    contact = ContactField(
        widget=forms.TextInput(attrs={"autocomplete": "off", "dir": "ltr"}),
    )
    role = forms.ChoiceField(label=_("Role"))
    language = forms.ChoiceField(
        label=_("Language of the message"), choices=settings.LANGUAGES, initial="en"
    )

    def __init__(self, *args: Any, actor: Actor, **options: Any) -> None:
        super().__init__(*args, **options)
        everyone = actor.has(Role.ADMINISTRATOR)
        self.fields["role"].choices = [  # type: ignore[attr-defined]
            (role.value, role.label) for role in Role if everyone or role in INVITED_BY_OFFICERS
        ]


class RoleForm(forms.Form):
    """One role to grant or revoke."""

    role = forms.ChoiceField(label=_("Role"), choices=[(role.value, role.label) for role in Role])

    def clean_role(self) -> Role:
        return Role(self.cleaned_data["role"])


class PeopleFilterForm(forms.Form):
    """Find somebody who signs in."""

    text = forms.CharField(label=_("Name, e-mail or phone"), max_length=200, required=False)
    role = forms.ChoiceField(
        label=_("Role"),
        required=False,
        choices=[("", _("Any role")), *((role.value, role.label) for role in Role)],
    )


class TokenForm(forms.Form):
    """A name to know the token by, what it may do, how long it lives."""

    name = forms.CharField(
        label=_("What is it for?"),
        max_length=TOKEN_NAME_LENGTH_MAX,
        help_text=_("So that you know it again, such as “nightly import”."),
        widget=forms.TextInput(attrs={"dir": "auto"}),
    )
    days = forms.TypedChoiceField(
        label=_("How long does it live?"),
        coerce=int,
        choices=[(7, _("7 days")), (30, _("30 days")), (90, _("90 days")), (365, _("1 year"))],
        initial=30,
    )
    scopes = forms.MultipleChoiceField(
        label=_("What may it do?"),
        help_text=_("Never more than you may yourself. Choose as little as it needs."),
        widget=forms.CheckboxSelectMultiple,
    )

    def __init__(self, *args: Any, **options: Any) -> None:
        super().__init__(*args, **options)
        self.fields["scopes"].choices = [  # type: ignore[attr-defined]
            (scope, scope) for scope in scopes_known()
        ]


def strip_placeholders(form: forms.Form) -> None:
    """A placeholder vanishes while one types and reads like an answer: labels say it better."""
    for field in form.fields.values():
        field.widget.attrs.pop("placeholder", None)
