"""The manual as web pages, in out/manual: `./run manual`. `./run manual pictures` draws its pictures anew.

The pages need no script and nothing from elsewhere: they may lie on any web server, or be opened as files.
"""

import html
import re
import shutil
from pathlib import Path

from markdown_it import MarkdownIt
from project import ROOT, say

from desktop.gui.manual.pages import PICTURES, Page, picture, read_pages, slug

HELP = ROOT / "resources" / "help"
OUT = ROOT / "out" / "manual"
LANGUAGES = {"en": "English", "de": "Deutsch"}

STYLE = """
:root { color-scheme: light dark; --page: #fdfdfb; --panel: #f5f5f3; --text: #1c1c1e; --dim: #707077;
  --line: #dadad6; --tint: #e9e9e7; --accent: #3a56c5; }
@media (prefers-color-scheme: dark) { :root { --page: #1d1f23; --panel: #17191c; --text: #e6e6e3;
  --dim: #8f9198; --line: #34373d; --tint: #2c2f34; --accent: #93a7ff; } }
* { box-sizing: border-box; }
body { margin: 0; background: var(--page); color: var(--text); font: 17px/1.6 system-ui, sans-serif; }
.whole { display: flex; flex-wrap: wrap; align-items: flex-start; }
nav { flex: 0 0 17rem; padding: 2rem 1.5rem; background: var(--panel); min-height: 100vh; }
nav ul { list-style: none; margin: 0 0 2rem; padding: 0; }
nav a { display: block; padding: .2rem 0; color: var(--text); text-decoration: none; }
nav a[aria-current] { color: var(--accent); font-weight: 600; }
main { flex: 1 1 32rem; max-width: 50rem; padding: 2rem; }
h1 { line-height: 1.2; } h2 { margin-top: 2.2em; } a { color: var(--accent); }
img { max-width: 100%; height: auto; border: 1px solid var(--line); border-radius: 8px; }
code { background: var(--tint); padding: .1em .35em; border-radius: 4px; font-size: .88em; }
pre { background: var(--tint); padding: 1em; border-radius: 8px; overflow-x: auto; }
pre code { background: none; padding: 0; }
table { border-collapse: collapse; width: 100%; } th, td { border: 1px solid var(--line); padding: .4em .6em;
  text-align: left; vertical-align: top; } th { background: var(--tint); }
@media (max-width: 52rem) { nav { min-height: 0; flex-basis: 100%; } }
"""

SHELL = """<!doctype html>
<html lang="{language}">
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>{title} – Lesart</title>
<link rel="stylesheet" href="../style.css">
<div class="whole">
<nav><ul>{pages}</ul><ul>{languages}</ul></nav>
<main>
{body}</main>
</div>
</html>
"""


def main(arguments: list[str]) -> int:
    """Write the pages, or draw the pictures."""
    if arguments == ["pictures"]:
        import pictures

        pictures.draw_all()
    else:
        say(str(write_all() / "index.html"))
    return 0


def write_all(out: Path = OUT) -> Path:
    """Write every page of every language anew; returns the folder."""
    shutil.rmtree(out, ignore_errors=True)
    out.mkdir(parents=True)
    (out / "style.css").write_text(STYLE.lstrip(), encoding="utf-8")
    (out / "index.html").write_text(
        '<!doctype html><meta http-equiv="refresh" content="0; url=en/index.html">\n'
    )
    for language in LANGUAGES:
        pages = read_pages(HELP / language)
        shutil.copytree(HELP / language / PICTURES, out / language / PICTURES)
        for page in pages.values():
            words = written(page, pages, language)
            (out / language / _file(page.name)).write_text(words, encoding="utf-8")
    return out


def written(page: Page, pages: dict[str, Page], language: str) -> str:
    """A page as HTML, with the list of all pages beside it."""
    here = ' aria-current="page"'
    listed = [
        f'<li><a href="{_file(it.name)}"{here if it is page else ""}>{html.escape(it.title)}</a>'
        for it in pages.values()
    ]
    others = [
        f'<li><a href="../{code}/{_file(page.name)}" lang="{code}">{name}</a>'
        for code, name in LANGUAGES.items()
        if code != language
    ]
    return SHELL.format(
        language=language,
        title=html.escape(page.title),
        pages="".join(listed),
        languages="".join(others),
        body=_body(page.text, HELP / language),
    )


def _body(text: str, folder: Path) -> str:
    """Markdown as HTML: links lead to pages and headings, dark screens show dark pictures."""
    made = str(MarkdownIt("commonmark").enable("table").render(text))
    made = re.sub(r'href="([\w-]+)\.md', r'href="\1.html', made)
    made = re.sub(
        r"<(h[1-6])>(.*?)</\1>",
        lambda it: f'<{it[1]} id="{slug(re.sub("<[^>]*>", "", html.unescape(it[2])))}">{it[2]}</{it[1]}>',
        made,
    )
    return re.sub(r'<img src="([^"]+)"[^>]*>', lambda it: _themed(it[0], it[1], folder), made)


def _themed(image: str, name: str, folder: Path) -> str:
    dark = picture(folder, name, dark=True)
    if dark == folder / name:
        return image
    source = dark.relative_to(folder).as_posix()
    return f'<picture><source srcset="{source}" media="(prefers-color-scheme: dark)">{image}</picture>'


def _file(name: str) -> str:
    return f"{Path(name).stem}.html"
