"""The one door of idempotency."""

from corridor.kernel.idempotency.errors import (
    AnswerForgotten,
    KeyNeedsSomebody,
    KeyUnreadable,
    KeyUsedBefore,
)
from corridor.kernel.idempotency.keeping import HEADER, REPLAYED, forget_answers, with_key, within

__all__ = [
    "HEADER",
    "REPLAYED",
    "AnswerForgotten",
    "KeyNeedsSomebody",
    "KeyUnreadable",
    "KeyUsedBefore",
    "forget_answers",
    "with_key",
    "within",
]
