"""The world's coastlines for small maps, from Natural Earth's land at 1:110 million (TopoJSON)."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from corridor.kernel.places.errors import NothingToLoad
from corridor.kernel.places.loaders.simplifying import Ring, simplified
from corridor.kernel.places.models import Outline
from corridor.kernel.places.registry import Prepared, Progress, loader
from corridor.kernel.places.tables import Findings, checksum

FILE = "land-110m.json"
LAND = "land"


@loader(
    "natural-earth",
    title=gettext_lazy("Coastlines for maps: Natural Earth land, 1:110 million"),
    source="Natural Earth 1:110m land, as TopoJSON in world-atlas",
    licence="Public domain (Natural Earth); ISC (world-atlas)",
    attribution="Made with Natural Earth.",
)
def prepare(path: Path | None, progress: Progress) -> Prepared:
    """Read land-110m.json, from a folder or by itself, and draw it with fewer points."""
    given = path or Path()
    file = given / FILE if given.is_dir() else given
    if not file.is_file():
        raise NothingToLoad(name="natural-earth", path=str(path))
    findings = Findings("natural-earth")
    rings = read_land(file, findings)
    findings.refuse_if_any()
    progress(_("reading %(what)s") % {"what": file.name}, len(rings))
    drawn = simplified(rings)
    points = sum(len(ring) for ring in drawn)
    return Prepared(
        version="110m",
        sha256=checksum([file]),
        write=lambda _progress: put_land(drawn) | {"points": points},
    )


def put_land(rings: list[Ring]) -> dict[str, int]:
    """Keep these coastlines in the place of those there were."""
    flat = [[coordinate for point in ring for coordinate in point] for ring in rings]
    Outline.objects.update_or_create(name=LAND, defaults={"rings": flat})
    return {"coastlines": len(rings)}


def read_land(file: Path, findings: Findings) -> list[Ring]:
    """The outer rings of the land, in degrees; faults go to `findings`."""
    try:
        topology = json.loads(file.read_bytes())
        arcs = decoded(topology)
        return [ring for polygon in polygons(topology) for ring in [joined(polygon[0], arcs)]]
    except (UnicodeDecodeError, json.JSONDecodeError) as error:
        message = _("the file is not JSON (%(reason)s)") % {"reason": error}
        findings.fault(file.name, 0, "", message)
    except (KeyError, IndexError, TypeError, ValueError) as error:
        message = _("the file is not TopoJSON with an object called land (%(reason)s)")
        findings.fault(file.name, 0, "", message % {"reason": repr(error)[:120]})
    return []


def decoded(topology: dict[str, Any]) -> list[Ring]:
    """The arcs in degrees: TopoJSON keeps them as whole steps from point to point."""
    (scale_x, scale_y), (start_x, start_y) = (
        topology["transform"]["scale"],
        topology["transform"]["translate"],
    )
    arcs = []
    for steps in topology["arcs"]:
        x = y = 0
        arc: Ring = []
        for step_x, step_y in steps:
            x, y = x + step_x, y + step_y
            longitude, latitude = x * scale_x + start_x, y * scale_y + start_y
            if not (-180.1 <= longitude <= 180.1 and -90.1 <= latitude <= 90.1):
                raise ValueError(f"({longitude:.1f}, {latitude:.1f}) is not on the globe")
            arc.append((longitude, latitude))
        arcs.append(arc)
    return arcs


def polygons(topology: dict[str, Any]) -> list[list[list[int]]]:
    """The polygons of the land, each a list of rings, each a list of arcs."""
    found: list[list[list[int]]] = []
    land = topology["objects"]["land"]
    for shape in land.get("geometries", [land]):
        found += [shape["arcs"]] if shape["type"] == "Polygon" else shape["arcs"]
    if not found:
        raise ValueError("no polygon")
    return found


def joined(numbers: list[int], arcs: list[Ring]) -> Ring:
    """Arcs end to end; a negative number is an arc walked backwards."""
    ring: Ring = []
    for number in numbers:
        arc = arcs[number] if number >= 0 else arcs[~number][::-1]
        ring += arc[1:] if ring else arc
    return ring
