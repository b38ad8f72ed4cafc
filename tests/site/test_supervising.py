import os
import signal
import sys

from corridor.site import supervising
from corridor.site.supervising import Supervisor, worker_command


def test_a_child_that_dies_is_started_again_and_ends_with_us(monkeypatch, tmp_path) -> None:
    fifo = tmp_path / "told"
    os.mkfifo(fifo)
    child = [
        sys.executable,
        "-c",
        f"open({str(fifo)!r}, 'w').write('up'); __import__('signal').pause()",
    ]
    monkeypatch.setattr(supervising, "PAUSE_SECONDS_FIRST", 0.0)
    with Supervisor(child) as supervisor:
        assert fifo.read_text() == "up"
        first = supervisor.child
        first.send_signal(signal.SIGKILL)
        assert fifo.read_text() == "up"
        assert supervisor.child.pid != first.pid
    assert supervisor.starts == 2
    assert supervisor.child.poll() is not None


def test_the_worker_knows_whose_child_it_is() -> None:
    assert worker_command()[-3:] == ["work", "--parent", str(os.getpid())]
