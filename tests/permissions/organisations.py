"""Who gets what at the addresses of organisations. Hana answers for Harbour Works."""

from __future__ import annotations

from typing import Any

from tests.kernel.organisations.world import register
from tests.permissions.table import Row, only

Cast = dict[str, Any]


def harbour(cast: Cast) -> Cast:
    return {"number": register(cast["hana"]).pk}


def harbour_staff(cast: Cast) -> Cast:
    found = register(cast["hana"])
    return {"number": found.pk, "member": found.staff.get().pk}


ROWS: dict[str, Row] = {
    "organisations.own": only("chen", "hana"),
    "organisations.register": only("bodil", "chen", "hana"),
    "organisations.organisation": only("bodil", "farid", "hana", args=harbour),
    "organisations.change": only("bodil", "hana", args=harbour),
    "organisations.add_staff": only("bodil", "hana", args=harbour),
    "organisations.end_staff": only("bodil", "hana", args=harbour_staff, method="post", code=302),
    "organisations.list": only("bodil", "farid"),
    "organisations.at_the_desk": only("bodil", "farid", "hana", args=harbour),
    "organisations.verify": only("bodil", args=harbour),
    "organisations.license": only("bodil", args=harbour),
    "api:organisations.all": only("bodil", "farid", visitor=401),
    "api:organisations.mine": Row(everyone=200, codes={"visitor": 401}),
    "api:organisations.one": only("bodil", "farid", "hana", visitor=401, args=harbour),
    # A body that is missing is wrong whoever of those signed in sends it.
    "api:organisations.decisions": Row(
        everyone=400, codes={"visitor": 401}, method="post", args=harbour
    ),
    "api:organisations.licences": Row(
        everyone=400, codes={"visitor": 401}, method="post", args=harbour
    ),
    "api:organisations.staff": Row(
        everyone=400, codes={"visitor": 401}, method="post", args=harbour
    ),
}
