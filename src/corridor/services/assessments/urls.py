"""Addresses of assessments."""

from django.urls import path

from corridor.services.assessments import views, views_me

public = [path("calendar/<str:secret>.ics", views_me.feed, name="assessments.feed")]
me = [
    path("assessments/", views_me.parts, name="assessments.parts"),
    path("assessments/calendar/", views_me.calendar, name="assessments.calendar"),
    path("assessments/<str:number>/", views_me.mine, name="assessments.mine"),
    path("assessments/<str:number>/answer/", views_me.answer, name="assessments.answer"),
    path("assessments/<str:number>/object/", views_me.object_, name="assessments.object"),
    path("assessments/<str:number>/calendar.ics", views_me.ics, name="assessments.ics"),
    path("assessments/<str:number>/result.pdf", views_me.result_sheet, name="assessments.sheet"),
]
desk = [
    path("assessments/<str:number>/", views.session_page, name="assessments.session"),
]
