from django.apps import AppConfig


class JobsConfig(AppConfig):
    name = "corridor.departure.jobs"
    label = "jobs"

    def ready(self) -> None:
        from corridor.departure.jobs import adverts, permissions, starter  # noqa: F401
