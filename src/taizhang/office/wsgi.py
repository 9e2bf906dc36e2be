"""WSGI entry point, for ``taizhang serve`` and for a server of one's own."""

import os

from django.core.wsgi import get_wsgi_application

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "taizhang.office.settings")
application = get_wsgi_application()
