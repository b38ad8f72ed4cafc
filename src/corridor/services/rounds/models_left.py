"""Who took back, after a list was made, what had put them on it."""

from __future__ import annotations

from django.db import models
from django.utils import timezone


class LeftOut(models.Model):
    """A place on a list that no offer goes to: they withdrew. Personal data: the link to it.

    Kept with the round; taken away when they agree again while the round is not closed. The place
    itself stays as it was worked out, so that the result can be worked out again.
    """

    result = models.OneToOneField(
        "rounds.Result", on_delete=models.CASCADE, related_name="left_out"
    )
    left_at = models.DateTimeField(default=timezone.now)

    def __str__(self) -> str:
        return f"{self.result_id} withdrew"
