from datetime import UTC, date, datetime
from decimal import Decimal

import pytest

from corridor.kernel.actors.api import Role
from corridor.kernel.record.facts import FactRefused, as_facts


def test_ids_codes_numbers_and_dates_are_kept_as_plain_values() -> None:
    assert as_facts(
        {
            "person": 12,
            "isco": "7212",
            "role": Role.OFFICER,
            "share": 0.25,
            "fee": Decimal("12.50"),
            "day": date(2026, 1, 2),
            "at": datetime(2026, 1, 2, 3, 4, tzinfo=UTC),
            "codes": ("b", "a"),
            "kinds": {"b", "a"},
            "counts": {"met": 3},
            "none": None,
        }
    ) == {
        "person": 12,
        "isco": "7212",
        "role": "officer",
        "share": 0.25,
        "fee": "12.50",
        "day": "2026-01-02",
        "at": "2026-01-02T03:04:00.000000+00:00",
        "codes": ["b", "a"],
        "kinds": ["a", "b"],
        "counts": {"met": 3},
        "none": None,
    }


@pytest.mark.parametrize(
    ("fact", "reason"),
    [
        ({"to": "amina@example.org"}, "looks like an e-mail address"),
        ({"number": "+977 980-000-0000"}, "looks like a phone number"),
        ({"phone": "x"}, "phone is a person's detail"),
        ({"given_name": "Amina"}, "given_name is a person's detail"),
        ({"why": "a" * 201}, "has 201 characters; at most 200"),
        ({"share": float("nan")}, "finite number"),
        ({"amount": 1e22}, "finite number"),
        ({"thing": object()}, "is a object; note its id"),
        ({"text": "a\x00b"}, "NUL"),
        ({"many": list(range(501))}, "501 items"),
    ],
)
def test_what_may_be_a_persons_detail_is_refused(fact: dict[str, object], reason: str) -> None:
    with pytest.raises(FactRefused, match=reason):
        as_facts(fact)


def test_all_reasons_come_at_once() -> None:
    with pytest.raises(FactRefused, match=r"first looks like .*; second looks like"):
        as_facts({"first": "a@b.org", "second": "+4512345678"})


def test_a_date_a_hash_and_a_code_are_no_phone_numbers() -> None:
    facts = {"day": "2026-11-23", "sha256": "4" * 64, "esco": "http://data.europa.eu/esco/skill/1"}
    assert as_facts(facts) == facts
