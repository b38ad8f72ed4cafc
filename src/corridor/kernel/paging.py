"""Which part of a list somebody asks for: one type for all endpoints, and pages of long lists."""

from __future__ import annotations

from typing import Annotated, Any

from django.core.paginator import Paginator
from django.db.models import QuerySet
from django.utils.functional import cached_property
from ninja import Query

# Far beyond any list here, and far below what a database's OFFSET cannot hold.
OFFSET_MAX = 10_000_000

Offset = Annotated[int, Query(ge=0, le=OFFSET_MAX)]


COUNT_MAX = 1_000


class BoundedPaginator(Paginator[Any]):
    """Pages over a list that may be very long: it is counted to COUNT_MAX, and no further.

    Behind that nobody turns pages; they narrow the list. `is_more` says that there is more.
    """

    @cached_property
    def counted(self) -> int:
        """As many as there are, at most one more than COUNT_MAX."""
        found: QuerySet[Any] = self.object_list  # type: ignore[assignment]
        return found.order_by()[: COUNT_MAX + 1].count()

    @cached_property
    def count(self) -> int:
        return min(self.counted, COUNT_MAX)

    @property
    def is_more(self) -> bool:
        return self.counted > COUNT_MAX
