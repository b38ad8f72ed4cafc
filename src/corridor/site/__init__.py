"""Settings, addresses, navigation, base templates, health and the command line."""
