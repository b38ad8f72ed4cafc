from django.apps import AppConfig


class OrganisationsConfig(AppConfig):
    name = "corridor.kernel.organisations"
    label = "organisations"

    def ready(self) -> None:
        from corridor.kernel.actors.api import provide_memberships
        from corridor.kernel.organisations import permissions  # noqa: F401
        from corridor.kernel.organisations.reads import memberships_of

        provide_memberships(memberships_of)
