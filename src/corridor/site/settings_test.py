"""Settings of the test run: the same product, a throw-away home, fast password hashes."""

import atexit
import os
import shutil
import tempfile
from pathlib import Path

if "CORRIDOR_HOME" not in os.environ:
    os.environ["CORRIDOR_HOME"] = tempfile.mkdtemp(prefix="corridor-test-")
    atexit.register(shutil.rmtree, os.environ["CORRIDOR_HOME"], ignore_errors=True)
os.environ.setdefault("CORRIDOR_SECRET_KEY", "only-for-tests-" + "0123456789" * 4)

from corridor.site.settings import *  # noqa: F403
from corridor.site.settings import DATABASES, HOME, MIDDLEWARE, STATIC_ROOT, STORAGES

# The cast sign in with a password alone; the tests of the second factor turn it on.
CORRIDOR_STAFF_MFA = False
API_CALLS_A_MINUTE = 1_000_000
PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]
EMAIL_BACKEND = "django.core.mail.backends.locmem.EmailBackend"
STORAGES = {
    **STORAGES,
    "staticfiles": {"BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"},
}
ALLOWED_HOSTS = ["testserver", "localhost", "127.0.0.1"]
MIDDLEWARE = [*MIDDLEWARE, "tests.house.visits.VisitMiddleware"]
if "sqlite3" in str(DATABASES["default"]["ENGINE"]):
    # A file, not memory: threads and processes of the fault tests share it.
    DATABASES["default"]["TEST"] = {"NAME": str(Path(HOME) / "test.sqlite3")}
STATIC_ROOT.mkdir(parents=True, exist_ok=True)
