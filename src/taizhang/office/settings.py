"""Settings of the office: everything that an installation decides comes from the environment.

TAIZHANG_DATA       folder of database, uploads, secret key and own rules (default ``./data``)
DATABASE_URL        ``postgresql://user:password@host:5432/name``; SQLite in the data folder without it
TAIZHANG_SECRET_KEY secret key; otherwise a file in the data folder, made by ``taizhang serve``
TAIZHANG_HOSTS      comma-separated names under which the site is reached
TAIZHANG_HTTPS      ``1`` when the site stands behind HTTPS
TAIZHANG_PROXY      address of the proxy that ``taizhang serve`` believes (127.0.0.1 with HTTPS)
TAIZHANG_DJANGO_DEBUG  ``1`` for development only
"""

import os
from pathlib import Path
from urllib.parse import parse_qs, unquote, urlsplit

from taizhang.records import ReportError

TAIZHANG_DATA = Path(os.environ.get("TAIZHANG_DATA", "data")).resolve()
INSECURE_KEY = "taizhang-insecure-key-for-tests-and-first-start-only"


def _secret_key() -> str:
    path = TAIZHANG_DATA / "secret_key"
    if key := os.environ.get("TAIZHANG_SECRET_KEY"):
        return key
    return path.read_text(encoding="ascii").strip() if path.is_file() else INSECURE_KEY


def _database() -> dict[str, object]:
    url = urlsplit(os.environ.get("DATABASE_URL", ""))
    if url.scheme in ("", "sqlite"):
        return {
            "ENGINE": "django.db.backends.sqlite3",
            "NAME": TAIZHANG_DATA / "taizhang.sqlite3",
            "OPTIONS": {
                # Writers take their turn at BEGIN instead of failing when a reader becomes a writer.
                "transaction_mode": "IMMEDIATE",
                "timeout": 30,
                # FULL: what was answered is on the disk, also after a power cut.
                "init_command": "PRAGMA journal_mode=WAL; PRAGMA synchronous=FULL; PRAGMA foreign_keys=ON;",
            },
            # A test database in a file: threads and other processes must be able to share it.
            "TEST": {"NAME": str(TAIZHANG_DATA / "test.sqlite3")},
        }
    if url.scheme not in ("postgres", "postgresql"):
        raise ReportError(
            f"DATABASE_URL: {url.scheme}:// is not known; give postgresql://user:password@host/name"
        )
    query = parse_qs(url.query)
    host = query.pop("host", [unquote(url.hostname or "")])[0]
    return {
        "ENGINE": "django.db.backends.postgresql",
        "NAME": unquote(url.path.lstrip("/")) or "taizhang",
        "USER": unquote(url.username or ""),
        "PASSWORD": unquote(url.password or ""),
        # ?host=/run/postgresql names the folder of a Unix socket, as libpq has it.
        "HOST": host,
        "PORT": url.port or "",
        # The rest (sslmode, sslrootcert …) goes to libpq as it stands.
        "OPTIONS": {key: values[-1] for key, values in query.items()},
        "CONN_MAX_AGE": 60,
        "CONN_HEALTH_CHECKS": True,
    }


SECRET_KEY = _secret_key()
DEBUG = os.environ.get("TAIZHANG_DJANGO_DEBUG") == "1"
HTTPS = os.environ.get("TAIZHANG_HTTPS") == "1"
ALLOWED_HOSTS = [
    host for host in os.environ.get("TAIZHANG_HOSTS", "127.0.0.1,localhost,[::1]").split(",") if host
]

INSTALLED_APPS = [
    "django.contrib.auth",
    "django.contrib.contenttypes",
    "django.contrib.sessions",
    "django.contrib.messages",
    "django.contrib.staticfiles",
    "django_htmx",
    "axes",
    "taizhang.office",
]
MIDDLEWARE = [
    "django.middleware.security.SecurityMiddleware",
    "whitenoise.middleware.WhiteNoiseMiddleware",
    "taizhang.office.middleware.policy",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "taizhang.office.middleware.language",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "django.contrib.messages.middleware.MessageMiddleware",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
    "django_htmx.middleware.HtmxMiddleware",
    "taizhang.office.middleware.Gate",
    "axes.middleware.AxesMiddleware",
]
ROOT_URLCONF = "taizhang.office.urls"
WSGI_APPLICATION = "taizhang.office.wsgi.application"
TEMPLATES = [
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "APP_DIRS": True,
        "OPTIONS": {
            "context_processors": [
                "django.template.context_processors.request",
                "django.contrib.messages.context_processors.messages",
                "taizhang.office.views.common.page_context",
            ],
            "builtins": ["taizhang.office.templatetags.office"],
        },
    }
]

DATABASES = {"default": _database()}
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"
AUTH_USER_MODEL = "office.Person"
AUTHENTICATION_BACKENDS = ["axes.backends.AxesStandaloneBackend", "django.contrib.auth.backends.ModelBackend"]
PASSWORD_HASHERS = ["django.contrib.auth.hashers.Argon2PasswordHasher"]
AUTH_PASSWORD_VALIDATORS = [
    {"NAME": "django.contrib.auth.password_validation.MinimumLengthValidator", "OPTIONS": {"min_length": 10}},
    {"NAME": "django.contrib.auth.password_validation.CommonPasswordValidator"},
    {"NAME": "django.contrib.auth.password_validation.NumericPasswordValidator"},
]
LOGIN_URL = "login"
LOGIN_REDIRECT_URL = "desk"

AXES_HANDLER = "taizhang.office.throttle.Throttle"
AXES_FAILURE_LIMIT = 5
ADDRESS_FAILURE_LIMIT = 20  # on all logins together: an address may stand for a whole building
AXES_COOLOFF_TIME = 0.25
AXES_LOCKOUT_PARAMETERS = [["username", "ip_address"]]
AXES_RESET_ON_SUCCESS = True
AXES_LOCKOUT_CALLABLE = "taizhang.office.views.account.locked_out"
AXES_USERNAME_FORM_FIELD = "username"  # as views.account calls it when it asks for a sign-in
AXES_VERBOSE = False

LANGUAGE_CODE = "zh-hans"
TIME_ZONE = "Asia/Shanghai"
USE_TZ = True
USE_I18N = True

STATIC_URL = "static/"
WHITENOISE_USE_FINDERS = True
WHITENOISE_AUTOREFRESH = DEBUG

UPLOAD_FOLDER = TAIZHANG_DATA / "uploads"
UPLOAD_LIMIT = 64 * 1024 * 1024
DATA_UPLOAD_MAX_MEMORY_SIZE = 16 * 1024 * 1024
DATA_UPLOAD_MAX_NUMBER_FIELDS = 5000

SESSION_COOKIE_HTTPONLY = True
SESSION_COOKIE_SAMESITE = "Lax"
CSRF_COOKIE_HTTPONLY = True  # pages carry the token themselves
CSRF_COOKIE_SAMESITE = "Lax"
SESSION_COOKIE_AGE = 12 * 3600
SECURE_CONTENT_TYPE_NOSNIFF = True
SECURE_REFERRER_POLICY = "same-origin"
X_FRAME_OPTIONS = "DENY"
if HTTPS:
    SECURE_SSL_REDIRECT = True
    SECURE_PROXY_SSL_HEADER = ("HTTP_X_FORWARDED_PROTO", "https")
    SECURE_HSTS_SECONDS = 31_536_000
    SESSION_COOKIE_SECURE = True
    CSRF_COOKIE_SECURE = True
    CSRF_TRUSTED_ORIGINS = [f"https://{host}" for host in ALLOWED_HOSTS if host != "*"]

MESSAGE_STORAGE = "django.contrib.messages.storage.session.SessionStorage"
SILENCED_SYSTEM_CHECKS = ["security.W021", "security.W005"]
LOGGING = {
    "version": 1,
    "disable_existing_loggers": False,
    "formatters": {"line": {"format": "{asctime} {levelname} {name}: {message}", "style": "{"}},
    "handlers": {"console": {"class": "logging.StreamHandler", "formatter": "line"}},
    "root": {"handlers": ["console"], "level": "WARNING"},
    "loggers": {"axes": {"level": "ERROR"}},
}
CSRF_FAILURE_VIEW = "taizhang.office.views.errors.csrf_failure"
