"""Years and months without a day, where words of time say that they are some."""

from __future__ import annotations

import pytest
from inforce.rules.readings.years import years_in

CASES = [
    ("en", "We have sold seeds since 2003.", [("2003", "2003-01-01", "2003-12-31")]),
    (
        "en",
        "In May 2018 and in June 2019.",
        [("May 2018", "2018-05-01", "2018-05-31"), ("June 2019", "2019-06-01", "2019-06-30")],
    ),
    ("fr", "Fondée en 2009.", [("2009", "2009-01-01", "2009-12-31")]),
    ("nl", "Sinds april 2016.", [("april 2016", "2016-04-01", "2016-04-30")]),
    (
        "de",
        "Seit Februar 2020, im Jahr 2021.",
        [("Februar 2020", "2020-02-01", "2020-02-29"), ("2021", "2021-01-01", "2021-12-31")],
    ),
    ("ar", "منذ ٢٠٠٩", [("٢٠٠٩", "2009-01-01", "2009-12-31")]),
    (
        "ja",
        "2009年に開館し、2010年4月に移転しました。",
        [("2009年", "2009-01-01", "2009-12-31"), ("2010年4月", "2010-04-01", "2010-04-30")],
    ),
    ("en", "Regulation 2016/679, the Companies Act 2014, up to 2000 packets, since 20030, since 1234.", []),
    ("en", "From 2018-493 on, in 2000.5 cases.", []),
    ("xx", "in 2003", []),
]


@pytest.mark.parametrize(("language", "text", "expected"), CASES)
def test_what_is_a_year(language: str, text: str, expected: list[tuple[str, str, str]]) -> None:
    found = [
        (text[start:end], first.isoformat(), last.isoformat()) for start, end, first, last in years_in(text, language)
    ]
    assert found == expected
