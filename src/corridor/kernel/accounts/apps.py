from django.apps import AppConfig


class AccountsConfig(AppConfig):
    name = "corridor.kernel.accounts"
    label = "accounts"
