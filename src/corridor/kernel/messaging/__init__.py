"""Messages to people by e-mail, SMS and in the app: templates per language, outbox, carriers."""
