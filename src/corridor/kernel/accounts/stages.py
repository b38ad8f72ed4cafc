"""Which addresses must be confirmed before somebody is signed in."""

from __future__ import annotations

from typing import Any

from allauth.account.stages import EmailVerificationStage

from corridor.kernel.accounts.models import User


class AddressStage(EmailVerificationStage):
    """Ask for the code sent to an e-mail, unless a confirmed phone already says who it is."""

    def handle(self) -> Any:
        user = self.login.user
        if isinstance(user, User) and user.phone_verified and not self.login.email:
            return None, True
        return super().handle()
