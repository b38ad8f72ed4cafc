from django.urls import path

from corridor.kernel.organisations import views, views_agencies

me = [
    path("organisation/", views.own, name="organisations.own"),
    path("organisation/register/", views.register, name="organisations.register"),
    path("organisation/<int:number>/", views.organisation, name="organisations.organisation"),
    path("organisation/<int:number>/change/", views.change, name="organisations.change"),
    path("organisation/<int:number>/staff/", views.add_staff, name="organisations.add_staff"),
    path(
        "organisation/<int:number>/staff/<int:member>/end/",
        views.end_staff,
        name="organisations.end_staff",
    ),
    path(
        "organisation/<int:number>/agencies/",
        views_agencies.agencies,
        name="organisations.agencies",
    ),
    path(
        "organisation/<int:number>/agencies/<int:authorisation>/end/",
        views_agencies.end_authorisation,
        name="organisations.end_authorisation",
    ),
]
desk = [
    path("organisations/", views.listed, name="organisations.list"),
    path("organisations/<int:number>/", views.organisation, name="organisations.at_the_desk"),
    path("organisations/<int:number>/verify/", views.verify, name="organisations.verify"),
    path("organisations/<int:number>/licence/", views.license_it, name="organisations.license"),
    path(
        "organisations/<int:number>/licences/<int:licence>/suspend/",
        views_agencies.suspend_licence,
        name="organisations.suspend_licence",
    ),
    path(
        "organisations/<int:number>/licences/<int:licence>/restore/",
        views_agencies.restore_licence,
        name="organisations.restore_licence",
    ),
]
