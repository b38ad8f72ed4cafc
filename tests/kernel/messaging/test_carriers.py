import pytest

from corridor.kernel.messaging.carriers import FileCarrier, carry, sms_carrier


def test_the_file_carrier_writes_a_line_only_the_owner_of_the_machine_reads(tmp_path, sms) -> None:
    assert FileCarrier().send(address="+1", text="مرحبا", key="m-1") == "file:m-1"
    assert sms()[0]["text"] == "مرحبا"
    assert (tmp_path / "outbox" / "sms.jsonl").stat().st_mode & 0o077 == 0


class Pigeon:
    def send(self, *, address: str, text: str, key: str) -> str:
        return f"pigeon to {address}"


def test_an_installation_may_bring_its_own_carrier(settings, send) -> None:
    settings.SMS_CARRIER = f"{__name__}.Pigeon"
    (message,) = send(phone="+4411")
    assert carry(message) == "pigeon to +4411"


def test_a_carrier_that_is_not_there_is_an_error(settings) -> None:
    settings.SMS_CARRIER = "no.such.Carrier"
    with pytest.raises(ImportError):
        sms_carrier()
