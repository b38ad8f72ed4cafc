from django.apps import AppConfig
from django.db.models.signals import post_migrate


class PeopleConfig(AppConfig):
    name = "corridor.kernel.people"
    label = "people"

    def ready(self) -> None:
        from corridor.kernel.people import files, permissions  # noqa: F401
        from corridor.kernel.people.acts import confirm_profile  # noqa: F401
        from corridor.kernel.people.guards import keep_claims_as_said

        files.provide()
        post_migrate.connect(keep_claims_as_said, sender=self)
