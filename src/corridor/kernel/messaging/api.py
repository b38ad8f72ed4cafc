"""The one door of messaging."""

from corridor.kernel.messaging.acts.forget import forget
from corridor.kernel.messaging.acts.read import mark_read
from corridor.kernel.messaging.acts.retry import retry_message
from corridor.kernel.messaging.acts.send import send
from corridor.kernel.messaging.carriers import SmsCarrier
from corridor.kernel.messaging.errors import CarrierRefused, NoAddress, TooLongForSms
from corridor.kernel.messaging.models import Channel, Message, State
from corridor.kernel.messaging.reads import counts_by_state, message_for, messages_of, outbox
from corridor.kernel.messaging.recipient import Recipient

__all__ = [
    "CarrierRefused",
    "Channel",
    "Message",
    "NoAddress",
    "Recipient",
    "SmsCarrier",
    "State",
    "TooLongForSms",
    "counts_by_state",
    "forget",
    "mark_read",
    "message_for",
    "messages_of",
    "outbox",
    "retry_message",
    "send",
]
