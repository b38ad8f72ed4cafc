"""What can be wrong with an idempotency key."""

from __future__ import annotations

from django.utils.translation import gettext_lazy as _

from corridor.kernel.actors.api import CorridorError


class KeyUnreadable(CorridorError):
    code = "idempotency.key_unreadable"
    sentence = _("An Idempotency-Key has 1 to 200 printable ASCII characters; a UUID will do.")


class KeyUsedBefore(CorridorError):
    code = "idempotency.key_used_before"
    status = 409
    sentence = _("This Idempotency-Key came before with another request. Use a new key.")


class AnswerForgotten(CorridorError):
    code = "idempotency.answer_forgotten"
    status = 409
    sentence = _(
        "This request was done before, on %(day)s, and answered with %(status)s. The answer is no "
        "longer kept, because somebody's data were erased since."
    )


class KeyNeedsSomebody(CorridorError):
    code = "idempotency.key_needs_somebody"
    sentence = _("An Idempotency-Key needs somebody signed in. Send a token, or leave it out.")
