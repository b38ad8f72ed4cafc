from __future__ import annotations

from tests.cast import Member, join
from tests.departure.jobs import world

from corridor.departure.jobs import api as jobs
from corridor.kernel.accounts import api as accounts
from corridor.site import demo, demo_firm


def test_hana_has_vacancies_at_every_stage_an_order_and_applicants(
    hana: Member, amina: Member
) -> None:
    demo.give_organisation(hana.user, *demo.ORGANISATIONS["hana"])
    world.cook(amina)
    told = demo_firm.open_firm()
    draft, waiting, opened = jobs.of_actor(accounts.actor_for(hana.user))
    assert [each.status for each in (draft, waiting, opened)] == ["draft", "submitted", "published"]
    assert f"({opened.number}) with 1 applicants" in told
    order = opened.order
    assert order is not None
    assert (order.state, order.balance) == ("approved", 16)
    # A second time there is nothing to do.
    assert demo_firm.open_firm() == ""
    assert jobs.Vacancy.objects.filter(organisation__isnull=False).count() == 3
    assert opened.applications.count() == 1


def test_without_hana_or_her_firm_there_is_nothing_to_open(db: None) -> None:
    assert demo_firm.open_firm() == ""
    join("hana")
    assert demo_firm.open_firm() == ""
    assert not jobs.Vacancy.objects.exists()
