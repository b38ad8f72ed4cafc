"""The worked points systems that come with the engine, as TOML files to read and to copy."""

from __future__ import annotations

from pathlib import Path

from corridor.engines.matching.points.system import PointsSystem

FOLDER = Path(__file__).parent / "systems"
SHIPPED = ("canada-crs", "eps-fishery", "eps-manufacturing")


def shipped(name: str) -> PointsSystem:
    """One of SHIPPED; raises KeyError with the names there are."""
    if name not in SHIPPED:
        raise KeyError(f"There is no points system {name!r}; there are {', '.join(SHIPPED)}.")
    return PointsSystem.from_toml((FOLDER / f"{name}.toml").read_text(encoding="utf-8"))
