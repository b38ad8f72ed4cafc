from django.apps import AppConfig


class SiteConfig(AppConfig):
    name = "corridor.site"
    label = "site"
