"""What can go wrong with accounts."""

from __future__ import annotations

from django.utils.translation import gettext_lazy as _

from corridor.kernel.actors.api import CorridorError


class AccountError(CorridorError):
    """Base of this app's refusals."""

    code = "accounts.error"


class ContactUnreadable(AccountError):
    code = "accounts.contact_unreadable"
    sentence = _(
        "This is neither an e-mail address nor a phone number. Write the address in full, or the "
        "number with its country code, such as +254 712 345 678."
    )


class ContactTaken(AccountError):
    code = "accounts.contact_taken"
    status = 409
    sentence = _(
        "An account with this e-mail address or phone number exists already. Use it, or give "
        "another address or number."
    )


class NameTooLong(AccountError):
    code = "accounts.name_too_long"
    sentence = _("The name has %(length)s characters; at most %(most)s are kept. Shorten it.")


class LanguageUnknown(AccountError):
    code = "accounts.language_unknown"
    sentence = _("%(language)s is not one of the languages here: %(known)s.")


class PasswordWeak(AccountError):
    code = "accounts.password_weak"
    sentence = _("This password is too easy to guess. %(why)s")


class LastAdministrator(AccountError):
    code = "accounts.last_administrator"
    status = 409
    sentence = _(
        "This is the only administrator. Make somebody else an administrator first; otherwise "
        "nobody could give out roles."
    )


class InvitationUnusable(AccountError):
    code = "accounts.invitation_unusable"
    status = 410
    sentence = _(
        "This invitation cannot be used: it has expired, was used already, or was withdrawn. Ask "
        "whoever invited you for a new one."
    )


class LastSecondFactor(AccountError):
    code = "accounts.last_second_factor"
    status = 409
    sentence = _(
        "Your role needs a second factor and this is the last one. Add another first, then remove "
        "this one."
    )


class ScopesUnknown(AccountError):
    code = "accounts.scopes_unknown"
    sentence = _("These scopes do not exist: %(unknown)s. Choose from the list on the page.")


class ExpiryOutOfRange(AccountError):
    code = "accounts.expiry_out_of_range"
    sentence = _("A token lives from 1 to %(most)s days; %(days)s was asked for.")


class TokenRefused(AccountError):
    """Unknown, expired and revoked tokens look alike from outside."""

    code = "accounts.token_refused"
    status = 401
    sentence = _(
        "This token is not valid: it is unknown, has expired or was revoked. Make a new one on "
        "your account's page, under Tokens."
    )


class SignInNeeded(AccountError):
    code = "accounts.sign_in_needed"
    status = 401
    sentence = _("Sign in, or send a token: Authorization: Bearer corridor_…")


class AccountIsErased(AccountError):
    code = "accounts.erased"
    status = 409
    sentence = _("This account was erased. It cannot be opened again; its owner may sign up anew.")


class UserUnknown(AccountError):
    code = "accounts.user_unknown"
    status = 404
    sentence = _("Nobody signs in as %(login)s. Check the address or the number.")
