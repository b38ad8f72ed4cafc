"""Who gets what at the addresses of organisations. Hana answers for Harbour Works."""

from __future__ import annotations

from datetime import date
from typing import Any

from tests.kernel.organisations.world import register
from tests.permissions.table import Row, only

Cast = dict[str, Any]


def harbour(cast: Cast) -> Cast:
    return {"number": register(cast["hana"]).pk}


def harbour_staff(cast: Cast) -> Cast:
    found = register(cast["hana"])
    return {"number": found.pk, "member": found.staff.get().pk}


def harbour_code(cast: Cast) -> Cast:
    from corridor.kernel.organisations import api as organisations

    found = register(cast["hana"])
    given, _code = organisations.authorise_agency(
        actor=cast["hana"].actor, employer=found, valid_until=date(2099, 12, 31)
    )
    return {"number": found.pk, "authorisation": given.pk}


def harbour_licence(cast: Cast) -> Cast:
    from tests.kernel.organisations.test_suspend import licensed

    found = register(cast["hana"])
    return {"number": found.pk, "licence": licensed(cast["bodil"], found).pk}


ROWS: dict[str, Row] = {
    "organisations.own": only("chen", "hana"),
    "organisations.register": only("bodil", "chen", "hana"),
    "organisations.organisation": only("bodil", "farid", "hana", args=harbour),
    "organisations.change": only("bodil", "hana", args=harbour),
    "organisations.add_staff": only("bodil", "hana", args=harbour),
    "organisations.end_staff": only("bodil", "hana", args=harbour_staff, method="post", code=302),
    "organisations.agencies": only("hana", args=harbour),
    "organisations.end_authorisation": only("hana", args=harbour_code, method="post", code=302),
    "organisations.suspend_licence": only("bodil", args=harbour_licence),
    "organisations.restore_licence": only("bodil", args=harbour_licence, method="post", code=302),
    "api:organisations.authorisations": only("bodil", "farid", "hana", visitor=401, args=harbour),
    "api:organisations.authorisation": only(
        "hana", visitor=401, args=harbour_code, method="delete", code=204
    ),
    "api:organisations.authorisation_accept": Row(
        everyone=400, codes={"visitor": 401}, method="post", args=harbour
    ),
    "api:organisations.licence_suspend": Row(
        everyone=400, codes={"visitor": 401}, method="post", args=harbour_licence
    ),
    "api:organisations.licence_restore": only(
        "bodil", visitor=401, args=harbour_licence, method="post"
    ),
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
    # Hana is its only owner: one must stay.
    "api:organisations.staff_member": only(
        "bodil", "hana", visitor=401, args=harbour_staff, method="delete", code=409
    ),
    "api:organisations.staff": Row(
        everyone=400, codes={"visitor": 401}, method="post", args=harbour
    ),
}
