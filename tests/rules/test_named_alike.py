"""What one language of a change note names and another does not: amounts, addresses, numbers of sections."""

from __future__ import annotations

import pytest
from inforce.problems import Location, Severity
from inforce.rules.named_alike import check_named_alike


def told(text: dict[str, str]) -> list[str]:
    found = list(check_named_alike(text, Location(file="p/changes/a.md"), told=frozenset()))
    assert all((one.code, one.severity) == ("T105", Severity.OPEN) for one in found)
    return [one.message.removeprefix("this change note ") for one in found]


@pytest.mark.parametrize(
    ("text", "message"),
    [
        (
            {"en": "Slips are mended.", "fr": "Les contrats sont gardés 3 ans.", "de": "Berichtigt."},
            'says "3 ans" in French, and nothing of it in English and German.',
        ),
        (
            {"en": "Contracts are kept for 3 years, no longer 10 years.", "fr": "Les contrats sont gardés 3 ans."},
            'says "10 years" in English, and nothing of it in French.',
        ),
        ({"en": "Slips.", "nl": "De kosten zijn € 40."}, 'says "€ 40" in Dutch, and nothing of it in English.'),
        ({"en": "Slips.", "ja": "契約は3年間保存します。"}, 'says "3年間" in Japanese, and nothing of it in English.'),
        (
            {"en": "It holds from 1 March 2027.", "fr": "Elle vaut désormais."},
            'says "1 March 2027" in English, and nothing of it in French.',
        ),
        (
            {"en": "Write to dpo@example.com.", "fr": "Écrivez-nous."},
            'says "dpo@example.com" in English, and nothing of it in French.',
        ),
        (
            {"en": "Write to us.", "fr": "Appelez le +32 2 555 12 12.", "es": "Llame."},
            'says "+32 2 555 12 12" in French, and nothing of it in English and Spanish.',
        ),
        (
            {"en": "See www.example.com.", "fr": "Voir www.example.org."},
            'says "www.example.com" in English, and nothing of it in French.',
        ),
        (
            {"en": "Section 12 is clearer.", "fr": "La section 12 aussi.", "de": "Abschnitt 13 ist klarer."},
            "names section 13 in German, where it names section 12 in English.",
        ),
        (
            {"en": "Sections 4 and 11 are clearer.", "ja": "第4節と第10節を明確にしました。"},
            "names section 10 in Japanese, where it names section 11 in English.",
        ),
        (
            {"ar": "يوضح القسم 4 ذلك.", "nl": "Punt 5 is duidelijker."},
            "names section 5 in Dutch, where it names section 4 in Arabic.",
        ),
    ],
)
def test_what_one_language_names_alone(text: dict[str, str], message: str) -> None:
    assert told(text)[0] == message


@pytest.mark.parametrize(
    "text",
    [
        {"en": "Within 72 hours.", "fr": "Dans les trois jours."},
        {"en": "Within two weeks.", "fr": "Sous quinze jours.", "de": "Binnen 14 Tagen."},
        {"en": "Children under 16 years.", "fr": "Les enfants de moins de 16."},
        {"en": "Ten months instead of nine.", "ja": "9か月から10か月に延長しました。"},
        {"en": "From 10 November 2027.", "fr": "Dès le 10 novembre."},
        {"en": "See https://example.com/en/privacy.", "fr": "Voir https://example.com/fr/privacy."},
        {"en": "Write to DPO@example.com.", "fr": "Écrivez à dpo@example.com."},
        {"en": "In sections 1 and 6.6 slips are mended.", "fr": "Le point 6.6 est plus clair.", "de": "Besser."},
        {"en": "Article 13 of the GDPR is named.", "fr": "L’article 14 du RGPD est nommé."},
        {"en": "For 5 years.", "es": "Cinco años."},
    ],
)
def test_what_languages_may_say_in_their_own_way(text: dict[str, str]) -> None:
    assert told(text) == []


COPIED = "Slips of writing are mended; nothing is new."


@pytest.mark.parametrize(
    ("text", "languages"),
    [
        ({"en": COPIED, "fr": COPIED}, "the French words"),
        ({"en": f"Better.\n\n{COPIED}", "nl": COPIED, "de": "Berichtigt."}, "the Dutch words"),
        ({"en": "Plainer words.", "fr": "Plus clair. You may write to us from any place."}, "words of the French part"),
        ({"ja": "お知らせを本文に戻しました。", "ar": "お知らせを本文に戻しました。"}, "the Arabic words"),
    ],
)
def test_words_of_another_language(text: dict[str, str], languages: str) -> None:
    (one,) = check_named_alike(text, Location(file="p/changes/a.md"), told=frozenset())
    assert (one.code, one.severity) == ("T109", Severity.OPEN)
    assert one.message.startswith(languages)


@pytest.mark.parametrize(
    "text",
    [
        {"en": "Qualifio SA, Place de l’Université 25.", "fr": "Qualifio SA, Place de l’Université 25."},
        {"en": COPIED, "en-GB": COPIED},
        {"en": "HubSpot, LinkedIn", "de": "HubSpot, LinkedIn"},
    ],
)
def test_words_that_languages_may_share(text: dict[str, str]) -> None:
    assert list(check_named_alike(text, Location(file="x"), told=frozenset())) == []
