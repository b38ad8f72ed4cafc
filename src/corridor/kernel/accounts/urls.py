"""Addresses: allauth's under /account/, one's own under /me/, the administration's under /desk/."""

from django.urls import include, path

from corridor.kernel.accounts import views, views_closing

public = [
    path(
        "account/2fa/webauthn/keys/<int:pk>/remove/",
        views.RemovePasskey.as_view(),
        name="mfa_remove_webauthn",
    ),
    path("account/", include("allauth.urls")),
    path("account/invitation/<str:code>/", views.invitation, name="accounts.invitation"),
]
me = [
    path("account/", views.account, name="accounts.account"),
    path("account/close/", views_closing.close_own, name="accounts.close_own"),
    path("account/devices/<int:session_id>/end/", views.end_one_device, name="accounts.end_device"),
    path("tokens/", views.tokens, name="accounts.tokens"),
    path("tokens/new/", views.new_token, name="accounts.new_token"),
    path("tokens/<int:token_id>/revoke/", views.end_token, name="accounts.end_token"),
]
desk = [
    path("invitations/", views.invitations, name="accounts.invitations"),
    path(
        "invitations/<int:invitation_id>/withdraw/",
        views.end_invitation,
        name="accounts.end_invitation",
    ),
    path("people-who-sign-in/", views.people, name="accounts.people"),
    path("people-who-sign-in/<int:user_id>/", views.person, name="accounts.person"),
    path(
        "people-who-sign-in/<int:user_id>/change/",
        views.change_person,
        name="accounts.change_person",
    ),
]
