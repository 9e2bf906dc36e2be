import pytest
from django.db import DatabaseError, connection, transaction

from taizhang.office.models import Change, Head, Progress
from taizhang.office.services import record
from taizhang.office.services.flow import StepForm, take


def allow_tampering():
    table = Change._meta.db_table
    with connection.cursor() as cursor:
        if connection.vendor == "postgresql":
            cursor.execute("SET CONSTRAINTS ALL IMMEDIATE")
            cursor.execute(f"ALTER TABLE {table} DISABLE TRIGGER {table}_append_only")
        else:
            cursor.execute(f"DROP TRIGGER {table}_no_update")
            cursor.execute(f"DROP TRIGGER {table}_no_delete")


@pytest.mark.parametrize("act", ["update", "delete"])
def test_the_database_refuses_to_touch_the_record(city, act):
    city.task()
    rows = Change.objects.all()
    with pytest.raises(DatabaseError), transaction.atomic():
        rows.update(who="别人") if act == "update" else rows.delete()


def test_reports_of_progress_are_kept_as_given(city):
    task = city.task()
    take(city.actors["clerk"], task.pk, "assign", StepForm(), None)
    take(city.actors["unit"], task.pk, "sign", StepForm(), None)
    take(city.actors["unit"], task.pk, "feedback", StepForm(words="好", period="2026-06"), None)
    with pytest.raises(DatabaseError), transaction.atomic():
        Progress.objects.update(words="更好")


def test_verify_names_the_first_broken_row(city):
    for number in range(5):
        city.task(title=f"任务{number}")
    assert record.verify() == record.Verdict(True, 5)
    allow_tampering()
    Change.objects.filter(seq__in=(3, 5)).update(after='{"title":"假的"}')
    verdict = record.verify()
    assert (verdict.whole, verdict.broken) == (False, 3)


def test_verify_sees_a_row_that_is_gone(city):
    for number in range(4):
        city.task(title=f"任务{number}")
    allow_tampering()
    Change.objects.filter(seq=2).delete()
    assert record.verify().broken == 2


def test_verify_sees_that_the_end_was_cut_off(city):
    for number in range(3):
        city.task(title=f"任务{number}")
    allow_tampering()
    Change.objects.filter(seq=3).delete()
    verdict = record.verify()
    assert (verdict.whole, verdict.broken) == (False, 3)


def test_a_rewritten_row_with_its_own_hash_still_breaks_the_chain(city):
    for number in range(3):
        city.task(title=f"任务{number}")
    allow_tampering()
    row = Change.objects.get(seq=2)
    row.who = "别人"
    Change.objects.filter(seq=2).update(who="别人", hash=record.digest(row))
    assert record.verify().broken == 3


def test_a_password_is_not_on_record(city):
    assert "password" not in record.snapshot(city.actors["unit"].person)


def test_an_action_that_fails_leaves_no_row(city):
    before = Head.objects.get(pk=1).last
    with transaction.atomic():
        city.task()
        transaction.set_rollback(True)
    assert Head.objects.get(pk=1).last == before
