"""Addresses of assessments: the same pages behind two doors, the desk's and the employer's."""

from collections.abc import Callable

from django.http.response import HttpResponseBase
from django.urls import URLPattern, path

from corridor.services.assessments import views, views_day, views_kinds, views_me, views_results

DESK, HIRING = "assessments.", "assessments.hiring_"
PAGES: list[tuple[str, Callable[..., HttpResponseBase], str]] = [
    ("", views.session_page, "session"),
    ("change/", views.change, "change"),
    ("cancel/", views.cancel, "cancel"),
    ("booking/", views.booking, "booking"),
    ("invite/", views.invite, "invite"),
    ("examiners/", views.examiners, "examiners"),
    ("attendance.pdf", views_day.attendance, "attendance"),
    ("check-in/", views_day.check_in, "check_in"),
    ("marks/", views_day.marks, "marks"),
    ("results/", views_day.bring_in, "bring_in"),
    ("confirm/", views_results.confirm_all, "confirm_all"),
    ("agree/<str:reference>/", views_day.agree, "agree"),
]


def behind(door: str, start: str) -> list[URLPattern]:
    """Every page of a session, its names and addresses beginning with those of the door."""
    return [
        path(f"{start}open/", views.open_, {"door": door}, name=f"{door}open"),
        *(
            path(f"{start}<str:number>/{tail}", view, {"door": door}, name=f"{door}{name}")
            for tail, view, name in PAGES
        ),
    ]


public = [path("calendar/<str:secret>.ics", views_me.feed, name="assessments.feed")]
me = [
    path("assessments/", views_me.parts, name="assessments.parts"),
    path("assessments/calendar/", views_me.calendar, name="assessments.calendar"),
    path("assessments/<str:number>/", views_me.mine, name="assessments.mine"),
    path("assessments/<str:number>/answer/", views_me.answer, name="assessments.answer"),
    path("assessments/<str:number>/object/", views_me.object_, name="assessments.object"),
    path("assessments/<str:number>/calendar.ics", views_me.ics, name="assessments.ics"),
    path("assessments/<str:number>/result.pdf", views_me.result_sheet, name="assessments.sheet"),
    path("hiring/interviews/", views.interviews, name="assessments.interviews"),
    *behind(HIRING, "hiring/interviews/"),
]
desk = [
    path("assessments/", views.sessions, name="assessments.sessions"),
    path("assessments/waiting/", views_results.waiting, name="assessments.waiting"),
    path(
        "assessments/result/<int:result_id>/", views_results.result_page, name="assessments.result"
    ),
    path(
        "assessments/result/<int:result_id>/decide/",
        views_results.decide,
        name="assessments.decide",
    ),
    path(
        "assessments/result/<int:result_id>/reply/", views_results.reply, name="assessments.reply"
    ),
    path("assessments/kinds/", views_kinds.kinds, name="assessments.kinds"),
    path("assessments/kinds/new/", views_kinds.edit, name="assessments.kind_new"),
    path("assessments/kinds/<slug:code>/", views_kinds.kind, name="assessments.kind"),
    path("assessments/kinds/<slug:code>/change/", views_kinds.edit, name="assessments.kind_change"),
    *behind(DESK, "assessments/"),
]
