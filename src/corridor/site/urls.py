"""Every address of the site: three doors on the web, one for machines.

An app's `urls.py` may offer `public`, `me` and `desk`, lists of paths named `app.page`.
"""

from django.urls import include, path
from django.views.i18n import set_language

from corridor.site import health, views
from corridor.site.discovery import gathered
from corridor.site.rest import api

urlpatterns = [
    path("", views.home, name="site.home"),
    path("help/", views.help_index, name="site.help"),
    path("help/<slug:slug>", views.help_page, name="site.help_page"),
    path("figures/", views.figures, name="site.figures"),
    path("interface", views.interface, name="site.interface"),
    path("design", views.design, name="site.design"),
    path("language", set_language, name="site.language"),
    path("health/live", health.live, name="site.live"),
    path("health/ready", health.ready, name="site.ready"),
    path("metrics", health.metrics, name="site.metrics"),
    *gathered("urls", "public"),
    path("me/", include([path("", views.me, name="site.me"), *gathered("urls", "me")])),
    path(
        "desk/",
        include(
            [
                path("", views.desk, name="site.desk"),
                path("search/", views.desk_search, name="site.desk_search"),
                *gathered("urls", "desk"),
            ]
        ),
    ),
    path("api/v1/", api.urls),
]
handler404 = "corridor.site.views.not_found"
handler500 = "corridor.site.views.server_error"
