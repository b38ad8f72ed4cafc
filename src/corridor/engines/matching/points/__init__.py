"""Points systems: selection by a published table of points, with caps, pass marks and reasons.

    system = PointsSystem.from_toml(text)       # or shipped("eps-manufacturing")
    system.score({"korean": 72, "skill": 65})   # Points: total, lines, missing, passes

See docs/engines/points.md for the format, the maths and worked figures.
"""

from corridor.engines.matching.points.errors import FactsRefused, PointsRefused
from corridor.engines.matching.points.facts import Fact
from corridor.engines.matching.points.result import Change, Line, Points, PointsTable, Subtotal
from corridor.engines.matching.points.shipped import SHIPPED, shipped
from corridor.engines.matching.points.system import PointsSystem

__all__ = [
    "SHIPPED",
    "Change",
    "Fact",
    "FactsRefused",
    "Line",
    "Points",
    "PointsRefused",
    "PointsSystem",
    "PointsTable",
    "Subtotal",
    "shipped",
]
