import re
from datetime import UTC, date, datetime, timedelta, timezone
from decimal import Decimal
from importlib.resources import files
from io import StringIO
from itertools import pairwise
from zoneinfo import ZoneInfo

import pytest
from babel.messages.pofile import read_po
from hypothesis import given
from hypothesis import strategies as st
from inforce.site.resources import catalogs
from inforce.site.translator import Foreign, Piece, Translator, direction, native_name, with_territory, words_for

LANGUAGES = tuple(catalogs())
BRUSSELS = ZoneInfo("Europe/Brussels")


def words(language: str) -> Translator:
    return words_for(language, catalogs())


def messages(language: str) -> dict[str, tuple[str, ...]]:
    """msgid (of a plural the singular) to its translations."""
    po = files("inforce.site").joinpath("locale", language, "LC_MESSAGES", "inforce.po").read_text("utf-8")
    found: dict[str, tuple[str, ...]] = {}
    for message in read_po(StringIO(po)):
        sources = (message.id,) if isinstance(message.id, str) else message.id
        strings = (message.string,) if isinstance(message.string, str) else message.string
        if sources[0]:
            found[str(sources[0])] = tuple(str(each or "") for each in strings or ())
    return found


@pytest.mark.parametrize("language", [each for each in LANGUAGES if each != "en"])
def test_little_is_left_in_english(language: str) -> None:
    same = {re.sub(r"{\w+}|\W", "", source) for source, found in messages(language).items() if found == (source,)}
    assert {each for each in same if len(each) > 13} == set()


@pytest.mark.parametrize(
    ("language", "expected"),
    [
        ("en", "15 January 2026"),
        ("fr", "15\xa0janvier\xa02026"),
        ("nl", "15 januari 2026"),
        ("de", "15. Januar 2026"),
        ("ar", "15 يناير 2026"),
        ("ja", "2026年1月15日"),
    ],
)
def test_a_day_at_midnight_is_a_date(language: str, expected: str) -> None:
    assert words(language).day(datetime(2026, 1, 15, tzinfo=BRUSSELS)) == expected


@pytest.mark.parametrize(
    ("language", "told"), [("nl", "nl_NL"), ("fr-BE", "fr_BE"), ("zh-Hant", "zh_TW"), ("en", "en_US")]
)
def test_a_language_has_its_territory_or_the_likeliest(language: str, told: str) -> None:
    assert with_territory(language) == told


def test_the_first_of_a_month_in_french() -> None:
    assert words("fr").day(datetime(2027, 2, 1, tzinfo=BRUSSELS)) == "1er\xa0février\xa02027"
    assert words("fr").date(datetime(2027, 2, 11, tzinfo=BRUSSELS)) == "11\xa0février\xa02027"


def test_another_hour_is_told_with_its_zone() -> None:
    told = words("en").day(datetime(2026, 7, 15, 14, 30, tzinfo=BRUSSELS))
    assert told.startswith("15 July 2026")
    assert "2:30" in told
    assert "GMT+02:00" in told


def test_summer_in_dublin_is_an_hour_ahead() -> None:
    """CLDR's names by way of the zone's database say winter there: its winter time is the one that is set back."""
    dublin = ZoneInfo("Europe/Dublin")
    assert "GMT+01:00" in words("en").day(datetime(2026, 7, 15, 14, 30, tzinfo=dublin))
    assert words("en").day(datetime(2026, 1, 15, 14, 30, tzinfo=dublin)).endswith("(GMT)")


@pytest.mark.parametrize(
    ("language", "zero", "west"),
    [
        ("en", "GMT", "GMT-05:00"),
        ("fr", "UTC", "UTC-05:00"),
        ("nl", "GMT", "GMT-05:00"),
        ("de", "GMT", "GMT-05:00"),
        ("ar", "غرينتش", "غرينتش-05:00"),
        ("ja", "GMT", "GMT-05:00"),
    ],
)
def test_no_offset_is_told_as_the_language_has_it(language: str, zero: str, west: str) -> None:
    """CLDR: gmtZeroFormat and gmtFormat."""
    for zone, expected in ((UTC, zero), (timezone(timedelta(hours=-5)), west)):
        assert words(language).day(datetime(2026, 1, 15, 14, 30, tzinfo=zone)).endswith(f"({expected})")


def test_an_instant_with_an_offset_alone_has_its_day() -> None:
    assert "15 July 2026" in words("en").day(datetime(2026, 7, 15, 14, tzinfo=timezone(timedelta(hours=2))))


@pytest.mark.parametrize(
    ("language", "parts", "expected"),
    [
        ("en", {"years": 1}, "1 year"),
        ("en", {"years": 1, "months": 6}, "1 year and 6 months"),
        ("fr", {"months": 13}, "13\xa0mois"),
        ("de", {"days": 1}, "1 Tag"),
        ("ja", {"months": 6}, "6か月"),
        ("ja", {"years": 1, "months": 6}, "1年6か月"),
        ("ar", {"months": 1}, "شهر واحد"),
        ("ar", {"months": 2}, "شهران"),
        ("ar", {"months": 6}, "6 أشهر"),
        ("ar", {"months": 13}, "13 شهرًا"),
        ("ar", {"months": 100}, "100 شهر"),
    ],
)
def test_a_duration_is_told_as_the_language_counts(language: str, parts: dict[str, int], expected: str) -> None:
    assert words(language).duration(parts) == expected


# ---- French: what belongs together stays on one line (Lexique des règles typographiques, Imprimerie nationale)

NARROW = "\N{NARROW NO-BREAK SPACE}"
WIDE = "\N{NO-BREAK SPACE}"
SPACES = {";": NARROW, "!": NARROW, "?": NARROW, ":": WIDE, "»": WIDE}
AMOUNTS = st.decimals(min_value=0, max_value=10_000_000, places=2)


def broken(said: str) -> list[str]:
    """What a line of French would begin or end with, wrongly: a line breaks at a plain space, and there alone."""
    lines = said.split(" ")
    found = [line for line in lines if re.match(r"[;:!?»%€)]", line) or re.search(r"[«(]$", line)]
    return found + [f"{one} {two}" for one, two in pairwise(lines) if re.search(r"\d$", one) and UNIT.match(two)]


UNIT = re.compile(r"(?:an|mois|semaine|jour|heure|minute|seconde|%|€|EUR|modification|section|paragraphe)s?\b")


@given(st.text("aé 1", min_size=1), st.integers(0, 200))
def test_signs_and_units_of_the_french_catalog_never_stand_alone(value: str, count: int) -> None:
    value = value.strip() or "x"
    for source, found in messages("fr").items():
        for each in found:
            names = dict.fromkeys(re.findall(r"{(\w+)}", each), value) | {"count": str(count)}
            assert not broken(re.sub(r"[\[\]]", "", each).format_map(names)), (source, each)


@pytest.mark.parametrize("each", [each for found in messages("fr").values() for each in found])
def test_french_signs_have_the_space_that_is_theirs(each: str) -> None:
    for sign in re.finditer(r"[;!?:»]", each):
        assert each[: sign.start()].endswith(SPACES[sign[0]]), each
    assert all(after == WIDE for after in re.findall(r"«(.)", each)), each


@given(st.dates(min_value=date(1900, 1, 1)), AMOUNTS, st.integers(1, 400))
def test_french_dates_numbers_and_units_stay_on_one_line(day: date, amount: Decimal, count: int) -> None:
    french = words("fr")
    assert " " not in french.date(day)
    assert " " not in french.day(datetime(day.year, day.month, day.day, tzinfo=UTC))
    assert " " not in french.percentage(amount)
    assert " " not in french.money(amount, "EUR")
    for unit in ("years", "months", "weeks", "days", "hours", "minutes", "seconds"):
        assert " " not in french.duration({unit: count})
    assert not broken(french.duration({"years": count, "months": count}))


@pytest.mark.parametrize("said", ["a ; b", "« a", "a »", "10 ans", "5 %", "( a"])
def test_what_breaks_is_found(said: str) -> None:
    assert broken(said)


def test_values_mark_nothing() -> None:
    assert words("en").pieces("[In force] since {date}", date="[x]") == (
        Piece(text="In force", marked=True),
        Piece(text=" since [x]", marked=False),
    )


def test_words_of_another_language_are_a_piece_of_their_own() -> None:
    told = words("fr").pieces(
        "See [{title}, version {number}].", title=Foreign(text="[x] {y}", language="en"), number=2
    )
    assert told == (
        Piece(text="Voir\xa0: ", marked=False),
        Piece(text="[x] {y}", marked=True, language="en"),
        Piece(text=", version 2", marked=True),
        Piece(text=".", marked=False),
    )


@pytest.mark.parametrize(("language", "spoken"), [("fr-BE", "fr-BE"), ("xx", "en"), ("sv", "en")])
def test_the_nearest_catalog(language: str, spoken: str) -> None:
    found = words(language)
    assert found.language == spoken
    assert found.text("Contents") == ("Sommaire" if spoken == "fr-BE" else "Contents")


def test_names_and_directions() -> None:
    assert [native_name(each) for each in ("en", "fr", "ar", "ja")] == ["English", "Français", "العربية", "日本語"]
    assert [direction(each) for each in ("en", "ar", "he", "ja")] == ["ltr", "rtl", "rtl", "ltr"]
    assert words("fr").name("en") == "anglais"
