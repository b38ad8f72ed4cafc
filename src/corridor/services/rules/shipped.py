"""The packs that come with Corridor: folders to read, to copy and to correct."""

from __future__ import annotations

from functools import cache
from pathlib import Path

from corridor.engines import rules

FOLDER = Path(__file__).parent / "packs"
SHIPPED = tuple(sorted(path.name for path in FOLDER.iterdir() if (path / "pack.toml").is_file()))


@cache
def shipped(name: str) -> rules.Pack:
    """One of SHIPPED; raises KeyError with the names there are."""
    if name not in SHIPPED:
        raise KeyError(f"There is no pack {name!r}; there are {', '.join(SHIPPED)}.")
    return rules.read_pack(FOLDER / name)


def shipped_table(name: str) -> rules.Table:
    """A table as pack/table, such as recruitment/fee-caps; raises KeyError."""
    pack, _, table = name.partition("/")
    tables = shipped(pack).tables
    if table not in tables:
        raise KeyError(f"The pack {pack} has no table {table!r}; it has {', '.join(tables)}.")
    return tables[table]
