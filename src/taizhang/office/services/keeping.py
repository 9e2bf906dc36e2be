"""Views of the ledger that people keep: made and dropped by themselves, each on record."""

from django.db import transaction

from taizhang.office.models import SavedView
from taizhang.office.services import record
from taizhang.office.services.acting import Actor


def keep(actor: Actor, name: str, query: str) -> SavedView:
    """Keep a query of the ledger under a name of the actor's own; one of the same name gives way."""
    with transaction.atomic():
        view = SavedView.objects.select_for_update().filter(person=actor.person, name=name).first()
        before = record.snapshot(view) if view else None
        view = view or SavedView(person=actor.person, name=name)
        view.query = query
        view.save()
        record.append(actor, "view.keep", view, before)
    return view


def drop(actor: Actor, view: SavedView) -> None:
    """Drop a view; what it was stays on record."""
    with transaction.atomic():
        record.append(actor, "view.drop", view, record.snapshot(view), {})
        view.delete()
