"""Lists to take away."""

from __future__ import annotations

from tests.cast import Member
from tests.departure.jobs import world

from corridor.departure.jobs import api as jobs
from corridor.kernel.record.api import Entry


def got(answer) -> str:
    return b"".join(answer.streaming_content).decode("utf-8-sig")


def test_vacancies_orders_and_applicants_are_taken_away(
    amina: Member, hana: Member, bodil: Member, harbour, harbour_open: jobs.Vacancy
) -> None:
    world.order_of(harbour)
    jobs.apply_for(actor=amina.actor, vacancy=harbour_open, person=world.cook(amina))
    for member, address in (
        (hana, "/me/hiring/"),
        (bodil, "/desk/vacancies/"),
    ):
        assert harbour_open.number in got(member.client.get(f"{address}?format=csv"))
    for member, address in ((hana, "/me/hiring/orders/"), (bodil, "/desk/orders/")):
        assert "Harbour Works" in got(member.client.get(f"{address}?format=csv"))
    address = f"/me/hiring/vacancies/{harbour_open.number}/applicants/?format=csv"
    taken = got(hana.client.get(address))
    assert "Received" in taken
    assert "Amina" not in taken
    assert Entry.objects.filter(verb="jobs.applicants_taken").exists()
