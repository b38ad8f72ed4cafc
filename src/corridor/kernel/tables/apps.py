from django.apps import AppConfig


class TablesConfig(AppConfig):
    name = "corridor.kernel.tables"
    label = "tables"
