from corridor.kernel.people import keeping
from corridor.kernel.people.keeping import Kept, keep_by_law, kept_of


def test_each_app_tells_what_it_keeps_once(monkeypatch) -> None:
    monkeypatch.setattr(keeping, "_keepers", [])

    def contracts(person_id: int) -> list[Kept]:
        return [Kept(f"contract of {person_id}", "Labour Act, s. 12")]

    keep_by_law(contracts)
    keep_by_law(contracts)
    assert [kept.as_json() for kept in kept_of(7)] == [
        {"what": "contract of 7", "reason": "Labour Act, s. 12", "until": None}
    ]
