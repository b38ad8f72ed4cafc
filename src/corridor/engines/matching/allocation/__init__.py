"""Allocation with quotas: who is placed where, in four modes on one market, with what proves it.

    market = from_shortlist(shortlist, places)   # or Market(…) with families, floors and quotas
    result = stable(market, seed=7)              # or ranked, best_total, over_time

See docs/engines/allocation.md for the modes in words, the maths and worked figures.
"""

from corridor.engines.matching.allocation.arrivals import Forecast, OverTime, over_time
from corridor.engines.matching.allocation.benefit import as_benefit, at_least_one_works
from corridor.engines.matching.allocation.checks import MarketRefused, Problem
from corridor.engines.matching.allocation.market import Floor, Group, Market, Member, Quota
from corridor.engines.matching.allocation.modes import best_total, ranked, stable
from corridor.engines.matching.allocation.packing import KeyOverflow
from corridor.engines.matching.allocation.reasons import Unplaced
from corridor.engines.matching.allocation.result import (
    Allocation,
    Certificate,
    Description,
    Fill,
    Placement,
    Price,
)
from corridor.engines.matching.allocation.shortlist import from_shortlist
from corridor.engines.matching.allocation.stability import blocking_edges

__all__ = [
    "Allocation",
    "Certificate",
    "Description",
    "Fill",
    "Floor",
    "Forecast",
    "Group",
    "KeyOverflow",
    "Market",
    "MarketRefused",
    "Member",
    "OverTime",
    "Placement",
    "Price",
    "Problem",
    "Quota",
    "Unplaced",
    "as_benefit",
    "at_least_one_works",
    "best_total",
    "blocking_edges",
    "from_shortlist",
    "over_time",
    "ranked",
    "stable",
]
