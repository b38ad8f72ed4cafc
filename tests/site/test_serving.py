from corridor.site import serving


def test_serving_gathers_the_static_files_then_starts_one_process_per_core(monkeypatch) -> None:
    done: list[object] = []
    monkeypatch.setattr(serving, "call_command", lambda name, **_: done.append(name))
    monkeypatch.setattr(serving.os, "cpu_count", lambda: 3)

    class Server:
        def __init__(self, target: str, **options: object) -> None:
            done.append((target, options["workers"], options["port"]))

        def serve(self) -> None:
            done.append("served")

    monkeypatch.setattr("granian.server.Server", Server)
    serving.serve(host="127.0.0.1", port=8123)
    assert done == ["collectstatic", ("corridor.site.wsgi:application", 3, 8123), "served"]
