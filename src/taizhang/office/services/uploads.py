"""Uploads: checked by content and size, kept by their hash outside the web root."""

import hashlib
import io
import os
import tempfile
import zipfile
from pathlib import Path

from django.conf import settings
from django.core.files.uploadedfile import UploadedFile
from django.db import transaction

from taizhang.office.models import Upload
from taizhang.office.services import record
from taizhang.office.services.acting import Actor, Refused

_MAGIC = {
    "pdf": (b"%PDF-",),
    "png": (b"\x89PNG\r\n\x1a\n",),
    "jpg": (b"\xff\xd8\xff",),
    "docx": (b"PK\x03\x04",),
    "xlsx": (b"PK\x03\x04",),
    "doc": (b"\xd0\xcf\x11\xe0",),
    "wps": (b"\xd0\xcf\x11\xe0", b"PK\x03\x04"),
    "rtf": (b"{\\rtf",),
    "odt": (b"PK\x03\x04",),
    "tif": (b"II*\x00", b"MM\x00*"),
    "xls": (b"\xd0\xcf\x11\xe0",),
}
_INSIDE = {"docx": "word/document.xml", "xlsx": "xl/workbook.xml", "odt": "content.xml"}
_TEXT = frozenset({"txt", "html", "htm", "mht", "mhtml", "csv", "md"})
_LARGEST_INSIDE = {"docx": 512 * 1024 * 1024, "odt": 512 * 1024 * 1024, "xlsx": 64 * 1024 * 1024}
# A bomb is small outside and huge inside: what people write shrinks to a tenth, rarely to a fiftieth.
_BOMB, _SUSPECT_FROM = 100, 16 * 1024 * 1024
_OLD_MACROS = "_VBA_PROJECT".encode("utf-16-le")
KINDS = tuple(sorted({*_MAGIC, *_TEXT}))
"""Endings that may be uploaded."""


def check(name: str, data: bytes) -> str:
    """Say what kind of file this is.

    Raises:
        Refused: empty, too large, of a kind that is not taken, or not what its name says.
    """
    kind = Path(name).suffix.lower().lstrip(".").replace("jpeg", "jpg").replace("tiff", "tif")
    if not data:
        raise Refused("文件是空的：{name}", name=name)
    if len(data) > settings.UPLOAD_LIMIT:
        raise Refused("文件太大：{name}，最大{limit} MB", name=name, limit=settings.UPLOAD_LIMIT // 1024**2)
    if kind not in KINDS:
        raise Refused("不收这种文件：{name}。可以上传：{kinds}", name=name, kinds="、".join(KINDS))
    if kind in _MAGIC and not data.startswith(_MAGIC[kind]):
        raise Refused("文件内容与名称不符：{name}", name=name)
    if kind in _INSIDE:
        _check_package(name, data, kind)
    if kind in ("doc", "xls") and _OLD_MACROS in data:
        raise Refused("文件里有宏，请去掉宏再上传：{name}", name=name)
    if kind in _TEXT and b"\x00" in data[:4096] and not data.startswith((b"\xff\xfe", b"\xfe\xff")):
        raise Refused("文件内容与名称不符：{name}", name=name)
    return kind


def store(actor: Actor, file: UploadedFile) -> Upload:
    """Check and keep a file; the bytes are on the disk before the row is.

    Raises:
        Refused: see ``check``.
    """
    if file.size and file.size > settings.UPLOAD_LIMIT:
        check(file.name or "", b"0" * (settings.UPLOAD_LIMIT + 1))
    return store_bytes(actor, file.name or "", file.read())


def store_bytes(actor: Actor, name: str, data: bytes) -> Upload:
    """Check and keep bytes under a name, as ``store`` does."""
    name = Path(name.replace("\\", "/")).name[:200]
    kind = check(name, data)
    digest = hashlib.sha256(data).hexdigest()
    _write(_place(digest), data)
    with transaction.atomic():
        upload = Upload.objects.create(name=name, sha256=digest, size=len(data), kind=kind, by=actor.person)
        record.append(actor, "upload", upload)
    return upload


def path_of(upload: Upload) -> Path:
    """Where the bytes of an upload lie."""
    return _place(upload.sha256)


def _place(digest: str) -> Path:
    return Path(settings.UPLOAD_FOLDER) / digest[:2] / digest


def _write(path: Path, data: bytes) -> None:
    if path.exists():
        return
    path.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
    handle, made = tempfile.mkstemp(dir=path.parent)
    with os.fdopen(handle, "wb") as out:
        out.write(data)
        out.flush()
        os.fsync(out.fileno())
    Path(made).replace(path)
    if os.name == "posix":
        # The name is on the disk too, not the bytes alone: a power cut must not lose what was answered.
        folder = os.open(path.parent, os.O_RDONLY)
        try:
            os.fsync(folder)
        finally:
            os.close(folder)


def _check_package(name: str, data: bytes, kind: str) -> None:
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as package:
            inside = package.infolist()
    except zipfile.BadZipFile as error:
        raise Refused("文件内容与名称不符：{name}", name=name) from error
    names = {item.filename.lower() for item in inside}
    if _INSIDE[kind] not in names:
        raise Refused("文件内容与名称不符：{name}", name=name)
    if any(one.endswith("vbaproject.bin") for one in names):
        raise Refused("文件里有宏，请去掉宏再上传：{name}", name=name)
    unpacked = sum(item.file_size for item in inside)
    if unpacked > _LARGEST_INSIDE[kind] or (unpacked > _SUSPECT_FROM and unpacked > _BOMB * len(data)):
        raise Refused("文件展开后太大：{name}", name=name)
