"""Files that prove something."""

from __future__ import annotations

import secrets

from django.conf import settings
from django.db import models
from django.utils import timezone


def new_number() -> str:
    """What a document is called in its address: not guessable, not in sequence."""
    return secrets.token_urlsafe(12)


class Document(models.Model):
    """One stored file. Personal data: the file itself and its name.

    Kept as long as its owner; erased with them, or when it is removed.
    """

    number = models.CharField(max_length=24, unique=True, default=new_number, editable=False)
    # `people.Person:12`: apps above documents own files, so the owner is a name and not a key.
    owner = models.CharField(max_length=120)
    kind = models.CharField(max_length=40)
    name = models.CharField(max_length=200)
    media_type = models.CharField(max_length=60)
    size_bytes = models.PositiveBigIntegerField()
    sha256 = models.CharField(max_length=64)
    path = models.CharField(max_length=200, blank=True)
    expires_on = models.DateField(null=True, blank=True)
    uploaded_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.SET_NULL, null=True, blank=True, related_name="+"
    )
    uploaded_at = models.DateTimeField(default=timezone.now)
    removed_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        ordering = ["-uploaded_at", "-id"]
        indexes = [models.Index(fields=["owner", "kind"])]
        constraints = [
            models.CheckConstraint(
                name="document_has_a_file_until_removed",
                condition=~models.Q(path="") | models.Q(removed_at__isnull=False),
            ),
            models.CheckConstraint(
                name="document_is_not_empty", condition=models.Q(size_bytes__gt=0)
            ),
        ]

    def __str__(self) -> str:
        return f"{self.kind} {self.number}"
