from django.apps import AppConfig


class MessagingConfig(AppConfig):
    name = "corridor.kernel.messaging"
    label = "messaging"
