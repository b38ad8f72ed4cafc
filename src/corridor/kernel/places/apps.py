from django.apps import AppConfig


class PlacesConfig(AppConfig):
    name = "corridor.kernel.places"
    label = "places"

    def ready(self) -> None:
        from corridor.kernel.places import permissions  # noqa: F401
        from corridor.kernel.places.loaders import (  # noqa: F401
            countries,
            esco,
            natural_earth,
            starter,
        )
