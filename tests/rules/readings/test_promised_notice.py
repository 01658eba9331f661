"""Promises of notice in six languages, and periods beside changes that are none."""

from __future__ import annotations

import pytest
from inforce.rules.readings.promised_notice import notice_promised


@pytest.mark.parametrize(
    ("language", "words", "of_changes"),
    [
        ("nl", "Als wij dit beleid wijzigen, hoort u dat ten minste zes weken van tevoren.", False),
        ("de", "Sie erfahren von Änderungen dieser Erklärung drei Monate vorher.", False),
        ("en", "Ninety days before a change takes effect we announce it on the notice board.", True),
        ("fr", "Quatre-vingt-dix jours avant l’entrée en vigueur d’une modification, nous l’annonçons.", True),
        ("en", "When we change this policy, we will tell you ninety days before.", True),
        ("en", "We may amend these terms. You will be notified at least 60 days in advance.", False),
        ("en", "Changes to this policy take effect 14 days after we publish them here.", True),
        ("en", "We give two weeks' notice of any change to this policy.", False),
        (
            "fr",
            "Nous vous informerons de toute modification de la présente politique au moins soixante jours à l’avance.",
            True,
        ),
        ("fr", "Toute modification entre en vigueur quinze jours après sa publication.", True),
        ("nl", "Wij laten u wijzigingen van dit beleid negentig dagen van tevoren weten.", True),
        ("nl", "Wijzigingen worden twee maanden vooraf aangekondigd.", True),
        ("de", "Über Änderungen dieser Erklärung unterrichten wir Sie sechs Wochen im Voraus.", True),
        ("de", "Änderungen kündigen wir mindestens 14 Tage vor ihrem Inkrafttreten an.", True),
        ("ar", "سنخطرك بأي تعديل على هذه السياسة قبل ستين يومًا من سريانه.", True),
        ("ja", "このポリシーを変更する場合は、効力発生の90日前までにお知らせします。", True),
        ("ja", "変更の際は、二か月前に通知します。", True),
        (
            "en",
            "We will send you an e-mail a week ahead of the date on which a new version of this policy applies.",
            False,
        ),
        ("en", "We tell you of changes to this policy 30 days before they take effect.", True),
        ("en", "We announce changes one month in advance.", True),
        ("fr", "Nous vous en informons trente jours avant l’entrée en vigueur.", True),
        ("nl", "Wij melden wijzigingen 30 dagen van tevoren.", True),
        ("de", "Wir kündigen Änderungen einen Monat vorher an.", True),
        ("ar", "نعلن عن التعديلات قبل ثلاثين يومًا.", True),
        ("ja", "変更の30日前までにお知らせします。", True),
        (
            "en",
            "If this policy changes, we announce it here no later than six weeks before the new text applies.",
            False,
        ),
        ("en", "The amended terms become binding 45 days after the date of our e-mail.", False),
        ("en", "You will hear from us at least 10 days before any amendment of these terms.", False),
        ("en", "Our notice period for changes to this policy is 90 days.", False),
        ("en", "Should we revise this statement, you'll receive ninety days' written notice.", False),
        ("fr", "En cas de modification des présentes conditions, un préavis de deux mois vous sera donné.", False),
        ("fr", "Les changements seront affichés sur cette page quinze jours avant leur entrée en vigueur.", True),
        ("nl", "U krijgt veertien dagen vóór een wijziging van dit beleid bericht.", False),
        ("nl", "Wijzigingen gaan in twee weken nadat wij ze hebben gepubliceerd.", True),
        ("de", "Änderungen treten zwei Monate nach ihrer Veröffentlichung in Kraft.", True),
        ("de", "Wir informieren Sie mit einer Frist von 60 Tagen über Änderungen dieser Bedingungen.", False),
        ("de", "Spätestens 14 Tage bevor eine neue Fassung gilt, erhalten Sie von uns eine Nachricht.", True),
        ("ar", "تسري التعديلات على هذه السياسة بعد خمسة عشر يومًا من نشرها.", False),
        ("ja", "改定後の規約は、掲載から14日後に適用されます。", False),
    ],
)
def test_a_promise_of_notice(language: str, words: str, of_changes: bool) -> None:
    assert len([*notice_promised(words, language, of_changes=of_changes)]) == 1


@pytest.mark.parametrize(
    ("language", "words", "of_changes"),
    [
        ("en", "You may end your membership with three months' notice.", False),
        ("en", "If you change your address, please tell us within 14 days.", False),
        ("en", "We tell you of a breach within 72 hours.", False),
        ("en", "Until a change takes effect you can object for 14 days.", True),
        ("en", "We last changed this policy two years ago.", True),
        ("en", "We review this policy every 12 months and announce changes on the notice board.", True),
        ("fr", "Vous pouvez résilier dans les soixante jours suivant la modification.", True),
        ("de", "Passwörter sind alle 90 Tage zu ändern; wir erinnern Sie 7 Tage vorher.", False),
        (
            "en",
            "The reservation can be changed up to 48 hours before the workshop; we will inform you by e-mail.",
            False,
        ),
        ("en", "We may change our opening hours; we post them a week in advance.", False),
        ("en", "We notified the authority of the changes 14 days before the audit.", False),
        ("en", "Orders can be modified until 24 hours before delivery; we send you an e-mail.", True),
        ("en", "If you object within 14 days after we notify you, the old terms continue to apply to you.", True),
        ("en", "Archived versions of this policy remain published for ten years after they change.", True),
        ("en", "We told you of the last change 30 days before it took effect.", True),
        ("fr", "Les cookies modifiés expirent treize mois après leur publication.", False),
        ("fr", "Si vous changez d’adresse, informez-nous huit jours à l’avance.", True),
        ("nl", "Wij bewaren oude versies van dit beleid tien jaar na de publicatie.", True),
        ("nl", "U kunt een afspraak tot 24 uur vóór de tijd wijzigen; wij sturen een bericht.", False),
        (
            "de",
            "Sie können dem bis zwei Wochen vor dem Inkrafttreten widersprechen; wir informieren Sie darüber.",
            True,
        ),
        ("de", "Diese Erklärung wurde zuletzt vor zwei Jahren geändert und veröffentlicht.", True),
        ("ar", "تُحفظ النسخ القديمة من هذه السياسة عشر سنوات بعد نشرها.", True),
        ("ja", "このポリシーは2年前に公表され、変更されました。", True),
        ("es", "Le avisaremos noventa días antes.", True),
    ],
)
def test_no_promise_of_notice(language: str, words: str, of_changes: bool) -> None:
    assert [*notice_promised(words, language, of_changes=of_changes)] == []
