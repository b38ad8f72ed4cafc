from django.apps import AppConfig


class OrganisationsConfig(AppConfig):
    name = "corridor.kernel.organisations"
    label = "organisations"
