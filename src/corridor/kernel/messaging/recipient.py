"""To whom: an address or two, a user, a language."""

from __future__ import annotations

from dataclasses import dataclass

from corridor.kernel.messaging.models import Channel


@dataclass(frozen=True, kw_only=True)
class Recipient:
    """At least one way to reach someone. `phone` is E.164; `user_id` opens their messages page."""

    email: str | None = None
    phone: str | None = None
    user_id: int | None = None
    language: str = "en"

    def addresses(self) -> dict[Channel, str]:
        """Where a message goes when the sender names no channel: e-mail, else SMS; and the page."""
        found: dict[Channel, str] = {}
        if self.email:
            found[Channel.EMAIL] = self.email
        elif self.phone:
            found[Channel.SMS] = self.phone
        if self.user_id is not None:
            found[Channel.APP] = ""
        return found

    def address(self, channel: Channel) -> str | None:
        """The address on that channel, or None where there is none."""
        if channel is Channel.APP:
            return None if self.user_id is None else ""
        return self.email if channel is Channel.EMAIL else self.phone
