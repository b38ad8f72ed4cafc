"""Which claims count, asked so that the partial index of the pool answers alone."""

from __future__ import annotations

from typing import Any

from django.db.models import CharField, Expression, OuterRef, QuerySet

from corridor.kernel.people.kinds import Kind
from corridor.kernel.people.models import Claim, ClaimStatus, Visibility


class Fixed(Expression):
    """One of our own words, written into the SQL itself.

    SQLite takes a partial index for covering only where the statement says its condition literally,
    not by a parameter; without that it looks up every claim (thirteen times the work).
    """

    output_field = CharField()

    def __init__(self, word: str) -> None:
        super().__init__()
        if not word.isidentifier():
            raise ValueError(word)
        self.word = word

    def as_sql(self, compiler: Any, connection: Any) -> tuple[str, tuple[()]]:
        return f"'{self.word}'", ()


def standing(kind: Kind, **columns: Any) -> QuerySet[Claim]:
    """Current claims of a kind that officers may see and no correction stands beside."""
    current = Claim.objects.filter(
        counts=True, status=Fixed(ClaimStatus.CURRENT.value), kind=kind.value, **columns
    )
    return current.exclude(visibility=Fixed(Visibility.ME.value))


def standing_of_each(kind: Kind, **columns: Any) -> QuerySet[Claim]:
    """The same claims, asked for the person of an outer query: `Exists(standing_of_each(…))`.

    Said so that SQLite, which may know no statistics, does not take the pool's index here, where
    it would read everybody's claims of the kind for each person.
    """
    shown = [each.value for each in Visibility if each != Visibility.ME]
    current = Claim.objects.filter(
        counts=True, status=ClaimStatus.CURRENT, kind=kind.value, visibility__in=shown, **columns
    )
    return current.filter(person=OuterRef("pk"))
