"""What can go wrong with a message."""

from django.utils.translation import gettext_lazy as _

from corridor.kernel.actors.api import CorridorError


class NoAddress(CorridorError):
    code = "messaging.no_address"
    status = 422
    sentence = _("There is no e-mail address or phone number to write to. Add one and send again.")


class TooLongForSms(CorridorError):
    code = "messaging.too_long_for_sms"
    status = 422
    sentence = _(
        "This SMS would take %(segments)s parts; at most %(most)s are sent. Shorten the text."
    )


class CarrierRefused(Exception):
    """The carrier will never deliver this message: trying again is of no use."""
