"""Contact sheets: all pictures of one screen on one page, with their sizes below them."""

from collections.abc import Iterable
from html import escape
from pathlib import Path

from playwright.sync_api import Browser

WIDE = 2000  # pixels of a sheet
LOOK = """
body { margin: 24px; font: 16px sans-serif; background: #fff; color: #000; display: flex; flex-wrap: wrap; gap: 20px; }
h1 { width: 100%; margin: 0; font-size: 24px; }
figure { margin: 0; }
img { display: block; height: 420px; border: 1px solid #999; }
figcaption { padding: 4px 0; }
"""


def lay_out(browser: Browser, name: str, pictures: Iterable[Path], sheet: Path) -> None:
    """Draw these pictures side by side onto one sheet."""
    figures = "".join(
        f'<figure><img src="{each.as_uri()}"><figcaption>{escape(each.stem)}</figcaption></figure>'
        for each in pictures
    )
    draft = sheet.with_suffix(".html")
    draft.write_text(
        f'<meta charset="utf-8"><style>{LOOK}</style><h1>{escape(name)}</h1>{figures}', encoding="utf-8"
    )
    page = browser.new_page(viewport={"width": WIDE, "height": 900})
    page.goto(draft.as_uri())
    page.wait_for_function("[...document.images].every((each) => each.complete)")
    page.screenshot(path=sheet, full_page=True)
    page.close()
    draft.unlink()
