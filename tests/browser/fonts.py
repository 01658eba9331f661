"""A font configuration of the tests' own: with DejaVu alone a page looks as on a bare Debian, whatever is installed."""

from __future__ import annotations

import sys
from pathlib import Path
from xml.sax.saxutils import escape

import pytest

from build_tools import fonts

CONFIGURATION = """\
<?xml version="1.0"?>
<!DOCTYPE fontconfig SYSTEM "urn:fontconfig:fonts.dtd">
<fontconfig>
  <include ignore_missing="yes">/etc/fonts/conf.d</include>
  <reset-dirs/>
  <dir>{files}</dir>
  <cachedir>{cache}</cachedir>
</fontconfig>
"""


def has_fontconfig() -> bool:
    """Whether a browser here takes its fonts from fontconfig. On macOS the system chooses."""
    return sys.platform == "linux"


def font_configuration(folder: Path) -> Path:
    """Write into a folder the configuration that knows DejaVu alone; fails the test where DejaVu is missing. The files
    are links of their own, since other fonts may lie in the same folder as DejaVu."""
    found = fonts.dejavu()
    if not found:
        pytest.fail(fonts.MISSING, pytrace=False)
    (folder / "files").mkdir()
    for name, path in found.items():
        (folder / "files" / name).symlink_to(path)
    text = CONFIGURATION.format(files=escape(str(folder / "files")), cache=escape(str(folder / "cache")))
    (folder / "fonts.conf").write_text(text, encoding="utf-8")
    return folder / "fonts.conf"
