from django.apps import AppConfig


class PlacesConfig(AppConfig):
    name = "corridor.kernel.places"
    label = "places"
