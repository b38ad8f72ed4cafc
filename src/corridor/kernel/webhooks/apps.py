from django.apps import AppConfig


class WebhooksConfig(AppConfig):
    name = "corridor.kernel.webhooks"
    label = "webhooks"

    def ready(self) -> None:
        from corridor.kernel.webhooks import jobs, permissions, rules, standing  # noqa: F401
