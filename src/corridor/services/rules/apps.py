from django.apps import AppConfig
from django.db.models.signals import post_migrate


class RulesConfig(AppConfig):
    name = "corridor.services.rules"
    label = "rules"

    def ready(self) -> None:
        from corridor.services.rules import permissions  # noqa: F401
        from corridor.services.rules.guards import keep_as_published

        post_migrate.connect(keep_as_published, sender=self)
