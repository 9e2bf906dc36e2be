"""Units, posts and people: their forms."""

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render

from taizhang.office.messages import t
from taizhang.office.models import Person, Post, Unit
from taizhang.office.rules import rules
from taizhang.office.services import people, roster
from taizhang.office.views.common import actor, one, page, version_of, whole


@page("unit.manage")
def unit_form(request: HttpRequest, pk: int | None = None) -> HttpResponse:
    """Make or change a unit."""
    unit = (
        one(Unit, pk=pk)
        if pk
        else Unit(parent=Unit.objects.filter(pk=whole(request.GET.get("parent"))).first())
    )
    if request.method == "POST":
        unit = people.save_unit(
            actor(request),
            unit,
            name=request.POST.get("name", "")[:120],
            parent=Unit.objects.filter(pk=whole(request.POST.get("parent"))).first(),
            aliases=request.POST.get("aliases", ""),
            closed=bool(request.POST.get("closed")),
            version=version_of(request) if pk else None,
        )
        return redirect("unit", pk=unit.pk)
    return render(
        request, "office/unit_form.html", {"unit": unit, "units": Unit.objects.filter(closed=False)}
    )


@page("unit.manage")
def roster_form(request: HttpRequest) -> HttpResponse:
    """Units, posts and people of a whole city, pasted from a sheet; passwords are shown once."""
    words = request.POST.get("words", "")
    taken = roster.take(actor(request), words) if request.method == "POST" else None
    context = {
        "words": words,
        "taken": taken,
        "errors": [(number, t(why.sentence, **why.facts)) for number, why in taken.errors] if taken else [],
        "columns": roster.COLUMNS,
        "roles": rules().roles.values(),
    }
    return render(request, "office/roster.html", context)


@page("unit.manage")
def post_form(request: HttpRequest, pk: int | None = None) -> HttpResponse:
    """Make or change a post, or hand it over."""
    post = (
        one(Post, pk=pk)
        if pk
        # The least of the posts that act, until somebody chooses: never an administrator by oversight.
        else Post(
            unit=one(Unit, pk=whole(request.GET.get("unit") or request.POST.get("unit"))), role="liaison"
        )
    )
    if request.method == "POST":
        people.save_post(
            actor(request),
            post,
            unit=one(Unit, pk=whole(request.POST.get("unit"))),
            title=request.POST.get("title", "")[:60],
            role=request.POST.get("role", ""),
            holder=Person.objects.filter(pk=whole(request.POST.get("holder"))).first(),
            closed=bool(request.POST.get("closed")),
            version=version_of(request) if pk else None,
        )
        return redirect("unit", pk=post.unit_id)
    context = {
        "post": post,
        "units": Unit.objects.filter(closed=False),
        "roles": rules().roles.values(),
        "people": Person.objects.filter(is_active=True),
    }
    return render(request, "office/post_form.html", context)


@page("person.manage")
def person_list(request: HttpRequest) -> HttpResponse:
    """People and the posts they hold."""
    return render(request, "office/people.html", {"people": Person.objects.prefetch_related("posts__unit")})


@page("person.manage")
def person_form(request: HttpRequest, pk: int | None = None) -> HttpResponse:
    """Make or change a person; a password set here must be changed at the next login."""
    person = one(Person, pk=pk) if pk else Person()
    if request.method == "POST":
        saved = people.save_person(
            actor(request),
            person,
            name=request.POST.get("name", "")[:60],
            login=request.POST.get("login", "").strip()[:60],
            phone=request.POST.get("phone", "")[:40],
            password=request.POST.get("password", ""),
            active=bool(request.POST.get("active")),
            version=version_of(request) if pk else None,
        )
        messages.success(request, t("已保存：{name}", name=saved.name))
        return redirect("people")
    return render(request, "office/person_form.html", {"person": person})
