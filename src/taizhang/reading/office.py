"""Older office files (.doc, .wps, .rtf, .odt) by way of LibreOffice."""

import shutil
import subprocess
import tempfile
from pathlib import Path

from taizhang.records import ReportError

_SECONDS = 120
_PLACES = (
    "C:/Program Files/LibreOffice/program/soffice.exe",
    "C:/Program Files (x86)/LibreOffice/program/soffice.exe",
    "/Applications/LibreOffice.app/Contents/MacOS/soffice",
)


def _program() -> str | None:
    found = shutil.which("soffice") or shutil.which("libreoffice")
    return found or next((place for place in _PLACES if Path(place).is_file()), None)


def to_docx(data: bytes, name: str, ending: str) -> bytes:
    """Convert an older office file to .docx with the LibreOffice of the machine.

    Args:
        data: the file.
        name: its name, for messages.
        ending: its true ending (``.doc``).

    Raises:
        ReportError: there is no LibreOffice, or it cannot read the file.
    """
    if "EncryptedPackage".encode("utf-16-le") in data:
        raise ReportError(f"{name}：文件已加密；请去掉密码后再试。 It is encrypted; remove its password.")
    program = _program()
    if program is None:
        raise ReportError(
            f"{name}：{ending} 是旧格式；请用 Word 或 WPS 打开后另存为 .docx，或安装 LibreOffice 后再试。"
            f" {ending} is an old format: save it as .docx in Word or WPS, or install LibreOffice."
        )
    with tempfile.TemporaryDirectory() as folder:
        source = Path(folder) / f"report{ending}"
        source.write_bytes(data)
        profile = (Path(folder) / "profile").as_uri()
        command = [program, f"-env:UserInstallation={profile}", "--headless", "--convert-to", "docx"]
        try:
            subprocess.run(
                [*command, "--outdir", folder, str(source)], capture_output=True, timeout=_SECONDS, check=True
            )
            return (Path(folder) / "report.docx").read_bytes()
        except (subprocess.SubprocessError, OSError) as error:
            raise ReportError(
                f"{name}：LibreOffice 打不开这个文件；请用 Word 或 WPS 另存为 .docx。"
                f" LibreOffice cannot read it; save it as .docx in Word or WPS."
            ) from error
