"""How each database answers: SQL that yields (entry id, tier, rank), the best lowest.

Tier 0 holds every word (or a word that begins so); tier 1 holds every word as a piece of a text.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from django.db import connection

PIECE_LENGTH_MIN = 3
PIECES_ON_POSTGRESQL = """
 UNION ALL SELECT id, 1, length(title_folded)::real FROM search_entry
 WHERE {holds} AND "index" = %s AND NOT words @@ to_tsquery('simple', %s)"""


@dataclass(frozen=True)
class Question:
    """SQL of the candidates, with its parameters in order."""

    sql: str
    parameters: list[Any]


def scope(index: str, language: str | None) -> list[str]:
    """The tokens every entry of an index carries, so that full text alone narrows to it."""
    mark = f"index{index.encode().hex()}"
    return [mark, f"{mark}in{language.encode().hex()}"] if language else [mark]


def question(index: str, words: list[str], language: str | None) -> Question:
    """Ask the database that is connected; `words` are folded and not empty."""
    pieces = words if min(map(len, words)) >= PIECE_LENGTH_MIN else []
    if connection.vendor == "postgresql":
        return on_postgresql(index, words, pieces, language)
    return on_sqlite(index, words, pieces, language)


def on_sqlite(index: str, words: list[str], pieces: list[str], language: str | None) -> Question:
    # Folded words are letters and digits only; in double quotes FTS5 takes nothing as syntax.
    within = " AND ".join(f'scope : "{token}"' for token in scope(index, language))
    begins = " AND ".join(f'"{word}"*' for word in words)
    match_words = f"{within} AND {{title_folded body_folded}} : ({begins})"
    sql = (
        "SELECT rowid AS id, 0 AS tier, bm25(search_words, 0, 10, 1) AS rank"
        " FROM search_words WHERE search_words MATCH %s"
    )
    parameters = [match_words]
    if pieces:
        match_pieces = " AND ".join(f'"{piece}"' for piece in pieces)
        sql += (
            " UNION ALL SELECT rowid, 1, bm25(search_pieces, 10, 1)"
            " FROM search_pieces WHERE search_pieces MATCH %s AND rowid NOT IN"
            " (SELECT rowid FROM search_words WHERE search_words MATCH %s)"
        )
        parameters += [match_pieces, match_words]
    return Question(sql, parameters)


def on_postgresql(
    index: str, words: list[str], pieces: list[str], language: str | None
) -> Question:
    begins = " & ".join(f"'{word}':*" for word in words)
    sql = (
        "SELECT id, 0 AS tier, -ts_rank(words, to_tsquery('simple', %s), 1) AS rank"
        " FROM search_entry WHERE words @@ to_tsquery('simple', %s) AND \"index\" = %s"
    )
    parameters: list[Any] = [begins, begins, index]
    if pieces:
        holds = " AND ".join(["(title_folded || ' ' || body_folded) LIKE %s"] * len(pieces))
        sql += PIECES_ON_POSTGRESQL.format(holds=holds)
        parameters += [*(f"%{piece}%" for piece in pieces), index, begins]
    return Question(sql, parameters)
