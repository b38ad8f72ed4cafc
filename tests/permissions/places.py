"""The code lists are public; what is loaded is shown at the desk."""

from __future__ import annotations

from typing import Any

from tests.permissions.table import STAFF, Row, only, public


def welder(_cast: dict[str, Any]) -> dict[str, Any]:
    from corridor.kernel.actors.api import COMMAND_LINE
    from corridor.kernel.places import api as places

    places.load(actor=COMMAND_LINE, name="starter")
    return {"code": "7212.3"}


def ethiopia(cast: dict[str, Any]) -> dict[str, Any]:
    welder(cast)
    return {"code": "ETH"}


ROWS: dict[str, Row] = {
    "places.occupations": public(),
    "places.occupation": public(args=welder),
    "places.data_sets": only(*STAFF),
    "api:countries": public(),
    "api:country": public(args=ethiopia),
    "api:currencies": public(),
    "api:isco": public(),
    # Without a question the request itself is wrong, whoever sends it.
    "api:occupations": Row(everyone=422),
    "api:skills": Row(everyone=422),
    "api:occupation": public(args=welder),
}
