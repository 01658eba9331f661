"""Words that deny, coming or going."""

from __future__ import annotations

import pytest
from inforce.reader.section import parse_section
from inforce.rules.corrected import changes
from inforce.rules.turned import is_turned

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
