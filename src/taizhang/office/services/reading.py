"""Reading of uploaded reports outside the request: a queue in the database, one process a report."""

import json
import subprocess
import sys
import tempfile
import threading
import time
from collections.abc import Iterable
from datetime import timedelta
from pathlib import Path
from queue import Empty, Queue
from typing import Any

from django.db import transaction
from django.db.models import Q

from taizhang.office.models import Job, Report, Row, Upload
from taizhang.office.services import record, rights, uploads
from taizhang.office.services.acting import COMMAND, Actor, now

LONGEST = 900
"""Seconds that reading one report may take."""
SILENT = timedelta(seconds=120)
"""A running job that has not moved for so long belonged to a process that died."""
PAUSE = 0.5
"""Seconds to wait for a line of the reader before looking after it."""
_MESSAGES = {
    "text": "读出文字",
    "health": "看篇章与完整性",
    "entries": "读数据条目",
    "targets": "读主要预期目标",
    "tasks": "分解任务",
}


def receive(actor: Actor, upload: Upload, title: str, area: str, year: int | None) -> Report:
    """Take in a report and queue its reading."""
    with transaction.atomic():
        rights.require(actor.person, "report.upload")
        report = Report.objects.create(
            title=title.strip() or Path(upload.name).stem,
            area=area,
            year=year,
            upload=upload,
            by=actor.person,
        )
        Job.objects.create(report=report)
        record.append(actor, "receive", report, None, {"title": report.title, "upload": upload.name})
    return report


def known(upload: Upload) -> Report | None:
    """The report in use that was read from the same bytes, if there is one."""
    same = Report.objects.filter(upload__sha256=upload.sha256, closed=False)
    return same.exclude(state="failed").first()


def close(actor: Actor, pk: int, version: int | None) -> Report:
    """Take a report out of use, or back: it leaves desks and lists, its rows, tasks and record stay.

    Raises:
        Conflict: somebody else acted since ``version``; two who both close it would open it again.
    """
    with transaction.atomic():
        rights.require(actor.person, "report.upload")
        report = Report.objects.select_for_update().get(pk=pk)
        record.check_version(report, version)
        before = record.snapshot(report)
        report.closed = not report.closed
        report.version += 1
        report.save()
        record.append(actor, "close", report, before)
    return report


def read_again(actor: Actor, pk: int) -> Report:
    """Queue the reading of a report that failed once more."""
    with transaction.atomic():
        rights.require(actor.person, "report.upload")
        report = Report.objects.select_for_update().get(pk=pk)
        if report.state == "failed":
            report.state = "waiting"
            report.save()
            Job.objects.create(report=report)
            record.append(actor, "read_again", report, {"state": "failed"}, {"state": "waiting"})
    return report


def work_one() -> bool:
    """Do one queued job; say whether there was one."""
    job = _claim()
    if job is None:
        return False
    with tempfile.TemporaryDirectory() as folder:
        file, out = Path(folder) / job.report.upload.name, Path(folder) / ".rows.json"
        file.symlink_to(uploads.path_of(job.report.upload))
        error = _run(job, file, out)
        if error:
            _fail(job, error)
        else:
            keep(job, json.loads(out.read_text(encoding="utf-8")))
    return True


def keep(job: Job, found: dict[str, Any]) -> None:
    """Store what was read: text, health, and a row for every target, task and entry."""
    with transaction.atomic():
        report = Report.objects.select_for_update().get(pk=job.report_id)
        report.text, report.state, report.error = found["text"], "read", ""
        report.area, report.year = report.area or found["area"] or "", report.year or found["year"]
        report.health, report.headings = found["outline"]["health"], found["outline"]["headings"]
        if found["outline"]["title"] and report.upload and report.title == Path(report.upload.name).stem:
            report.title = _titled(found["outline"]["title"], report.year)
        report.version += 1
        report.save()
        Row.objects.bulk_create(
            Row(report=report, kind=kind, start=row["span"][0], end=row["span"][1], machine=row)
            for kind, rows in (("target", "targets"), ("task", "tasks"), ("entry", "entries"))
            for row in found[rows]
        )
        job.state, job.done, job.beat = "done", job.total, now()
        job.save()
        counts = {name: str(len(found[name])) for name in ("targets", "tasks", "entries")}
        record.append(COMMAND, "read", report, {"state": "waiting"}, {"state": "read", **counts})


def _titled(title: str, year: int | None) -> str:
    """The report's own title, with its year where it does not say it."""
    return (title if year is None or str(year) in title else f"{year}年{title}")[:200]


def _claim() -> Job | None:
    with transaction.atomic():
        waiting = Q(state="queued") | Q(state="running", beat__lt=now() - SILENT)
        job = Job.objects.select_for_update(skip_locked=_skips()).filter(waiting).order_by("pk").first()
        if job is not None:
            job.state, job.beat = "running", now()
            job.save()
    return job


def _skips() -> bool:
    return bool(transaction.get_connection().features.has_select_for_update_skip_locked)


def _run(job: Job, file: Path, out: Path) -> str:
    """Run the reader; give the sentence that went wrong, empty if none did."""
    year = str(job.report.year or "")
    command = [sys.executable, "-m", "taizhang.office.reader", str(file), str(out), job.report.area, year]
    lines: Queue[str] = Queue()
    until = time.monotonic() + LONGEST
    error = ""
    with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True) as child:
        listener = threading.Thread(target=_listen, args=(child.stdout, lines), daemon=True)
        listener.start()
        while listener.is_alive() or not lines.empty():
            if time.monotonic() > until:
                child.kill()
                return "读取超时，请把文件分成几份再上传"
            word, _, rest = _next_line(lines).partition(" ")
            if word == "error":
                error = rest.replace(f"{file.parent}/", "")  # where the server put it is nobody's business
            elif word == "step":
                number, _, step = rest.partition(" ")
                Job.objects.filter(pk=job.pk).update(done=int(number), message=_MESSAGES[step], beat=now())
            else:
                Job.objects.filter(pk=job.pk).update(beat=now())
        code = child.wait()
    return error or ("" if code == 0 else "读取中断，文件可能已损坏；请换一种格式（如 docx、txt）再上传")


def _listen(stream: Iterable[str], lines: "Queue[str]") -> None:
    for line in stream:
        lines.put(line)


def _next_line(lines: "Queue[str]") -> str:
    try:
        return lines.get(timeout=PAUSE).strip()
    except Empty:
        return ""


def _fail(job: Job, error: str) -> None:
    with transaction.atomic():
        Report.objects.filter(pk=job.report_id).update(state="failed", error=error)
        Job.objects.filter(pk=job.pk).update(state="failed", message=error[:200])
        record.append(COMMAND, "read", job.report, {"state": "waiting"}, {"state": "failed", "error": error})
