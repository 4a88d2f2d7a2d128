"""The typeface of the product's first choice as the system's own: most machines of a city hall have it.

A page that finds it there fetches none of its own, which are some forty files, and two fifths of what a page costs.
"""

import os
from dataclasses import replace
from pathlib import Path

from tests.browser.finder import UNPACKED, Browser
from tools.places import BUILD, ROOT

FOLDER = BUILD / "letters"
# The second face, of even figures, has letters as wide as the first.
KNOWN = """<?xml version="1.0"?>
<!DOCTYPE fontconfig SYSTEM "urn:fontconfig:fonts.dtd">
<fontconfig>
  <include ignore_missing="yes">{system}</include>
  <dir>{faces}</dir>
  <cachedir>{cache}</cachedir>
  <match target="pattern">
    <test name="family"><string>BIZ UDGothic</string></test>
    <edit name="family" mode="assign" binding="same"><string>BIZ UDPGothic</string></edit>
  </match>
</fontconfig>
"""


def with_the_typeface(browser: Browser) -> Browser:
    """The same browser on a system that has it. Where systems know no fontconfig nothing changes."""
    FOLDER.mkdir(parents=True, exist_ok=True)
    known = FOLDER / "fonts.conf"
    written = FOLDER / f"{os.getpid()}.conf"  # several may write at once
    written.write_text(
        KNOWN.format(system=_of_the_system(), faces=ROOT / "web/dist/paper", cache=FOLDER / "cache"),
        encoding="utf-8",
    )
    written.replace(known)
    return replace(browser, env={**browser.env, "FONTCONFIG_FILE": str(known)})


def _of_the_system() -> Path:
    installed = Path("/etc/fonts/fonts.conf")
    return installed if installed.exists() else UNPACKED / "fonts" / "fonts.conf"
