"""allauth's forms in our words: our labels, no placeholders, digits of any script."""

from __future__ import annotations

import unicodedata
from typing import Any

from allauth.account import forms as account
from allauth.mfa.base import forms as mfa
from allauth.mfa.totp.forms import ActivateTOTPForm
from allauth.mfa.webauthn.forms import AddWebAuthnForm, EditWebAuthnForm
from django import forms
from django.utils.translation import gettext_lazy as _
from django_stubs_ext import StrOrPromise

PASSWORD_HELP = _("At least 10 characters; a few words in a row are easy to keep in mind.")
LABELS: dict[str, StrOrPromise] = {
    "code": _("Code"),
    "email": _("New e-mail address"),
    "name": _("A name for it"),
    "oldpassword": _("Your password until now"),
    "password": _("Password"),
    "password1": _("New password"),
    "password2": _("New password, once more"),
    "passwordless": _("Let it open my account by itself"),
}
HELP: dict[str, StrOrPromise] = {
    "name": _("So that you know which of your devices it is."),
    "oldpassword": "",
    "password": "",
    "password1": PASSWORD_HELP,
    "passwordless": _(
        "Then no password is asked for: the device asks for your finger, your face or its PIN."
    ),
}


def western_digits(text: str) -> str:
    """Digits of any script as 0 to 9: phones set to Arabic or Bengali write their own."""
    return "".join(
        str(digit) if (digit := unicodedata.decimal(character, None)) is not None else character
        for character in text
    )


class OurWords(forms.Form):
    """Mixed in before one of allauth's forms."""

    def __init__(self, *args: Any, **options: Any) -> None:
        super().__init__(*args, **options)
        for name, field in self.fields.items():
            field.widget.attrs.pop("placeholder", None)
            field.label = LABELS.get(name, field.label)
            field.help_text = HELP.get(name, field.help_text)
            if name == "code":
                field.widget.attrs.update({"dir": "ltr", "inputmode": "text"})
            if name == "name":
                field.widget.attrs["dir"] = "auto"


class OurCode(OurWords):
    """The same for a form that takes a code."""

    def clean_code(self) -> str:
        self.cleaned_data["code"] = western_digits(self.cleaned_data["code"])
        code: str = super().clean_code()  # type: ignore[misc]  # of the form it is mixed into
        return code


class EmailCodeForm(OurCode, account.ConfirmEmailVerificationCodeForm):
    pass


class PhoneCodeForm(OurCode, account.VerifyPhoneForm):
    pass


class ResetCodeForm(OurCode, account.ConfirmPasswordResetCodeForm):
    pass


class ResetKeyForm(OurWords, account.ResetPasswordKeyForm):
    pass


class ChangePasswordForm(OurWords, account.ChangePasswordForm):
    pass


class SetPasswordForm(OurWords, account.SetPasswordForm):
    pass


class ReauthenticateForm(OurWords, account.ReauthenticateForm):
    pass


class ChangeEmailForm(OurWords, account.AddEmailForm):
    pass


class SecondFactorForm(OurCode, mfa.AuthenticateForm):
    pass


class SecondFactorAgainForm(OurCode, mfa.ReauthenticateForm):
    pass


class AppForm(OurCode, ActivateTOTPForm):
    pass


class PasskeyForm(OurWords, AddWebAuthnForm):
    pass


class PasskeyNameForm(OurWords, EditWebAuthnForm):
    pass
