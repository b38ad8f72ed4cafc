from pathlib import Path

from corridor.site.metrics import Counters, gauge_lines, request_lines


def test_requests_are_told_by_class_and_duration(tmp_path: Path) -> None:
    counters = Counters(tmp_path)
    for status, seconds in [(200, 0.003), (200, 0.02), (404, 0.2), (503, 60.0)]:
        counters.count(status=status, seconds=seconds)
    lines = list(request_lines(counters.total()))
    assert 'corridor_requests_total{status="2xx"} 2' in lines
    assert 'corridor_requests_total{status="4xx"} 1' in lines
    assert 'corridor_requests_total{status="5xx"} 1' in lines
    assert 'corridor_request_seconds_bucket{le="0.005"} 1' in lines
    assert 'corridor_request_seconds_bucket{le="0.25"} 3' in lines
    assert 'corridor_request_seconds_bucket{le="+Inf"} 4' in lines
    assert "corridor_request_seconds_sum 60.223000" in lines


def test_processes_are_added_up_and_a_torn_file_is_passed_over(tmp_path: Path) -> None:
    Counters(tmp_path).count(status=200, seconds=0.1)
    (tmp_path / f"{__import__('os').getpid()}.counters").rename(tmp_path / "1.counters")
    Counters(tmp_path).count(status=200, seconds=0.1)
    (tmp_path / "2.counters").write_bytes(b"torn")
    assert 'corridor_requests_total{status="2xx"} 2' in list(
        request_lines(Counters(tmp_path).total())
    )


def test_a_gauge_without_a_label_stands_alone() -> None:
    assert gauge_lines("up", "Is it up.", {"": 1.0}, label="")[-1] == "up 1"
    assert gauge_lines("jobs", "Jobs.", {"done": 2.0}, label="state")[-1] == 'jobs{state="done"} 2'
