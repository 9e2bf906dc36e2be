"""What every request goes through: the policy of what a page may load, the language, the gate of rights."""

from collections.abc import Callable
from http import HTTPStatus

from django.conf import settings
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.urls import reverse
from django.utils import translation

from taizhang.office import messages
from taizhang.office.services import rights
from taizhang.office.services.acting import Conflict, Forbidden, Refused

Answer = Callable[[HttpRequest], HttpResponse]

POLICY = (
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; connect-src 'self'; "
    "form-action 'self'; frame-ancestors 'none'; base-uri 'none'"
)


def policy(answer: Answer) -> Answer:
    """Tell the browser to run no script and no style but our own files."""

    def act(request: HttpRequest) -> HttpResponse:
        response = answer(request)
        response.setdefault("Content-Security-Policy", POLICY)
        response["Permissions-Policy"] = "camera=(), geolocation=(), microphone=()"
        if request.path.startswith(f"/{settings.STATIC_URL.lstrip('/')}"):
            return response
        response.setdefault("Cache-Control", "no-store")
        return response

    return act


def language(answer: Answer) -> Answer:
    """Speak the language of the session for the length of the request."""

    def act(request: HttpRequest) -> HttpResponse:
        spoken = request.session.get("language", "zh")
        # Django's own sentences too, such as what is wrong with a password.
        with messages.speaking(spoken), translation.override("en" if spoken == "en" else "zh-hans"):
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
        response = self.answer(request)
        if response.status_code == HTTPStatus.METHOD_NOT_ALLOWED and not response.content:
            from taizhang.office.views import errors  # noqa: PLC0415

            return errors.not_allowed(request)
        return response

    def process_view(
        self,
        request: HttpRequest,
        view: Callable[..., HttpResponse],
        _args: tuple[object, ...],
        kwargs: dict[str, object],
    ) -> HttpResponse | None:
        """Open or close the page before it runs."""
        return closed_to(request, view, kwargs)

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


def closed_to(
    request: HttpRequest, view: Callable[..., HttpResponse], kwargs: dict[str, object]
) -> HttpResponse | None:
    """What a page that is closed to the person of ``request`` answers; None where it is open."""
    from taizhang.office.views import errors  # noqa: PLC0415 (views import models late)

    if _has_nul(request):
        return errors.bad_request(request)
    action = getattr(view, "action", None)
    if action == "public":
        return None
    person = request.user if request.user.is_authenticated else None
    if person is None:
        return errors.signed_out(request)
    if action == "self":
        return None
    if person.must_change:
        return HttpResponseRedirect(reverse("password"))
    find = getattr(view, "find", None)
    subject = find(**kwargs) if find else None
    if action is None or not rights.may(person, action, subject):
        return errors.forbidden(request, action or "")
    return None


def _has_nul(request: HttpRequest) -> bool:
    """Say whether a value holds the character that no database keeps as text."""
    given = (request.GET, request.POST)
    return any(
        "\0" in key or any("\0" in value for value in values) for one in given for key, values in one.lists()
    )
