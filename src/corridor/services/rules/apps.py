from django.apps import AppConfig


class RulesConfig(AppConfig):
    name = "corridor.services.rules"
    label = "rules"
