from django.apps import AppConfig
from django.db.models.signals import post_migrate, pre_migrate


class RoundsConfig(AppConfig):
    name = "corridor.services.rounds"
    label = "rounds"

    def ready(self) -> None:
        from corridor.services.rounds import (  # noqa: F401
            exporting,
            hearing,
            hearing_steps,
            inviting,
            jobs,
            permissions,
        )
        from corridor.services.rounds.guards import keep_as_agreed
        from corridor.services.rounds.guards_offers import keep_eligible, let_go

        post_migrate.connect(keep_as_agreed, sender=self)
        pre_migrate.connect(let_go, sender=self)
        post_migrate.connect(keep_eligible, sender=self)
