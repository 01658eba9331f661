"""Bytes of the records that Inforce writes itself: JSON that people can read and compare, always the same bytes."""

from __future__ import annotations

import json
import re
from collections.abc import Mapping
from datetime import datetime
from typing import Any
from zoneinfo import ZoneInfo

from babel import Locale
from babel.dates import format_date
from pydantic import BaseModel

_EFFECTIVE = re.compile(r"\[([^\[\]]*)\]\(fact:version\.effective\)")


def record(data: BaseModel | Mapping[str, Any]) -> bytes:
    """A record as JSON, in the order its model or its source has: two spaces, one newline at the end.

    Empty optional entries are left out.
    """
    plain = data.model_dump(mode="json", exclude_none=True) if isinstance(data, BaseModel) else data
    return (json.dumps(plain, ensure_ascii=False, indent=2) + "\n").encode()


def links_effective_date(text: str) -> bool:
    """Whether a section states the date on which its version takes effect."""
    return _EFFECTIVE.search(text) is not None


def with_effective_date(text: str, effective_from: datetime, *, time_zone: str, language: str) -> str:
    """A section with the date written into its links to `fact:version.effective`, in its language and zone."""
    local = effective_from.astimezone(ZoneInfo(time_zone)).date()
    locale = Locale("en", "001") if language == "en" else Locale.parse(language, sep="-")  # day first, as on the pages
    words = format_date(local, format="long", locale=locale)
    return _EFFECTIVE.sub(lambda _: f"[{words}](fact:version.effective)", text)
