"""People who sign in: sign-up, roles, second factors, invitations, devices, API tokens."""
