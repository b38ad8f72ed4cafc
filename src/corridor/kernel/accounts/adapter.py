"""How allauth and Corridor fit together: phones, letters, throttles, second factors."""

from __future__ import annotations

from io import BytesIO
from typing import Any

import segno
from allauth.account.adapter import DefaultAccountAdapter
from allauth.mfa.adapter import DefaultMFAAdapter
from allauth.mfa.models import Authenticator
from django.db import transaction
from django.forms import Field, Form
from django.http import HttpRequest
from django.utils.translation import get_language, gettext
from django.utils.translation import gettext_lazy as _

from corridor.kernel.accounts.acts.grant_role import granted
from corridor.kernel.accounts.contacts import Contact, read_contact, read_phone
from corridor.kernel.accounts.errors import ContactUnreadable
from corridor.kernel.accounts.fields import PhoneField
from corridor.kernel.accounts.models import User
from corridor.kernel.accounts.sealing import seal, unseal
from corridor.kernel.accounts.second_factor import is_last_needed
from corridor.kernel.accounts.telling import tell_contact, tell_user
from corridor.kernel.actors.api import Actor, Role
from corridor.kernel.record import api as record

# allauth's letters, by the template of ours that says the same.
LETTERS = {
    "account/email/email_confirmation": "accounts/code",
    "account/email/email_confirmation_signup": "accounts/code",
    "account/email/password_reset_code": "accounts/reset_code",
    "account/email/unknown_account": "accounts/no_account",
    "account/email/account_already_exists": "accounts/account_exists",
}
SEALED_FOR = "accounts.second_factor"
PASSED_ON = ("code", "signup_url", "password_reset_url")


class AccountAdapter(DefaultAccountAdapter):
    """Accounts have an e-mail, a phone, or both; everything is sent through our outbox."""

    error_messages = {
        **DefaultAccountAdapter.error_messages,
        "email_password_mismatch": _("The e-mail address or the password is not right. Try again."),
        "phone_password_mismatch": _("The phone number or the password is not right. Try again."),
        "username_password_mismatch": ContactUnreadable.sentence,
        "invalid_login": ContactUnreadable.sentence,
        "too_many_login_attempts": _(
            "Too many attempts. Wait a quarter of an hour, then try again or reset your password."
        ),
        "incorrect_code": _("This code is not right. Look at the newest message we sent you."),
        "rate_limited": _("That was too often. Wait a minute, then try again."),
    }

    def get_login_stages(self) -> list[str]:
        ours = "corridor.kernel.accounts.stages.AddressStage"
        stages: list[str] = super().get_login_stages()
        return [ours if stage.endswith(".EmailVerificationStage") else stage for stage in stages]

    def save_user(self, request: HttpRequest, user: User, form: Form, commit: bool = True) -> User:
        """Put the phone in before the first save: an account needs one of the two.

        The role one signs up in opens one's own pages; whatever needs trust asks for verification.
        """
        user.phone = form.cleaned_data.get("phone") or None
        user.display_name = form.cleaned_data.get("name", "")
        user.language = (get_language() or "en").partition("-")[0]
        saved: User = super().save_user(request, user, form, commit)
        granted(actor=Actor(user_id=saved.pk), user=saved, role=Role(form.cleaned_data["role"]))
        return saved

    def phone_form_field(self, **options: Any) -> Field:
        return PhoneField(**options)

    def get_phone(self, user: User) -> tuple[str, bool] | None:
        return (user.phone, user.phone_verified) if user.phone else None

    def set_phone(self, user: User, phone: str, verified: bool) -> None:
        user.phone, user.phone_verified = phone, verified
        user.save(update_fields=["phone", "phone_verified"])

    def set_phone_verified(self, user: User, phone: str) -> None:
        with transaction.atomic():
            self.set_phone(user, phone, True)
            record.note(Actor(user_id=user.pk), "accounts.phone_confirmed", user)

    def get_user_by_phone(self, phone: str) -> User | None:
        return User.objects.filter(phone=phone).first()

    def send_verification_code_sms(self, user: User, phone: str, code: str, **_more: Any) -> None:
        tell_contact(
            Contact(phone=phone), "accounts/code", language=user.language, context={"code": code}
        )

    def send_account_already_exists_sms(self, phone: str) -> None:
        tell_contact(
            Contact(phone=phone),
            "accounts/account_exists",
            language=language_of(Contact(phone=phone)),
            context={},
        )

    def send_mail(self, template_prefix: str, email: str, context: dict[str, Any]) -> None:
        """Every letter of allauth's; a number where it has an e-mail gets a text message.

        Text to numbers nobody here has is not sent: it costs, and invites abuse.
        """
        contact = Contact(phone=email) if read_phone(email) else Contact(email=email)
        template = LETTERS[template_prefix]
        if contact.phone and template == "accounts/no_account":
            return
        kept = {name: str(context[name]) for name in PASSED_ON if name in context}
        tell_contact(contact, template, language=language_of(contact), context=kept)

    def send_notification_mail(
        self,
        template_prefix: str,
        user: User,
        context: dict[str, Any] | None = None,
        email: str | None = None,
    ) -> None:
        """Tell somebody that their sign-in changed, so that a stranger's change is noticed."""
        what = template_prefix.rpartition("/")[2]
        contact = Contact(email=email) if email else None
        if contact:
            tell_contact(
                contact, "accounts/changed", language=user.language, context={"what": what}
            )
        else:
            tell_user(user, "accounts/changed", context={"what": what})

    def _get_login_attempts_cache_key(self, request: HttpRequest, **credentials: Any) -> str:
        """Count attempts by e-mail or phone; allauth's own counts all phones as one."""
        return login_of(request, credentials)

    def get_password_change_redirect_url(self, request: HttpRequest) -> str:
        return "/me/account/"


def language_of(contact: Contact) -> str:
    """The language of whoever has this contact; the page's when nobody does."""
    if contact.phone:
        user = User.objects.filter(phone=contact.phone).first()
    else:
        user = User.objects.filter(email=contact.email).first()
    return user.language if user else (get_language() or "en").partition("-")[0]


def login_of(request: HttpRequest | None, credentials: dict[str, Any] | None) -> str:
    """The e-mail or phone an attempt is about: what axes and allauth count by."""
    given = credentials or {}
    login = given.get("email") or given.get("phone") or given.get("username") or ""
    try:
        return str(read_contact(login))
    except ContactUnreadable:
        return str(login)[:254].lower()


class SecondFactorAdapter(DefaultMFAAdapter):
    """Codes from an app, passkeys, recovery codes."""

    error_messages = {
        **DefaultMFAAdapter.error_messages,
        "incorrect_code": _(
            "This code is not right. Apps change it often: take the one shown now."
        ),
        "unverified_email": _("Confirm your e-mail address first; then set up a second factor."),
    }

    def get_totp_issuer(self) -> str:
        return "Corridor"

    def _get_site_name(self) -> str:
        return "Corridor"

    def _get_user_identifier(self, user: User) -> str:
        return user.email or user.phone or str(user)

    def build_totp_svg(self, url: str) -> str:
        """An SVG that stands alone, on white also where the page is dark."""
        drawn = BytesIO()
        segno.make(url, error="m").save(
            drawn, kind="svg", scale=5, border=4, light="white", xmldecl=False
        )
        return drawn.getvalue().decode()

    def encrypt(self, text: str) -> str:
        return seal(text, purpose=SEALED_FOR)

    def decrypt(self, encrypted_text: str) -> str:
        return unseal(encrypted_text, purpose=SEALED_FOR)

    def generate_authenticator_name(self, user: User, type: Authenticator.Type) -> str:
        """What a new passkey is called until its owner names it."""
        count = Authenticator.objects.filter(user=user, type=type).count()
        return gettext("Passkey %(number)s") % {"number": count + 1}

    def can_delete_authenticator(self, authenticator: Authenticator) -> bool:
        """allauth asks before it removes an app; for passkeys see views.RemovePasskey."""
        return not is_last_needed(authenticator)
