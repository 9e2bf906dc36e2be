"""Ways around the guards of 0002: replacing a row on SQLite, truncating a table on PostgreSQL; files are guarded too."""

from django.db import migrations

GUARDED = {"office_change": "seq", "office_progress": "id", "office_evidence": "id", "office_note": "id"}
ADDED = {"office_upload": "id"}


def guard(apps, schema_editor):
    vendor = schema_editor.connection.vendor
    for table, key in (GUARDED | ADDED).items():
        if vendor == "postgresql":
            schema_editor.execute(
                f"CREATE TRIGGER {table}_no_truncate BEFORE TRUNCATE ON {table} "
                "FOR EACH STATEMENT EXECUTE FUNCTION taizhang_append_only()"
            )
        elif vendor == "sqlite":
            # INSERT OR REPLACE deletes the old row without asking the triggers of DELETE.
            schema_editor.execute(
                f"CREATE TRIGGER {table}_no_replace BEFORE INSERT ON {table} "
                f"WHEN EXISTS (SELECT 1 FROM {table} WHERE {key} = NEW.{key}) "
                f"BEGIN SELECT RAISE(ABORT, '{table} is append-only'); END"
            )
    for table in ADDED:
        if vendor == "postgresql":
            schema_editor.execute(
                f"CREATE TRIGGER {table}_append_only BEFORE UPDATE OR DELETE ON {table} "
                "FOR EACH ROW EXECUTE FUNCTION taizhang_append_only()"
            )
        elif vendor == "sqlite":
            for verb in ("UPDATE", "DELETE"):
                schema_editor.execute(
                    f"CREATE TRIGGER {table}_no_{verb.lower()} BEFORE {verb} ON {table} "
                    f"BEGIN SELECT RAISE(ABORT, '{table} is append-only'); END"
                )


class Migration(migrations.Migration):
    dependencies = [("office", "0002_append_only")]
    operations = [migrations.RunPython(guard, migrations.RunPython.noop)]
