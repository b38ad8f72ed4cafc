"""People who sign in, and the roles they hold."""

from __future__ import annotations

from datetime import datetime
from typing import Any, ClassVar

from django.contrib.auth.base_user import AbstractBaseUser, BaseUserManager
from django.db import models
from django.db.models import Q
from django.utils import timezone

from corridor.kernel.actors.api import Role


class UserManager(BaseUserManager["User"]):
    def create_user(
        self,
        *,
        email: str | None = None,
        phone: str | None = None,
        password: str | None = None,
        **fields: Any,
    ) -> User:
        """Create one who signs in by e-mail, by phone (E.164), or by both."""
        user = self.model(email=(email or "").lower() or None, phone=phone or None, **fields)
        user.set_password(password)
        user.save(using=self._db)
        return user

    def get_by_natural_key(self, username: str | None) -> User:
        return self.get(Q(email__iexact=username) | Q(phone=username))


class User(AbstractBaseUser):
    """Someone who signs in. Personal data: e-mail, phone, name; kept until erased.

    After erasure the row stays with its number alone, so that the record still has a subject.
    """

    email = models.EmailField(unique=True, null=True, blank=True)
    phone = models.CharField(max_length=20, unique=True, null=True, blank=True)
    phone_verified = models.BooleanField(default=False)
    display_name = models.CharField(max_length=200, blank=True)
    language = models.CharField(max_length=8, default="en")
    is_active = models.BooleanField(default=True)
    date_joined = models.DateTimeField(default=timezone.now)
    erased_at = models.DateTimeField(null=True)

    objects: ClassVar[UserManager] = UserManager()

    USERNAME_FIELD = "email"
    EMAIL_FIELD = "email"
    REQUIRED_FIELDS: ClassVar[list[str]] = []

    class Meta:
        constraints = [
            models.CheckConstraint(
                name="user_has_email_or_phone",
                condition=Q(email__isnull=False) | Q(phone__isnull=False) | Q(is_active=False),
            ),
            models.CheckConstraint(
                name="user_erased_keeps_nothing",
                condition=Q(erased_at=None)
                | Q(email=None, phone=None, display_name="", is_active=False, last_login=None),
            ),
        ]

    def __str__(self) -> str:
        return self.display_name or f"user {self.pk}"

    @property
    def roles(self) -> frozenset[Role]:
        return frozenset(Role(grant.role) for grant in self.grants.all())


class RoleGrant(models.Model):
    """A role a user holds. Personal data: none beyond the link; kept as long as the account."""

    user = models.ForeignKey(User, on_delete=models.CASCADE, related_name="grants")
    role = models.CharField(max_length=20, choices=[(role.value, role.label) for role in Role])
    granted_at = models.DateTimeField(default=timezone.now)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["user", "role"], name="role_granted_once")]

    def __str__(self) -> str:
        return f"{self.user_id}: {self.role}"


class Invitation(models.Model):
    """An offer of a role, by a link that works once. Personal data: the e-mail or phone it was sent
    to; kept 90 days after it was used, withdrawn or expired.

    Only the SHA-256 of the link's code is kept.
    """

    email = models.EmailField(null=True, blank=True)
    phone = models.CharField(max_length=20, null=True, blank=True)
    role = models.CharField(max_length=20, choices=[(role.value, role.label) for role in Role])
    language = models.CharField(max_length=8, default="en")
    digest = models.CharField(max_length=64, unique=True)
    invited_by = models.ForeignKey(
        User, on_delete=models.SET_NULL, null=True, related_name="invitations_sent"
    )
    invited_at = models.DateTimeField(default=timezone.now)
    expires_at = models.DateTimeField()
    accepted_by = models.ForeignKey(
        User, on_delete=models.SET_NULL, null=True, related_name="invitations_accepted"
    )
    accepted_at = models.DateTimeField(null=True)
    revoked_at = models.DateTimeField(null=True)

    class Meta:
        ordering = ["-id"]
        constraints = [
            models.CheckConstraint(
                name="invitation_has_one_contact",
                condition=Q(email__isnull=False, phone__isnull=True)
                | Q(email__isnull=True, phone__isnull=False),
            ),
            models.CheckConstraint(
                name="invitation_accepted_or_revoked",
                condition=Q(accepted_at__isnull=True) | Q(revoked_at__isnull=True),
            ),
        ]

    def __str__(self) -> str:
        return f"invitation {self.pk}"

    @property
    def contact(self) -> str:
        return self.email or self.phone or ""

    def state(self, *, now: datetime) -> str:
        """`accepted`, `revoked`, `expired` or `open`."""
        if self.accepted_at:
            return "accepted"
        if self.revoked_at:
            return "revoked"
        return "expired" if self.expires_at <= now else "open"


class ApiToken(models.Model):
    """A key for a program that acts for its owner. Personal data: none beyond the link; kept as
    long as the account.

    Only the SHA-256 of the token is kept, with its first letters so that its owner knows it.
    """

    user = models.ForeignKey(User, on_delete=models.CASCADE, related_name="api_tokens")
    name = models.CharField(max_length=100)
    beginning = models.CharField(max_length=20)
    digest = models.CharField(max_length=64, unique=True)
    scopes = models.JSONField(default=list)
    created_at = models.DateTimeField(default=timezone.now)
    expires_at = models.DateTimeField()
    last_used_at = models.DateTimeField(null=True)
    revoked_at = models.DateTimeField(null=True)

    class Meta:
        ordering = ["-id"]

    def __str__(self) -> str:
        return f"token {self.pk}"

    def works(self, *, now: datetime) -> bool:
        return self.revoked_at is None and now < self.expires_at
