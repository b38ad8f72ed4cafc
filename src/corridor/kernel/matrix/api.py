"""The one door of the matrix."""

from corridor.kernel.matrix.claims import claims, not_yet, sums, unclaimed, unkept
from corridor.kernel.matrix.document import document
from corridor.kernel.matrix.reads import counts, standing, standing_by_section
from corridor.kernel.matrix.rows import parts, rows, sections

__all__ = [
    "claims",
    "counts",
    "document",
    "not_yet",
    "parts",
    "rows",
    "sections",
    "standing",
    "standing_by_section",
    "sums",
    "unclaimed",
    "unkept",
]
