import pytest
from django.db import DatabaseError, connection, transaction

from taizhang.office.models import Change, Head, Progress, Upload
from taizhang.office.services import record, uploads
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


def test_the_database_refuses_ways_around(city):
    """Replacing a row on SQLite asks no trigger of DELETE, truncating on PostgreSQL none of its rows."""
    city.task()
    table, columns = Change._meta.db_table, [field.column for field in Change._meta.concrete_fields]
    chosen = ", ".join("'别人'" if column == "who" else column for column in columns)
    command = (
        f"SET CONSTRAINTS ALL IMMEDIATE; TRUNCATE {table}"
        if connection.vendor == "postgresql"
        else f"INSERT OR REPLACE INTO {table} ({', '.join(columns)}) SELECT {chosen} FROM {table}"
    )
    with (
        pytest.raises(DatabaseError, match="append-only"),
        transaction.atomic(),
        connection.cursor() as cursor,
    ):
        cursor.execute(command)
    assert record.verify().whole


def test_what_a_file_is_called_cannot_be_changed(city):
    upload = uploads.store_bytes(city.actors["unit"], "一.txt", b"abc")
    with pytest.raises(DatabaseError), transaction.atomic():
        Upload.objects.filter(pk=upload.pk).update(sha256="0" * 64)


def test_rows_written_while_it_is_verified_are_no_break(city, monkeypatch):
    city.task(title="先")
    whole_digest, written = record.digest, []

    def digest_meanwhile(row):
        if not written:
            written.append(row)
            city.task(title="后")
        return whole_digest(row)

    monkeypatch.setattr(record, "digest", digest_meanwhile)
    assert record.verify().whole
    assert written


def test_verify_sees_a_row_that_the_head_does_not_know(city):
    city.task()
    row = Change.objects.get(seq=1)
    row.seq, row.previous = 2, row.hash
    row.hash = record.digest(row)
    row.save(force_insert=True)
    assert record.verify().broken == 3


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
    verdict = record.verify()
    assert (verdict.whole, verdict.rows, verdict.last) == (True, 5, Head.objects.get(pk=1).hash)
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
