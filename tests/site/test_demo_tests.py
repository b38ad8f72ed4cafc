from __future__ import annotations

from tests.cast import join

from corridor.kernel.actors.api import COMMAND_LINE
from corridor.kernel.people import api as people
from corridor.services.assessments import api as assessments
from corridor.site import demo_tests


def test_the_demonstration_holds_one_test_and_opens_another(db: None) -> None:
    cast = {name: join(name) for name in ("amina", "dawit", "farid", "bodil")}
    for name in ("amina", "dawit"):
        said = people.read(people.PersonDraft, {"full_name": name.capitalize()})
        people.register_person(actor=cast[name].actor, draft=said)
    rows = [
        {"full_name": f"Worker {n}", "isco": isco} for isco in ("7212", "5321") for n in range(5)
    ]
    people.import_people(actor=COMMAND_LINE, rows=rows)
    assert "Held a trade test" in demo_tests.hold_tests()
    held, coming = assessments.Session.objects.order_by("pk")
    states = held.candidates.values_list("state", flat=True)
    assert sorted(states) == ["absent", "present", "present", "present"]
    results = assessments.Result.objects.values_list("state", flat=True)
    assert sorted(results) == ["confirmed", "confirmed", "recorded"]
    dawit = people.Person.objects.get(user=cast["dawit"].user)
    assert len(assessments.valid_results(dawit, "trade-welding")) == 1
    assert sorted(coming.candidates.values_list("state", flat=True)) == [
        *("booked", "booked", "booked", "invited", "invited", "waiting")
    ]
    assert demo_tests.hold_tests() == ""
