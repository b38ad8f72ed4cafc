"""Several processes write the record at once, and one is killed in the middle of it."""

import os
import signal

import pytest
from tests.house.processes import finish, start

from corridor.kernel.record.api import Entry, verify

pytestmark = pytest.mark.django_db(transaction=True)

WRITER = """
import sys
from corridor.kernel.actors.api import SYSTEM
from corridor.kernel.record.api import note
from django.db import transaction

print("ready", flush=True)
sys.stdin.readline()
for number in range(int(sys.argv[2])):
    with transaction.atomic():
        note(SYSTEM, "ferries.left", f"ferries.Ferry:{sys.argv[1]}-{number}")
    print(number, flush=True)
"""


def test_four_writers_at_once_lose_nothing_and_the_chain_holds() -> None:
    crew = [start(WRITER, str(name), "50") for name in range(4)]
    for process in crew:
        assert process.stdout.readline() == "ready\n"
    for process in crew:
        process.stdin.write("\n")
        process.stdin.flush()
    for process in crew:
        finish(process)
    verdict = verify()
    assert verdict.unbroken, verdict.sentence
    assert verdict.lines == 200
    subjects = set(Entry.objects.values_list("subject", flat=True))
    assert subjects == {f"ferries.Ferry:{name}-{n}" for name in range(4) for n in range(50)}


def test_a_writer_killed_in_the_middle_loses_no_line_it_was_told_of() -> None:
    process = start(WRITER, "1", "100000")
    assert process.stdout.readline() == "ready\n"
    process.stdin.write("\n")
    process.stdin.flush()
    for _ in range(20):
        told = int(process.stdout.readline())
    os.kill(process.pid, signal.SIGKILL)
    rest, _complaint = process.communicate()
    # The last line of its output may itself be cut off by the kill.
    told = max([told, *map(int, rest.split("\n")[:-1])])
    verdict = verify()
    assert verdict.unbroken, verdict.sentence
    assert verdict.lines in {told + 1, told + 2}
