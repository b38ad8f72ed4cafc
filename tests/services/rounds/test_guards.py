from corridor.services.rounds import guards


def test_the_guards_are_put_in_place_again_and_again(db: None) -> None:
    guards.keep_as_agreed()
    guards.keep_as_agreed()
    for vendor in ("sqlite", "postgresql"):
        told = " ".join(guards.statements(vendor))
        assert guards.CHANGED in told
        assert guards.NOT_AGREED in told
