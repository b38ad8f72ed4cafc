from django.apps import AppConfig


class RoundsConfig(AppConfig):
    name = "corridor.services.rounds"
    label = "rounds"
