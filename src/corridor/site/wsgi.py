"""The WSGI entry point: `granian --interface wsgi corridor.site.wsgi:application`."""

import os

from django.core.wsgi import get_wsgi_application

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "corridor.site.settings")
application = get_wsgi_application()
