"""The same report in other formats: what the tests of reading make from a text."""

import html
import io
import shutil
import subprocess
import zipfile
from pathlib import Path

CHROMIUM = shutil.which("chromium") or shutil.which("chromium-browser") or shutil.which("google-chrome")
_FLAGS = (
    "--headless --no-sandbox --disable-gpu --disable-quic --no-first-run --disable-background-networking"
    " --disable-component-update --disable-sync --no-pdf-header-footer"
)


def paragraphs(text):
    """Give the paragraphs of a sample, their indents dropped."""
    return [line.strip() for line in text.split("\n") if line.strip()]


def page(text, charset="utf-8"):
    """Make a saved page of a government site: menus, buttons, other news and a foot around the text."""
    title, *rest = (html.escape(line) for line in paragraphs(text))
    words = "\n".join(f'<p style="text-indent:2em">\u2003\u2003{line}</p>' for line in rest)
    news = "".join(
        f"<li><a href='/{n}'>砚江市召开第{n}次常务会议</a><span>2026-01-0{n}</span></li>" for n in range(9)
    )
    return f"""<!DOCTYPE html><html><head><meta charset="{charset}"><title>政府工作报告_砚江市人民政府</title>
<style>.x{{display:none}}</style><script>var news = "经济，发展。增长5%，亿元。";</script></head><body>
<ul><li><a>首页</a></li><li><a>政务公开</a></li><li><a>新闻中心</a></li><li><a>互动交流</a></li></ul>
<div>您的位置：<a>首页</a> &gt; <a>政务公开</a> &gt; <a>政府工作报告</a></div>
<div><h1>{title}</h1><div><span>来源：砚江日报</span> <span>发布时间：2026-01-28 09:20</span>
<span>【字号：<a>大</a> <a>中</a> <a>小</a>】</span> <a>打印</a></div>
<div class="TRS_Editor">{words}</div><div>分享到：<a>微信</a><a>微博</a></div><p>责任编辑：沈一凡</p></div>
<div><h3>相关新闻</h3><ul>{news}</ul></div>
<div><p>主办：砚江市人民政府办公室　承办：砚江市大数据中心</p><p>砚ICP备05000000号</p></div></body></html>"""


def newspaper(text, columns=5, size="A3"):
    """Make the page that Chromium prints: a headline over columns, as a newspaper sets it."""
    title, *rest = (html.escape(line) for line in paragraphs(text))
    words = "".join(f"<p>{line}</p>" for line in rest)
    return f"""<html><head><meta charset="utf-8"><style>@page{{size:{size};margin:18mm 15mm}}
body{{font:10pt/1.5 "Noto Serif CJK SC";margin:0}} h1{{text-align:center;font-size:26pt;column-span:all}}
div{{columns:{columns};column-gap:2em;text-align:justify}} p{{margin:0;text-indent:2em}}</style></head>
<body><div><h1>{title}</h1>{words}</div></body></html>"""


def printed(page, pdf: Path):
    """Print a page to PDF with headless Chromium."""
    source = pdf.with_suffix(".source.html")
    source.write_text(page, encoding="utf-8")
    profile = f"--user-data-dir={pdf.parent / 'profile'}"
    command = [CHROMIUM, *_FLAGS.split(), profile, f"--print-to-pdf={pdf}", source.as_uri()]
    subprocess.run(command, capture_output=True, timeout=120, check=True)
    source.unlink()
    return pdf


def word(text, path: Path):
    """Make a Word file."""
    import docx

    document = docx.Document()
    for line in paragraphs(text):
        document.add_paragraph(line)
    document.save(path)
    return path


def broken(package: bytes):
    """Yield a zipped package (Word, Excel) again and again, one part damaged each time: cut, or its bytes packed wrong."""
    names = zipfile.ZipFile(io.BytesIO(package)).namelist()
    for name in names:
        for damage in (lambda data: b"", lambda data: data[: len(data) // 2], lambda data: b"<a>" + data):
            yield _changed(package, name, damage)
    for name in names:
        # The packed bytes of the part are overwritten, its length and checksum stay.
        info = zipfile.ZipFile(io.BytesIO(package)).getinfo(name)
        start = info.header_offset + 30 + len(name.encode()) + 4
        yield package[:start] + b"\xff" * 8 + package[start + 8 :]


def _changed(package, name, damage):
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(package)) as old, zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as new:
        for item in old.infolist():
            data = old.read(item)
            new.writestr(item.filename, damage(data) if item.filename == name else data)
    return out.getvalue()
