"""Every address of the site: three doors on the web, one for machines.

An app's `urls.py` may offer `public`, `me` and `desk`, lists of paths named `app.page`.
"""

from django.urls import include, path

from corridor.site import views
from corridor.site.discovery import gathered
from corridor.site.rest import api

urlpatterns = [
    path("", views.home, name="site.home"),
    *gathered("urls", "public"),
    path("me/", include(gathered("urls", "me"))),
    path("desk/", include(gathered("urls", "desk"))),
    path("i18n/", include("django.conf.urls.i18n")),
    path("api/v1/", api.urls),
]
handler404 = "corridor.site.views.not_found"
handler500 = "corridor.site.views.server_error"
