from django.apps import AppConfig


class RoundsConfig(AppConfig):
    name = "corridor.services.rounds"
    label = "rounds"

    def ready(self) -> None:
        from corridor.services.rounds import jobs, permissions  # noqa: F401
