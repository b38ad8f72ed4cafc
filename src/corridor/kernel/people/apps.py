from django.apps import AppConfig


class PeopleConfig(AppConfig):
    name = "corridor.kernel.people"
    label = "people"
