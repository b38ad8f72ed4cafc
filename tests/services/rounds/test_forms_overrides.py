from corridor.services.rounds.forms_overrides import OverrideForm

GIVEN = {"kind": "place", "worker": " k7m2-9qxt-4hb ", "vacancy": " v12 ", "reason": "Why"}


def test_numbers_are_read_as_people_type_them() -> None:
    form = OverrideForm(GIVEN)
    assert form.is_valid(), form.errors
    draft = form.draft()
    assert (draft.worker, draft.vacancy) == ("K7M29QXT4HB", "V12")


def test_everything_is_asked_for() -> None:
    form = OverrideForm({})
    assert sorted(form.errors) == ["kind", "reason", "vacancy", "worker"]
    assert OverrideForm({**GIVEN, "kind": "swap"}).errors.keys() == {"kind"}
    assert OverrideForm({**GIVEN, "reason": "x" * 301}).errors.keys() == {"reason"}
