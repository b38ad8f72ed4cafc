from django.apps import AppConfig


class SearchConfig(AppConfig):
    name = "corridor.kernel.search"
    label = "search"
