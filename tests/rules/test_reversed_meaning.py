"""Words that deny, coming or going."""

from __future__ import annotations

import pytest
from inforce.model.text import Section
from inforce.reader.section import parse_section
from inforce.rules.corrected import changes
from inforce.rules.reversed_meaning import is_turned, turned_bounds

TURNED = [
    ("en", "We never sell it.", "We sell it."),
    ("en", "We sell it to nobody.", "We sell it to anybody."),
    ("en", "We do not sell it.", "We do sell it."),
    ("en", "We don’t sell it.", "We sell it."),
    ("en", "With your consent.", "Without your consent."),
    ("en", "It is lawful there.", "It is unlawful there."),
    ("fr", "Nous ne le vendons jamais.", "Nous le vendons parfois."),
    ("de", "Wir geben keine Daten weiter.", "Wir geben Daten weiter."),
    ("nl", "Wij verkopen niets.", "Wij verkopen alles."),
    ("ja", "データを販売しません。", "データを販売します。"),
    ("ja", "消去するか、返します。", "消去せず、返します。"),
    ("ar", "لا نبيع بياناتك", "نبيع بياناتك"),
]
HELD_BACK_TURNED = [
    ("en", "Nothing is shared with others.", "Everything is shared with others."),
    ("fr", "Sans votre accord, nous n’envoyons rien.", "Avec votre accord, nous n’envoyons rien."),
    ("de", "Ohne Ihre Einwilligung geschieht das nicht.", "Ohne Ihre Einwilligung geschieht das."),
    ("nl", "We bewaren het nooit langer.", "We bewaren het soms langer."),
    ("ja", "第三者に提供しない。", "第三者に提供する。"),
    ("es", "No vendemos sus datos.", "Vendemos sus datos."),
    ("en", "Loans are nobody else’s business.", "Loans are somebody else’s business."),
]
KEPT = [
    ("en", "It does not fit, neither does it hold.", "It does not fit, nor does it hold."),
    ("en", "We keep it no longer than 2 years.", "We keep it for at most 2 years."),
    ("en", "We may keep it.", "We must keep it."),
    ("en", "One. We never sell it.\n\nTwo is here.", "Two is here.\n\nOne. We never sell it."),
    ("fr", "Nous n’utilisons que des cookies.", "Nous utilisons seulement des cookies."),
    ("ja", "必ず保存します。", "すべて保存します。"),
    ("de", "Wir speichern Daten.", "Wir verarbeiten Daten."),
    ("xx", "We never sell it.", "We sell it."),
]
HELD_BACK_KEPT = [
    ("en", "By no later than March.", "By March at the latest."),
    ("en", "We do not sell it to others.", "We never sell it to others."),
    ("fr", "Nous ne vendons pas vos données.", "Nous ne vendons jamais vos données."),
    ("nl", "Wij delen geen gegevens met derden.", "Wij delen niets met derden."),
    ("en", "Information that is noted.", "Data that is noted."),
]


def turned(language: str, old: str, new: str) -> bool:
    one, other = (parse_section(f"# A\n\n{each}\n", id="a", file="a", language="en")[0] for each in (old, new))
    assert one is not None
    assert other is not None
    return is_turned(changes(one, other), language)


@pytest.mark.parametrize(("language", "old", "new"), [*TURNED, *HELD_BACK_TURNED])
def test_what_is_turned(language: str, old: str, new: str) -> None:
    assert turned(language, old, new)
    assert turned(language, new, old)


@pytest.mark.parametrize(("language", "old", "new"), [*KEPT, *HELD_BACK_KEPT])
def test_what_is_only_reworded(language: str, old: str, new: str) -> None:
    assert not turned(language, old, new)
    assert not turned(language, new, old)


def section(text: str) -> Section:
    parsed, problems = parse_section(f"# Heading\n\n{text}\n", id="a", file="x")
    assert parsed is not None, problems
    return parsed


def turned_of_turned_bounds(old: str, new: str, language: str) -> list[tuple[str, str]]:
    return list(turned_bounds(section(old), section(new), language))


@pytest.mark.parametrize(
    ("language", "old", "new"),
    [
        ("en", "We answer within [30 days](fact:a.b).", "We answer after [30 days](fact:a.b)."),
        ("en", "Kept until 1 March 2027.", "Kept from 1 March 2027."),
        ("en", "At least 20% of it.", "At most 20% of it."),
        ("fr", "Dans les 30 jours.", "Au bout de 30 jours."),
        ("fr", "Avant le 1er mars 2027.", "Après le 1er mars 2027."),
        ("nl", "Binnen 30 dagen.", "Na 30 dagen."),
        ("nl", "Tot 1 maart 2027.", "Vanaf 1 maart 2027."),
        ("de", "Bis zum 1. März 2027.", "Nach dem 1. März 2027."),
        ("de", "Innerhalb von 30 Tagen.", "Erst nach Ablauf von 30 Tagen."),
        ("ar", "خلال 30 يوما.", "بعد 30 يوما."),
        ("ja", "30日以内に。", "30日後に。"),
    ],
)
def test_the_contrary(language: str, old: str, new: str) -> None:
    assert len(turned_of_turned_bounds(old, new, language)) == len(turned_of_turned_bounds(new, old, language)) == 1


@pytest.mark.parametrize(
    ("language", "old", "new"),
    [
        ("en", "Within 30 days.", "Within 20 days."),
        ("en", "Within 30 days.", "No later than 30 days after your request."),
        ("en", "Within 30 days.", "Not after 30 days."),
        ("en", "Within 30 days, not after 40 days.", "After 40 days, within 30 days."),
        ("fr", "Dans les 30 jours.", "Sous 30 jours, au plus tard."),
        ("de", "Binnen 30 Tagen.", "Spätestens nach 30 Tagen."),
        ("ja", "30日以内に。", "請求から30日以内に。"),
        ("es", "En 30 días.", "Después de 30 días."),
    ],
)
def test_another_wording(language: str, old: str, new: str) -> None:
    assert turned_of_turned_bounds(old, new, language) == []
