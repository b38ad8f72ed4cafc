"""Which part of a list a caller of the API asks for; one type for all endpoints."""

from __future__ import annotations

from typing import Annotated

from ninja import Query

# Far beyond any list here, and far below what a database's OFFSET cannot hold.
OFFSET_MAX = 10_000_000

Offset = Annotated[int, Query(ge=0, le=OFFSET_MAX)]
