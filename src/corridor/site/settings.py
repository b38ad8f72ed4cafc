"""Django settings. Everything a site may change comes from the environment (docs/settings.md)."""

from datetime import timedelta
from pathlib import Path

import django_stubs_ext
from csp.constants import NONE, SELF
from django.utils.translation import gettext_lazy as _

from corridor.site import environment as env
from corridor.site import logs

django_stubs_ext.monkeypatch()

PACKAGE = Path(__file__).resolve().parent.parent
HOME = env.folder("CORRIDOR_HOME", Path("var"))
DATA = env.folder("CORRIDOR_DATA", Path("../shared/data"))
DEBUG = env.boolean("CORRIDOR_DEBUG", default=False)
SECRET_KEY = env.secret("CORRIDOR_SECRET_KEY", home=HOME, development=DEBUG)
ALLOWED_HOSTS = env.words("CORRIDOR_HOSTS", "localhost 127.0.0.1 [::1]")
BASE_URL = env.text("CORRIDOR_URL", "http://127.0.0.1:8000").rstrip("/")
BEHIND_HTTPS = BASE_URL.startswith("https://")
CSRF_TRUSTED_ORIGINS = [BASE_URL]

# Lowest first: an app may import only what stands above it (checked by import-linter).
CORRIDOR_APPS = [
    "corridor.kernel.actors",
    "corridor.kernel.tables",
    "corridor.kernel.record",
    "corridor.kernel.idempotency",
    "corridor.kernel.background",
    "corridor.kernel.search",
    "corridor.kernel.places",
    "corridor.kernel.messaging",
    "corridor.kernel.accounts",
    "corridor.kernel.documents",
    "corridor.kernel.organisations",
    "corridor.kernel.webhooks",
    "corridor.kernel.people",
    "corridor.kernel.matrix",
    "corridor.services.rules",
    "corridor.services.assessments",
    "corridor.services.rounds",
    "corridor.departure.jobs",
    "corridor.site",
]
INSTALLED_APPS = [
    "django.contrib.auth",
    "django.contrib.contenttypes",
    "django.contrib.sessions",
    "django.contrib.messages",
    "django.contrib.humanize",
    "django.contrib.staticfiles",
    "django.forms",
    *CORRIDOR_APPS,
    "allauth",
    "allauth.account",
    "allauth.mfa",
    "allauth.usersessions",
    "axes",
    "csp",
    "django_htmx",
    "ninja",
]
MIDDLEWARE = [
    "corridor.site.observing.ObserveMiddleware",
    "django.middleware.security.SecurityMiddleware",
    "whitenoise.middleware.WhiteNoiseMiddleware",
    "csp.middleware.CSPMiddleware",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "django.middleware.locale.LocaleMiddleware",
    "corridor.site.limits.ConditionMiddleware",
    "corridor.site.problems.ProblemMiddleware",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "corridor.kernel.accounts.identity.ActorMiddleware",
    "corridor.kernel.accounts.kept.KeptFormMiddleware",
    "corridor.kernel.accounts.languages.LanguageMiddleware",
    "django.contrib.messages.middleware.MessageMiddleware",
    "corridor.kernel.accounts.second_factor.SecondFactorMiddleware",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
    "django_htmx.middleware.HtmxMiddleware",
    "allauth.account.middleware.AccountMiddleware",
    "allauth.usersessions.middleware.UserSessionsMiddleware",
    "corridor.site.refusals.RefusalMiddleware",
    "axes.middleware.AxesMiddleware",
]
ROOT_URLCONF = "corridor.site.urls"
WSGI_APPLICATION = "corridor.site.wsgi.application"
FORM_RENDERER = "corridor.site.choosing.Renderer"
TEMPLATES = [
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "DIRS": [PACKAGE / "site" / "templates"],
        "OPTIONS": {
            "loaders": [
                (
                    "django.template.loaders.cached.Loader",
                    ["corridor.site.indenting.SiteLoader", "corridor.site.indenting.AppLoader"],
                )
            ],
            "context_processors": [
                "django.template.context_processors.request",
                "django.template.context_processors.i18n",
                "django.contrib.auth.context_processors.auth",
                "django.contrib.messages.context_processors.messages",
                "corridor.site.navigation.context",
            ],
        },
    }
]

DATABASES = {"default": env.database("DATABASE_URL", home=HOME)}
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"
ATOMIC_REQUESTS = False

AUTH_USER_MODEL = "accounts.User"
AUTHENTICATION_BACKENDS = [
    "axes.backends.AxesStandaloneBackend",
    "allauth.account.auth_backends.AuthenticationBackend",
]
PASSWORD_HASHERS = ["django.contrib.auth.hashers.Argon2PasswordHasher"]
AUTH_PASSWORD_VALIDATORS = [
    {
        "NAME": "django.contrib.auth.password_validation.MinimumLengthValidator",
        "OPTIONS": {"min_length": 10},
    },
    {"NAME": "django.contrib.auth.password_validation.CommonPasswordValidator"},
]
LOGIN_URL = "/account/login/"
LOGIN_REDIRECT_URL = "/me/"

# Signing in: by e-mail or phone, confirmed by a code; staff with a second factor.
CORRIDOR_STAFF_MFA = env.boolean("CORRIDOR_STAFF_MFA", default=True)
# How far an employer is with an application: stages the person is never told of.
CORRIDOR_STAGES_INTERNAL = env.words("CORRIDOR_STAGES_INTERNAL", "considered shortlisted")
# Job orders: whether every vacancy of an employer draws on one, and how soon it must be used.
CORRIDOR_ORDER_REQUIRED = env.boolean("CORRIDOR_ORDER_REQUIRED", default=False)
CORRIDOR_ORDER_USE_DAYS = env.whole_number(
    "CORRIDOR_ORDER_USE_DAYS", default=45, least=1, most=3650
)
# For how many days a closed vacancy can be opened again.
CORRIDOR_REOPEN_DAYS = env.whole_number("CORRIDOR_REOPEN_DAYS", default=14, least=0, most=365)
# Kinds of statements whose verification a second officer must confirm before it counts.
CORRIDOR_FOUR_EYES = env.words("CORRIDOR_FOUR_EYES", "")
# A profile nobody confirmed for so many months is asked about; so many later it leaves the pool.
CORRIDOR_FRESH_MONTHS = env.whole_number("CORRIDOR_FRESH_MONTHS", default=12, least=1, most=60)
CORRIDOR_REST_MONTHS = env.whole_number("CORRIDOR_REST_MONTHS", default=6, least=1, most=60)
# Where "Leave this page quickly" leads: a page that says nothing about who was here.
CORRIDOR_EXIT_URL = env.text("CORRIDOR_EXIT_URL", "https://www.wikipedia.org/")
CORRIDOR_PHONE_COUNTRY = env.text("CORRIDOR_PHONE_COUNTRY", "").upper()
ALLAUTH_TRUSTED_PROXY_COUNT = env.whole_number("CORRIDOR_PROXIES", default=0, least=0, most=9)
ACCOUNT_ADAPTER = "corridor.kernel.accounts.adapter.AccountAdapter"
ACCOUNT_USER_MODEL_USERNAME_FIELD = None
ACCOUNT_LOGIN_METHODS = {"email", "phone"}
# allauth's checks want the e-mail starred; our form and stage take a phone instead of it.
ACCOUNT_SIGNUP_FIELDS = ["email*", "phone", "password1*"]
ACCOUNT_FORMS = {
    "login": "corridor.kernel.accounts.forms.SignInForm",
    "signup": "corridor.kernel.accounts.forms.SignUpForm",
    "reset_password": "corridor.kernel.accounts.forms.ResetPasswordForm",
    "confirm_email_verification_code": "corridor.kernel.accounts.wording.EmailCodeForm",
    "verify_phone": "corridor.kernel.accounts.wording.PhoneCodeForm",
    "confirm_password_reset_code": "corridor.kernel.accounts.wording.ResetCodeForm",
    "reset_password_from_key": "corridor.kernel.accounts.wording.ResetKeyForm",
    "change_password": "corridor.kernel.accounts.wording.ChangePasswordForm",
    "set_password": "corridor.kernel.accounts.wording.SetPasswordForm",
    "reauthenticate": "corridor.kernel.accounts.wording.ReauthenticateForm",
    "add_email": "corridor.kernel.accounts.wording.ChangeEmailForm",
}
MFA_FORMS = {
    "authenticate": "corridor.kernel.accounts.wording.SecondFactorForm",
    "reauthenticate": "corridor.kernel.accounts.wording.SecondFactorAgainForm",
    "activate_totp": "corridor.kernel.accounts.wording.AppForm",
    "add_webauthn": "corridor.kernel.accounts.wording.PasskeyForm",
    "edit_webauthn": "corridor.kernel.accounts.wording.PasskeyNameForm",
}
# Digits, for those who read no Latin letters: 1234-5678.
ALLAUTH_USER_CODE_FORMAT = {"numeric": True, "dashed": True, "length": 8}
ACCOUNT_EMAIL_VERIFICATION = "mandatory"
ACCOUNT_EMAIL_VERIFICATION_BY_CODE_ENABLED = True
ACCOUNT_EMAIL_VERIFICATION_SUPPORTS_RESEND = True
ACCOUNT_PHONE_VERIFICATION_SUPPORTS_RESEND = True
ACCOUNT_PASSWORD_RESET_BY_CODE_ENABLED = True
ACCOUNT_PASSWORD_RESET_BY_CODE_TIMEOUT = 15 * 60
ACCOUNT_CHANGE_EMAIL = True
ACCOUNT_EMAIL_NOTIFICATIONS = True
ACCOUNT_REAUTHENTICATION_REQUIRED = True
ACCOUNT_REAUTHENTICATION_TIMEOUT = 15 * 60
# Many people sign up from one address at a migrant resource centre: generous by the hour.
ACCOUNT_RATE_LIMITS = {
    "signup": "20/m/ip,200/h/ip",
    "login": "30/m/ip",
    "login_failed": "30/m/ip,10/900s/key",
    "verify_phone": "1/30s/key,10/m/ip,100/h/ip",
    "reset_password": "20/m/ip,5/m/key,20/d/key",
}
MFA_ADAPTER = "corridor.kernel.accounts.adapter.SecondFactorAdapter"
MFA_SUPPORTED_TYPES = ["totp", "webauthn", "recovery_codes"]
MFA_PASSKEY_LOGIN_ENABLED = True
MFA_TOTP_TOLERANCE = 1
# Browsers allow passkeys without https on localhost only; so do we, for development.
MFA_WEBAUTHN_ALLOW_INSECURE_ORIGIN = not BEHIND_HTTPS
USERSESSIONS_TRACK_ACTIVITY = False
AXES_FAILURE_LIMIT = 5
AXES_COOLOFF_TIME = timedelta(minutes=15)
AXES_LOCKOUT_PARAMETERS = [["username", "ip_address"]]
AXES_USERNAME_CALLABLE = "corridor.kernel.accounts.adapter.login_of"
AXES_CLIENT_IP_CALLABLE = "allauth.core.internal.httpkit.get_client_ip"
AXES_LOCKOUT_TEMPLATE = "accounts/locked_out.html"
AXES_RESET_ON_SUCCESS = True
AXES_RESET_COOL_OFF_ON_FAILURE_DURING_LOCKOUT = False
AXES_DISABLE_ACCESS_LOG = True
AXES_ENABLE_ADMIN = False
AXES_VERBOSE = False
# Attempts are counted in the database, so that all web processes share one count.
CACHES = {
    "default": {
        "BACKEND": "django.core.cache.backends.db.DatabaseCache",
        "LOCATION": "cache",
        "OPTIONS": {"MAX_ENTRIES": 100_000},
    }
}

LANGUAGE_CODE = "en"
LANGUAGES = [("en", "English"), ("fr", "Français"), ("es", "Español"), ("ar", "العربية")]
LANGUAGE_NAMES = {"en": _("English"), "fr": _("French"), "es": _("Spanish"), "ar": _("Arabic")}
USE_TZ = True
TIME_ZONE = env.text("CORRIDOR_TIME_ZONE", "UTC")

STATIC_URL = "static/"
STATIC_ROOT = HOME / "static"
WHITENOISE_USE_FINDERS = DEBUG
STORAGES = {
    "default": {"BACKEND": "django.core.files.storage.FileSystemStorage"},
    "staticfiles": {"BACKEND": "corridor.site.collecting.StaticFiles"},
}
MEDIA_ROOT = HOME / "documents"
FILE_UPLOAD_PERMISSIONS = 0o600
DATA_UPLOAD_MAX_MEMORY_SIZE = 5 * 1024 * 1024

SESSION_COOKIE_SECURE = CSRF_COOKIE_SECURE = BEHIND_HTTPS
SESSION_COOKIE_HTTPONLY = True
SECURE_HSTS_SECONDS = 31_536_000 if BEHIND_HTTPS else 0
SECURE_PROXY_SSL_HEADER = ("HTTP_X_FORWARDED_PROTO", "https") if BEHIND_HTTPS else None
SECURE_CONTENT_TYPE_NOSNIFF = True
SECURE_REFERRER_POLICY = "same-origin"
X_FRAME_OPTIONS = "DENY"
CONTENT_SECURITY_POLICY = {
    "DIRECTIVES": {
        "default-src": [SELF],
        "img-src": [SELF, "data:"],
        "object-src": [NONE],
        "frame-ancestors": [NONE],
        "base-uri": [NONE],
        "form-action": [SELF],
    }
}

# smtp+tls://user:password@host:587; without it letters are written to files at home.
vars().update(env.mail("CORRIDOR_MAIL_URL", home=HOME))
DEFAULT_FROM_EMAIL = env.text("CORRIDOR_MAIL_FROM", "Corridor <corridor@localhost>")
MAIL_DOMAIN = DEFAULT_FROM_EMAIL.rpartition("@")[2].strip("> ")
# Calls of the API in a minute: by each account, and by each address of those not signed in.
API_CALLS_A_MINUTE = env.whole_number("CORRIDOR_API_CALLS", default=1_200, least=1, most=1_000_000)
# Only where the receivers are inside your own network, or in development.
WEBHOOKS_PRIVATE = env.boolean("CORRIDOR_WEBHOOKS_PRIVATE", default=False)
SMS_CARRIER = env.text("CORRIDOR_SMS_CARRIER", "corridor.kernel.messaging.carriers.FileCarrier")

# Lines of JSON for machines; plain ones where somebody watches.
LOGS = env.choice("CORRIDOR_LOGS", ("json", "plain"), default=env.logs_default())
LOGGING = logs.configure(as_json=LOGS == "json", debug=DEBUG)
CORRIDOR_METRICS_TOKEN = env.text("CORRIDOR_METRICS_TOKEN", "")
