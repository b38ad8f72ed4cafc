from pathlib import Path

from django.apps import AppConfig


class SiteConfig(AppConfig):
    name = "corridor.site"
    label = "site"

    def ready(self) -> None:
        from corridor.kernel.webhooks import api as webhooks
        from corridor.site import erasing, permissions  # noqa: F401
        from corridor.site.discovery import gathered
        from corridor.site.translations import compile_stale

        for event_type in gathered("webhooks", "WEBHOOKS"):
            webhooks.offer(event_type)

        compile_stale(Path(__file__).resolve().parent.parent)
