from django.apps import AppConfig


class RecordConfig(AppConfig):
    name = "corridor.kernel.record"
    label = "record"

    def ready(self) -> None:
        from corridor.kernel.record import permissions, rules  # noqa: F401
