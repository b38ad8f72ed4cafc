"""The one door of rules: tables and packs from files, and those that are shipped."""

from corridor.services.rules.files import checked, pack, table
from corridor.services.rules.shipped import FOLDER, SHIPPED, shipped, shipped_table

__all__ = ["FOLDER", "SHIPPED", "checked", "pack", "shipped", "shipped_table", "table"]
