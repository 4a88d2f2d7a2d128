"""Contact sheets: all pictures of one screen on one page with their sizes below them, and a page with all of them."""

from collections.abc import Iterable
from html import escape
from pathlib import Path

from playwright.sync_api import Browser

WIDE = 2000  # pixels of a sheet
LOOK = """
body { margin: 24px; font: 16px sans-serif; background: #fff; color: #000; display: flex; flex-wrap: wrap; gap: 20px; }
h1, h2, nav { width: 100%; margin: 0; font-size: 24px; }
nav { font-size: 16px; line-height: 1.8; }
figure { margin: 0; }
img { display: block; height: 420px; border: 1px solid #999; }
figcaption { padding: 4px 0; }
"""
HEAD = f'<!doctype html><html lang="ja"><meta charset="utf-8"><style>{LOOK}</style>'


def lay_out(browser: Browser, name: str, pictures: Iterable[Path], sheet: Path) -> None:
    """Draw these pictures side by side onto one sheet."""
    figures = "".join(
        f'<figure><img src="{each.as_uri()}"><figcaption>{escape(each.stem)}</figcaption></figure>'
        for each in pictures
    )
    draft = sheet.with_suffix(".html")
    draft.write_text(f"{HEAD}<h1>{escape(name)}</h1>{figures}", encoding="utf-8")
    page = browser.new_page(viewport={"width": WIDE, "height": 900})
    page.goto(draft.as_uri())
    page.wait_for_function("[...document.images].every((each) => each.complete)")
    page.screenshot(path=sheet, full_page=True)
    page.close()
    draft.unlink()


def bind(folder: Path) -> Path:
    """One page with everything that lies there, whichever run has made it."""
    screens = sorted(each for each in folder.iterdir() if each.is_dir())
    ways = " ・ ".join(f'<a href="#{escape(each.name)}">{escape(each.name)}</a>' for each in screens)
    papers = " ・ ".join(
        f'<a href="{escape(each.name)}">{escape(each.name)}</a>' for each in sorted(folder.glob("*.pdf"))
    )
    body = "".join(_section(each) for each in screens)
    page = folder / "index.html"
    page.write_text(
        f"{HEAD}<title>寄合の画面</title><h1>寄合の画面</h1><nav>{ways}</nav><nav>{papers}</nav>{body}",
        encoding="utf-8",
    )
    return page


def _section(screen: Path) -> str:
    figures = "".join(
        f'<figure><a href="{screen.name}/{each.name}"><img loading="lazy" alt="{escape(each.stem)}" '
        f'src="{screen.name}/{each.name}"></a><figcaption>{escape(each.stem)}</figcaption></figure>'
        for each in sorted(screen.glob("*.png"))
    )
    return f'<h2 id="{escape(screen.name)}">{escape(screen.name)}</h2>{figures}'
