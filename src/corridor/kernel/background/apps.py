from django.apps import AppConfig


class BackgroundConfig(AppConfig):
    name = "corridor.kernel.background"
    label = "background"

    def ready(self) -> None:
        from corridor.kernel.background import housework, permissions  # noqa: F401
