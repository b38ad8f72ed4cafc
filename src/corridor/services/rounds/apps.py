from django.apps import AppConfig
from django.db.models.signals import post_migrate


class RoundsConfig(AppConfig):
    name = "corridor.services.rounds"
    label = "rounds"

    def ready(self) -> None:
        from corridor.services.rounds import (  # noqa: F401
            exporting,
            hearing,
            inviting,
            jobs,
            permissions,
        )
        from corridor.services.rounds.guards import keep_as_agreed

        post_migrate.connect(keep_as_agreed, sender=self)
