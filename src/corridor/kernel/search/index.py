"""One interface over the full text of both databases."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from itertools import islice
from typing import Any

from django.db import connection
from django.db.models import QuerySet

from corridor.kernel.search.engines import question
from corridor.kernel.search.folding import fold, words
from corridor.kernel.search.models import Entry
from corridor.kernel.search.snippets import Snippet, snippet

WORDS_ASKED_MAX = 12
WORD_LENGTH_MAX = 60
# PostgreSQL refuses a longer text; what stands behind it is not found by its words.
FOLDED_LENGTH_MAX = 200_000
CHUNK = 500
LIMIT_MAX = 1_000
# A title that is the question comes first, then titles that begin with it.
LEAD = "CASE WHEN e.title_folded = %s THEN 0 WHEN e.title_folded LIKE %s THEN 1 ELSE 2 END"


@dataclass(frozen=True, kw_only=True)
class Text:
    """A text to be found: of the thing `key`, in `language` (such as "ar")."""

    key: str
    language: str
    title: str
    body: str = ""


@dataclass(frozen=True, kw_only=True)
class Hit:
    """Something found. `rank` counts from 1, the best; `snippet` is where it was found."""

    key: str
    language: str
    title: str
    rank: int
    snippet: Snippet


@dataclass(frozen=True)
class Index:
    """The texts of one kind of thing, such as Index("vacancies"), found by their words.

    Everything happens in the caller's transaction: what is rolled back was never put.
    """

    name: str

    def put(self, *, key: str | int, language: str, title: str, body: str = "") -> None:
        """Put a text, or put it in the place of the one before."""
        self.put_many([Text(key=str(key), language=language, title=title, body=body)])

    def put_many(self, texts: Iterable[Text]) -> int:
        """Put many texts, in batches; gives their number."""
        count = 0
        remaining = (self._entry(text) for text in texts)
        while batch := list(islice(remaining, CHUNK)):
            # The last text of the same key and language counts, as if put one by one.
            unique = {(entry.key, entry.language): entry for entry in batch}
            Entry.objects.bulk_create(
                unique.values(),
                update_conflicts=True,
                unique_fields=["index", "key", "language"],
                update_fields=["title", "body", "title_folded", "body_folded"],
            )
            count += len(batch)
        return count

    def remove(self, *keys: str | int) -> None:
        """Forget these things in every language."""
        self.entries().filter(key__in=[str(key) for key in keys]).delete()

    def clear(self) -> None:
        """Forget everything in this index."""
        self.entries().delete()

    def entries(self) -> QuerySet[Entry]:
        return Entry.objects.filter(index=self.name)

    def find(
        self, text: str, *, language: str | None = None, limit: int = 20, offset: int = 0
    ) -> list[Hit]:
        """What holds every word asked, or words beginning so; then what holds them inside words.

        Each thing is found once, in its best text, or only in `language`. A question without
        words finds nothing. Arabic, accents and case: see folding.
        """
        rows = self._ask(
            text,
            language,
            "SELECT key, language, title, body FROM best WHERE place = 1"
            " ORDER BY tier, lead, rank, title, key LIMIT %s OFFSET %s",
            [max(0, min(limit, LIMIT_MAX)), max(0, offset)],
        )
        asked = words(text)
        return [
            Hit(
                key=key,
                language=spoken,
                title=title,
                rank=max(0, offset) + place,
                snippet=snippet(body or title, asked),
            )
            for place, (key, spoken, title, body) in enumerate(rows, 1)
        ]

    def keys(self, text: str, *, language: str | None = None, limit: int = LIMIT_MAX) -> list[str]:
        """The keys of what `find` would give, best first, without the cost of its snippets."""
        rows = self._ask(
            text,
            language,
            "SELECT key FROM best WHERE place = 1 ORDER BY tier, rank, title, key LIMIT %s",
            [max(0, min(limit, LIMIT_MAX))],
        )
        return [key for (key,) in rows]

    def count(self, text: str, *, language: str | None = None) -> int:
        """How many things `find` would give without a limit."""
        rows = self._ask(text, language, "SELECT count(*) FROM best WHERE place = 1", [])
        return int(rows[0][0]) if rows else 0

    def _ask(
        self, text: str, language: str | None, answer: str, more: list[Any]
    ) -> list[tuple[Any, ...]]:
        asked = [word[:WORD_LENGTH_MAX] for word in words(text)[:WORDS_ASKED_MAX]]
        if not asked:
            return []
        candidates = question(self.name, asked, language)
        spoken = " AND e.language = %s" if language else ""
        sql = (
            f"WITH hit AS ({candidates.sql}), best AS ("  # noqa: S608 -- our own words only
            f"SELECT e.key, e.language, e.title, e.body, hit.tier, hit.rank, {LEAD} AS lead,"
            f" row_number() OVER (PARTITION BY e.key ORDER BY hit.tier, {LEAD}, hit.rank,"
            " e.language) AS place FROM hit JOIN search_entry e ON e.id = hit.id"
            f' WHERE e."index" = %s{spoken}) {answer}'
        )
        whole = " ".join(asked)
        leads = [whole, f"{whole}%"] * 2
        parameters = [
            *candidates.parameters,
            *leads,
            self.name,
            *([language] if language else []),
            *more,
        ]
        with connection.cursor() as cursor:
            cursor.execute(sql, parameters)
            rows: list[tuple[Any, ...]] = cursor.fetchall()
        return rows

    def _entry(self, text: Text) -> Entry:
        return Entry(
            index=self.name,
            key=text.key,
            language=text.language,
            title=text.title,
            body=text.body,
            title_folded=fold(text.title)[:FOLDED_LENGTH_MAX],
            body_folded=fold(text.body)[:FOLDED_LENGTH_MAX],
        )
