from django.urls import path

from corridor.kernel.people import (
    views,
    views_consent,
    views_data,
    views_desk,
    views_entry,
    views_erase,
    views_family,
    views_photo,
    views_queue,
    views_start,
)

public = [
    path("still-so/<str:code>/", views_consent.confirm_by_link, name="people.confirm_by_link"),
]
me = [
    path("profile/", views.profile, name="people.profile"),
    path("profile/confirm/", views_consent.confirm_all, name="people.confirm_all"),
    path("start/", views_start.start, name="people.start"),
    path("start/done/", views_start.done, name="people.start_done"),
    path("start/<str:name>/", views_start.step, name="people.start_step"),
    path("consent/", views_consent.consent, name="people.consent"),
    path("consent/<str:purpose>/<str:step>/", views_consent.choose, name="people.choose"),
    path("profile/details/", views.details, name="people.details"),
    path("profile/add/<str:kind>/", views.add, name="people.add"),
    path("profile/<int:number>/", views.change, name="people.change"),
    path("profile/<int:number>/withdraw/", views.withdraw, name="people.withdraw"),
    path("profile/<int:number>/restore/", views.restore, name="people.restore"),
    path("profile/<int:number>/confirm/", views.confirm, name="people.confirm"),
    path("profile/<int:number>/show/", views.show, name="people.show"),
    path("profile/<int:number>/evidence/", views.attach, name="people.attach"),
    path("profile/<int:number>/photo/", views_photo.photo, name="people.photo"),
    path("family/", views_family.family, name="people.family"),
    path("family/invite/", views_family.invite, name="people.invite"),
    path("family/add/", views_family.dependant, name="people.dependant"),
    path("family/<int:number>/<str:step>/", views_family.step, name="people.family_step"),
    path("data/", views_data.data, name="people.data"),
    path("data/file/<str:form>/", views_data.file, name="people.file"),
    path("data/erase/", views_data.erase, name="people.erase"),
]
desk = [
    path("verification/", views_queue.queue, name="people.queue"),
    path("verification/<int:number>/", views_queue.decide, name="people.queue_claim"),
    path("verification/<int:number>/<str:step>/", views_queue.change, name="people.queue_step"),
    path("people/", views_desk.pool, name="people.pool"),
    path("people/add/", views_desk.register, name="people.register"),
    path("people/entry/", views_entry.entry, name="people.entry"),
    path("people/paper/<str:language>/", views_entry.paper, name="people.paper"),
    path("people/<str:reference>/", views_desk.person, name="people.person"),
    path("people/<str:reference>/add/<str:kind>/", views_desk.add, name="people.desk_add"),
    path(
        "people/<str:reference>/consent/<str:purpose>/<str:step>/",
        views_consent.choose_for,
        name="people.choose_for",
    ),
    path("people/<str:reference>/erase/", views_erase.erase, name="people.desk_erase"),
    path("people/<str:reference>/merge/", views_desk.merge, name="people.merge"),
    path("people/<str:reference>/unmerge/<int:number>/", views_desk.unmerge, name="people.unmerge"),
    path("claims/<int:number>/verify/", views_desk.verify, name="people.verify"),
    path("claims/<int:number>/correct/", views_desk.correct, name="people.correct"),
]
