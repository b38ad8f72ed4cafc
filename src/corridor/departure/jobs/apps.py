from django.apps import AppConfig


class JobsConfig(AppConfig):
    name = "corridor.departure.jobs"
    label = "jobs"

    def ready(self) -> None:
        from corridor.departure.jobs import adverts, permissions, starter, supply  # noqa: F401
        from corridor.services.rounds import api as rounds

        rounds.provide_vacancies(supply.SOURCE)
