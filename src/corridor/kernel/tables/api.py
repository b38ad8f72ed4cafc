"""The one door of tables."""

from corridor.kernel.tables.answers import asked_for, provide_notary
from corridor.kernel.tables.columns import Column, Kind, Table
from corridor.kernel.tables.errors import Fault, TableRefused
from corridor.kernel.tables.uploads import Faults, rows_of
from corridor.kernel.tables.writers import FORMATS, write

__all__ = [
    "FORMATS",
    "Column",
    "Fault",
    "Faults",
    "Kind",
    "Table",
    "TableRefused",
    "asked_for",
    "provide_notary",
    "rows_of",
    "write",
]
