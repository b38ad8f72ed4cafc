from django.apps import AppConfig


class AssessmentsConfig(AppConfig):
    name = "corridor.services.assessments"
    label = "assessments"

    def ready(self) -> None:
        from corridor.services.assessments import (  # noqa: F401
            exporting,
            hearing,
            keeping,
            permissions,
            reminders,
            starter,
        )
