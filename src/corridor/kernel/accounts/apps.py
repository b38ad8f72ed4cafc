from importlib import import_module

from django.apps import AppConfig
from django.core.management import call_command
from django.db.models.signals import post_migrate


class AccountsConfig(AppConfig):
    name = "corridor.kernel.accounts"
    label = "accounts"

    def ready(self) -> None:
        import_module("corridor.kernel.accounts.permissions")
        import_module("corridor.kernel.accounts.recording")
        import_module("corridor.kernel.accounts.retention")
        post_migrate.connect(make_cache_table, sender=self)


def make_cache_table(**_more: object) -> None:
    """Attempts are counted in a table, so that every web process counts the same."""
    call_command("createcachetable", verbosity=0)
