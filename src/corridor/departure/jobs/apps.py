from django.apps import AppConfig
from django.db.models.signals import post_migrate


class JobsConfig(AppConfig):
    name = "corridor.departure.jobs"
    label = "jobs"

    def ready(self) -> None:
        from corridor.departure.jobs import (  # noqa: F401
            adverts,
            chores,
            exporting,
            hearing,
            inviting,
            permissions,
            starter,
            supply,
        )
        from corridor.departure.jobs.acts import alert  # noqa: F401
        from corridor.departure.jobs.guards import publish_only_verified
        from corridor.services.rounds import api as rounds

        rounds.provide_vacancies(supply.SOURCE)
        post_migrate.connect(publish_only_verified, sender=self)
