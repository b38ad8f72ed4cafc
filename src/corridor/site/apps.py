from pathlib import Path

from django.apps import AppConfig


class SiteConfig(AppConfig):
    name = "corridor.site"
    label = "site"

    def ready(self) -> None:
        from corridor.site import erasing, permissions  # noqa: F401
        from corridor.site.translations import compile_stale

        compile_stale(Path(__file__).resolve().parent.parent)
