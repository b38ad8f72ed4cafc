from django.urls import path

from corridor.kernel.documents import views

public = [path("documents/<str:number>/", views.download, name="documents.download")]
