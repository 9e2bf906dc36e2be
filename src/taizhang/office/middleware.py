"""What every request goes through: the policy of what a page may load, the language, the gate of rights."""

from collections.abc import Callable

from django.conf import settings
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.urls import reverse
from django.utils.http import urlencode

from taizhang.office import messages
from taizhang.office.services import rights
from taizhang.office.services.acting import Conflict, Forbidden, Refused

Answer = Callable[[HttpRequest], HttpResponse]

POLICY = (
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; connect-src 'self'; "
    "form-action 'self'; frame-ancestors 'none'; base-uri 'none'"
)


def policy(answer: Answer) -> Answer:
    """Tell the browser to run no script and no style but our own files."""

    def act(request: HttpRequest) -> HttpResponse:
        response = answer(request)
        response["Content-Security-Policy"] = POLICY
        response["Permissions-Policy"] = "camera=(), geolocation=(), microphone=()"
        if request.path.startswith(f"/{settings.STATIC_URL.lstrip('/')}"):
            return response
        response.setdefault("Cache-Control", "no-store")
        return response

    return act


def language(answer: Answer) -> Answer:
    """Speak the language of the session for the length of the request."""

    def act(request: HttpRequest) -> HttpResponse:
        with messages.speaking(request.session.get("language", "zh")):
            return answer(request)

    return act


class Gate:
    """Default-deny: a page opens only when it names its action and the table of rights gives it.

    A page names its action with ``@page``; one that names none is closed to everybody.
    """

    def __init__(self, answer: Answer) -> None:
        self.answer = answer

    def __call__(self, request: HttpRequest) -> HttpResponse:
        """Pass the request on."""
        return self.answer(request)

    def process_view(
        self,
        request: HttpRequest,
        view: Callable[..., HttpResponse],
        _args: tuple[object, ...],
        kwargs: dict[str, object],
    ) -> HttpResponse | None:
        """Open or close the page before it runs."""
        action = getattr(view, "action", None)
        if action == "public":
            return None
        person = request.user if request.user.is_authenticated else None
        if person is None:
            return HttpResponseRedirect(f"{reverse('login')}?{urlencode({'next': request.get_full_path()})}")
        if action == "self":
            return None
        if person.must_change:
            return HttpResponseRedirect(reverse("password"))
        find = getattr(view, "find", None)
        subject = find(**kwargs) if find else None
        if action is None or not rights.may(person, action, subject):
            from taizhang.office.views.errors import forbidden  # noqa: PLC0415 (views import models late)

            return forbidden(request, action or "")
        return None

    def process_exception(self, request: HttpRequest, error: Exception) -> HttpResponse | None:
        """Answer what stops an action with a page that says why."""
        from taizhang.office.views import errors  # noqa: PLC0415

        match error:
            case Conflict():
                return errors.conflict(request, error)
            case Forbidden():
                return errors.forbidden(request, "")
            case Refused():
                return errors.refused(request, error)
        return None
