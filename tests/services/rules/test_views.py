"""The public pages: found, read, asked, and linked to for ever."""

from __future__ import annotations

import io

import pytest
from bs4 import BeautifulSoup
from django.test import Client
from freezegun import freeze_time
from tests.cast import Member

from corridor.services.rules import api as rules
from corridor.services.rules import drafts, reads

ASK = "/rules/lka-registration/ask/"
DAYS = {"in_force": "2024-06-01", "known": "2024-06-01"}


def main(page: object) -> str:
    """The main part of a page as a reader has it, no-break spaces as spaces."""
    soup = BeautifulSoup(page.content, "html.parser")
    text = soup.select_one("main").get_text(" ").replace("\u2066", "").replace("\u2069", "")
    return " ".join(text.split())


@pytest.mark.plays("1g6.2")
@pytest.mark.parametrize(("base", "published"), [("18200", "22,027"), ("3800", "4,599")])
def test_the_published_totals_come_out_on_the_page_and_by_api(
    fee: rules.TableVersion, visitor: Client, base: str, published: str
) -> None:
    """As the Sri Lanka Bureau of Foreign Employment publishes them: the levy is on the gross."""
    page = visitor.get(ASK, {"f_base": base, **DAYS})
    assert f"To the rupee, as published LKR {published}" in main(page)
    assert f"the worker pays LKR {published}" in main(page)
    told = visitor.post(
        "/api/v1/rules/lka-registration/ask",
        {"facts": {"base": f"LKR {base}"}, **DAYS},
        content_type="application/json",
    ).json()
    assert told["outcome"]["payable"] == f"LKR {published.replace(',', '')}.00"
    assert told["digest"] == fee.digest


def test_a_link_says_the_same_after_a_newer_version(
    proposed: rules.TableVersion, ivan: Member, visitor: Client
) -> None:
    first = visitor.get(ASK, {"f_base": "18200", **DAYS})
    link = first.context["permalink"]
    rules.publish_version(actor=ivan.actor, version=proposed)
    with freeze_time("2031-03-01"):
        assert "LKR 22,400" in main(visitor.get(ASK, {"f_base": "18200", **DAYS}))
        again = visitor.get(link)
    assert "LKR 22,027" in main(again)
    assert "A newer version is in force" in main(again)
    assert again.context["permalink"] == link


def test_what_is_not_known_is_asked_for(fee: rules.TableVersion, visitor: Client) -> None:
    page = visitor.get("/rules/phl-fee-cap/ask/", DAYS)
    assert page.status_code == 200
    assert page.context["answer"]["state"] == "cannot_tell"
    told = main(page)
    assert "This cannot be told yet It depends on:" in told
    assert all(need in told for need in page.context["answer"]["needs"])


def test_a_wrong_fact_is_said_at_its_field(fee: rules.TableVersion, visitor: Client) -> None:
    for wrong in ("-5", "much", "1.234"):
        page = visitor.get(ASK, {"f_base": wrong, **DAYS})
        assert page.status_code == 422
        assert list(page.context["form"].errors) == ["f_base"]
    page = visitor.get(ASK, {"f_base": "5", "in_force": "1999-01-01", "known": "1999-01-01"})
    assert "tells the law from 2024-01-01 on" in page.context["form"].errors["in_force"][0]


def test_the_list_is_searched_in_any_language_and_says_when_nothing_fits(
    loaded: None, visitor: Client
) -> None:
    def codes(**asked: str) -> list[str]:
        page = visitor.get("/rules/", asked)
        assert page.status_code == 200
        return [card["table"].code for card in page.context["cards"]]

    assert codes(q="سريلانكا") == ["lka-registration"]
    assert codes(q="enregistrement", subject="recruitment") == ["lka-registration"]
    assert set(codes(country="IND")) == {"ind-fee-cap", "ind-referral-wages"}
    assert codes(country="IND", subject="wages") == ["ind-referral-wages"]
    assert codes(q="zebra") == []
    assert "No rule fits these filters" in main(visitor.get("/rules/", {"q": "zebra"}))


def test_a_stale_table_says_so(fee: rules.TableVersion, visitor: Client) -> None:
    with freeze_time("2027-06-30"):
        assert "Due to be looked at" not in main(visitor.get("/rules/", {"country": "LKA"}))
    with freeze_time("2027-07-01"):
        assert "Due to be looked at again" in main(visitor.get("/rules/", {"country": "LKA"}))
        page = main(visitor.get("/rules/lka-registration/"))
    assert "Nobody has looked at this table again in time" in page


def test_a_table_reads_in_words_with_its_law(loaded: None, visitor: Client) -> None:
    page = main(visitor.get("/rules/phl-fee-cap/"))
    assert "one of domestic, sea" in page
    assert "unverified" in page
    arabic = visitor.get("/rules/lka-registration/", headers={"accept-language": "ar"})
    assert "سريلانكا: رسم التسجيل" in main(arabic)


def test_what_is_taken_away_goes_in_again(fee: rules.TableVersion, visitor: Client) -> None:
    whole = visitor.get("/rules/lka-registration/", {"format": "toml"})
    assert drafts.table_of_toml(whole.content).digest == fee.digest
    for kind in ("csv", "xlsx"):
        sheet = visitor.get("/rules/lka-registration/", {"format": kind})
        data = io.BytesIO(b"".join(sheet.streaming_content)).getvalue()
        assert drafts.table_of_rows(reads.table_of(fee), data).digest == fee.digest


def test_versions_say_what_changed(
    proposed: rules.TableVersion, visitor: Client, bodil: Member, ivan: Member
) -> None:
    address = "/rules/lka-registration/versions/"
    assert "Budget of 2027" not in main(visitor.get(address))
    assert visitor.get(f"{address}2/").status_code == 404
    assert "Budget of 2027" in main(bodil.client.get(address))
    assert "This version is not published" in main(bodil.client.get(f"{address}2/"))
    rules.publish_version(actor=ivan.actor, version=proposed)
    told = main(visitor.get(address))
    assert "tax_on_gross(base, 0.025, 0.18) becomes := tax_on_gross(base, 0.025, 0.2)" in told
    rules.withdraw_version(actor=ivan.actor, version=proposed, reason="The budget fell.")
    assert "The budget fell." in main(visitor.get(f"{address}2/"))


def test_a_table_that_is_not_there(db: None, visitor: Client) -> None:
    assert visitor.get("/rules/no-such/").status_code == 404
