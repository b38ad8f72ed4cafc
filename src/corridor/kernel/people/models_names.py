"""The words under which somebody's names are found."""

from __future__ import annotations

from django.db import models

NAME_WORD_BYTES = 64


class NameWord(models.Model):
    """A word of a name, as it is spelt or as it sounds. Personal data; kept as long as the name.

    Bytes, because every database orders those alike: what begins with a word is one range.
    """

    person = models.ForeignKey("people.Person", on_delete=models.CASCADE, related_name="name_words")
    word = models.BinaryField(max_length=NAME_WORD_BYTES)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["word", "person"], name="name_word_once")]

    def __str__(self) -> str:
        return bytes(self.word).decode(errors="replace")
