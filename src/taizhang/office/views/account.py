"""Signing in and out, one's own password, the language."""

from django.contrib.auth import authenticate, login, logout, update_session_auth_hash
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.http import url_has_allowed_host_and_scheme
from django.views.decorators.http import require_POST

from taizhang.office.messages import t
from taizhang.office.services import people
from taizhang.office.services.acting import Refused
from taizhang.office.views.common import actor, page

LONGEST_LOGIN = 100


@page("public")
def sign_in(request: HttpRequest) -> HttpResponse:
    """Sign in with login and password; five wrong ones lock the pair of login and address for a while."""
    wrong = False
    if request.method == "POST":
        # Cut where the column of tried names is: a longer name is nobody's.
        name = request.POST.get("login", "")[:LONGEST_LOGIN]
        person = authenticate(request, username=name, password=request.POST.get("password", ""))
        if person is not None:
            language = request.session.get("language")
            login(request, person)
            if language:
                request.session["language"] = language
            return HttpResponseRedirect(_next(request))
        wrong = True
    context = {
        "wrong": wrong,
        "tried": request.POST.get("login", ""),
        "next": request.POST.get("next") or request.GET.get("next", ""),
    }
    return render(request, "office/login.html", context, status=422 if wrong else 200)


@page("self")
@require_POST
def sign_out(request: HttpRequest) -> HttpResponse:
    """Sign out."""
    logout(request)
    return redirect("login")


def locked_out(request: HttpRequest, *_: object, **__: object) -> HttpResponse:
    """Say that too many wrong passwords were tried."""
    why = t("密码错误次数过多，请15分钟后再试")
    return render(request, "office/login.html", {"locked": why}, status=429)


@page("self")
def password(request: HttpRequest) -> HttpResponse:
    """Change one's own password."""
    why = ""
    if request.method == "POST":
        try:
            people.change_password(actor(request), request.POST.get("old", ""), request.POST.get("new", ""))
        except Refused as error:
            why = t(error.sentence, **error.facts)
        else:
            request.user.refresh_from_db()
            update_session_auth_hash(request, request.user)
            return redirect("desk")
    return render(request, "office/password.html", {"why": why}, status=422 if why else 200)


@page("public")
@require_POST
def language(request: HttpRequest) -> HttpResponse:
    """Switch the language."""
    request.session["language"] = "en" if request.POST.get("language") == "en" else "zh"
    return HttpResponseRedirect(_next(request))


def _next(request: HttpRequest) -> str:
    wanted = request.POST.get("next", "")
    safe = url_has_allowed_host_and_scheme(wanted, {request.get_host()}, require_https=request.is_secure())
    return wanted if wanted.startswith("/") and safe else reverse("desk")
