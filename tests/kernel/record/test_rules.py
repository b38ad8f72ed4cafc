from corridor.kernel.record.api import retention_rules


def test_lines_of_the_record_themselves_are_never_due() -> None:
    assert [rule.name for rule in retention_rules() if rule.name.startswith("record.")] == [
        "record.events",
        "record.verifications",
    ]
