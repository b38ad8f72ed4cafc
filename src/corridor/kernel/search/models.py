"""What can be found by its words."""

from __future__ import annotations

from django.db import models


class Entry(models.Model):
    """One text of one thing in one language. Personal data: whatever its index was given.

    Kept until the app that put it there removes it. The words are indexed by the database itself
    (migration 0002), so that an entry and its index change in the same transaction.
    """

    index = models.CharField(max_length=40)
    key = models.CharField(max_length=120)
    language = models.CharField(max_length=8)
    title = models.TextField()
    body = models.TextField(blank=True)
    title_folded = models.TextField()
    body_folded = models.TextField(blank=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["index", "key", "language"], name="one_text_a_language")
        ]

    def __str__(self) -> str:
        return f"{self.index}/{self.key} ({self.language}): {self.title}"
