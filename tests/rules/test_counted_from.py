"""Words beside a period that let it run from another start than its fact."""

from __future__ import annotations

import pytest
from inforce.model.facts import Facts
from inforce.problems import Severity
from inforce.reader.section import parse_section
from inforce.rules.counted_from import check_counted_from

LANGUAGES = ("en", "fr", "nl", "de", "ar", "ja")


def entry(keep: str, *after: str) -> dict[str, object]:
    return {"label": {"en": "It"}, "keep": keep, "after": dict(zip(LANGUAGES, after, strict=True))}


FACTS = Facts.model_validate(
    {
        "retention": {
            "loans": entry(
                "7 years",
                "after the seeds come back",
                "après le retour des semences",
                "na het terugkomen van de zaden",
                "nach Rückgabe der Saat",
                "بعد إعادة البذور",
                "種の返却後",
            ),
            "account": entry(
                "2 years",
                "after your last loan",
                "après votre dernier emprunt",
                "na uw laatste lening",
                "nach Ihrer letzten Ausleihe",
                "بعد آخر إعارة لك",
                "最後の貸出後",
            ),
            "logs": entry(
                "3 months",
                "after the visit",
                "après la visite",
                "na het bezoek",
                "nach dem Besuch",
                "بعد الزيارة",
                "閲覧後",
            ),
            "copies": {"label": {"en": "Copies"}, "same_as": "account"},
        }
    }
)


def told(language: str, body: str) -> list[str]:
    """Of a text, or of the rows of a table."""
    body = f"| What | How long | From when |\n| --- | --- | --- |\n{body}" if body.startswith("|") else body
    section, problems = parse_section(f"# A\n\n{body}\n", id="a", file="x", language=language)
    assert section is not None, problems
    found = list(check_counted_from({language: {"a": section}}, facts=FACTS, folder="p"))
    assert all((one.code, one.severity) == ("F125", Severity.OPEN) for one in found)
    assert all(one.location.file == f"p/{language}/a.md" for one in found)
    return [one.message for one in found]


@pytest.mark.parametrize(
    ("language", "body"),
    [
        ("en", "| Loans | [7 years](fact:retention.loans) | after your last loan |"),
        ("en", "| Loans | [7 years](fact:retention.loans) | after the end of the year |"),
        ("en", "We keep loans [7 years](fact:retention.loans) after your last loan."),
        ("en", "We keep it for [2 years](fact:retention.account) from the end of your membership."),
        ("en", "Website logs go [3 months](fact:retention.logs) after we closed the case."),
        ("fr", "| Prêts | [7 ans](fact:retention.loans) | après votre dernier emprunt |"),
        ("fr", "Nous les gardons [2 ans](fact:retention.account) après la fermeture du compte."),
        ("nl", "Wij bewaren ze [7 jaar](fact:retention.loans) na uw laatste lening."),
        ("de", "Wir löschen sie [3 Monate](fact:retention.logs) nach Ihrer letzten Ausleihe."),
        ("de", "| Konto | [2 Jahre](fact:retention.account) | nach dem Besuch |"),
        ("ar", "| سجلات | [ثلاثة أشهر](fact:retention.logs) | بعد آخر إعارة لك |"),
        ("ja", "| 会員情報 | [2年間](fact:retention.account) | 種の返却後 |"),
        ("ja", "| 会員情報 | [2年間](fact:retention.account) | 退会後 |"),
        (
            "en",
            "It goes [2 years](fact:retention.account) after it was opened, "
            "and logs [3 months](fact:retention.logs) after the visit.",
        ),
        (
            "en",
            "| Loans | [7 years](fact:retention.loans) | after the seeds come back |\n"
            "| Account | [2 years](fact:retention.account) | the day of registration |",
        ),
        ("en", "| Loans | [7 years](fact:retention.loans) from the date of the first loan | |"),
        ("en", "- loans: [7 years](fact:retention.loans) following your first loan"),
        ("en", "We keep it [2 years](fact:retention.account) after your first loan, not a day longer."),
        ("en", "Logs are erased [3 months](fact:retention.logs.keep) after your last loan."),
        ("en", "| Loans | after your last loan | [7 years](fact:retention.loans) |"),
        ("fr", "Elles sont effacées [3 mois](fact:retention.logs) à compter de la fin du mois."),
        ("fr", "Nous gardons votre compte [2 ans](fact:retention.account) après votre premier emprunt."),
        ("nl", "Wij wissen ze [2 jaar](fact:retention.account) na afloop van uw lidmaatschap."),
        ("de", "Wir löschen Ihr Konto [2 Jahre](fact:retention.account) nach Ihrer ersten Ausleihe."),
        ("ar", "نحذف السجلات [ثلاثة أشهر](fact:retention.logs) بعد إعادة البذور."),
        ("ja", "退会後[2年間](fact:retention.account)保管します。"),
        ("ja", "最初の貸出後[2年間](fact:retention.account)保管します。"),
        ("en", "| Loans | [7 years](fact:retention.loans) | after the seeds come back (see above) |"),
        ("en", "Copies go [2 years](fact:retention.copies) after the visit."),
    ],
)
def test_another_start_than_the_fact(language: str, body: str) -> None:
    assert len(told(language, body)) == 1


@pytest.mark.parametrize(
    ("language", "body"),
    [
        ("en", "| Loans | [7 years](fact:retention.loans) | After the seeds come back. |"),
        ("en", "We keep loans [7 years](fact:retention.loans) after the seeds come back."),
        ("en", "We keep loans for [7 years](fact:retention.loans). After your last loan we send you a letter."),
        (
            "en",
            "We keep loans [7 years](fact:retention.loans) after the seeds come back "
            "and your account [2 years](fact:retention.account) after your last loan.",
        ),
        ("en", "We keep loans for [7 years](fact:retention.loans), after which they are deleted."),
        ("en", "We keep loans for [7 years](fact:retention.loans) and delete them afterwards."),
        ("en", "| Loans | [7 years](fact:retention.loans) | after that, they are deleted |"),
        ("fr", "Nous les gardons [7 ans](fact:retention.loans) après le retour des semences, puis nous les effaçons."),
        ("fr", "Nous les gardons [2 ans](fact:retention.account) après votre dernier emprunt."),
        ("nl", "Wij bewaren ze [3 maanden](fact:retention.logs) na het bezoek aan de site."),
        ("de", "Nach dem Besuch bewahren wir sie [3 Monate](fact:retention.logs) auf."),
        ("de", "Wir löschen sie [3 Monate](fact:retention.logs) nach dem Besuch der Website."),
        ("ar", "نحتفظ بها [سنتان](fact:retention.account) بعد آخر إعارة لك."),
        ("ja", "最後の貸出後[2年間](fact:retention.account)保管します。"),
        ("ja", "| 会員情報 | [2年間](fact:retention.account) | 最後の貸出後 |"),
        ("en", "| Newsletter and loans | [7 years](fact:retention.loans) | |"),
        ("en", "We keep loans ([7 years](fact:retention.loans)) after the seeds come back."),
        ("en", "We keep loans [7 years](fact:retention.loans) after the **seeds** have come back."),
        (
            "en",
            "| Loans | [7 years](fact:retention.loans) | |\n"
            "| Account | [2 years](fact:retention.account) | after your last loan |",
        ),
        ("en", "Data of loans go after [7 years](fact:retention.loans). After your last visit we send a letter."),
        ("en", "We keep loans [7 years](fact:retention.loans) after they come back."),
        ("en", "Your account goes [2 years](fact:retention.account) after your last loan unless you ask us earlier."),
        ("en", "| Loans | [7 years](fact:retention.loans) | Since 2019 |"),
        ("en", "| Loans | [7 years](fact:retention.loans) | Then we erase them |"),
        (
            "fr",
            "Il reste [2 ans](fact:retention.account) après votre dernier emprunt ou jusqu’à votre demande.",
        ),
        ("fr", "Elles sont effacées [3 mois](fact:retention.logs) après cette visite."),
        ("nl", "Wij wissen ze [2 jaar](fact:retention.account) na uw laatste lening, tenzij u eerder opzegt."),
        ("nl", "Wij bewaren ze [3 maanden](fact:retention.logs), na afloop waarvan wij ze wissen."),
        ("de", "Ihr Konto wird [2 Jahre](fact:retention.account) nach Ihrer letzten Ausleihe automatisch gelöscht."),
        ("de", "Sie werden nach [3 Monaten](fact:retention.logs) ab dem Besuch gelöscht."),
        ("ar", "نحذف السجلات [ثلاثة أشهر](fact:retention.logs) بعد الزيارة تلقائيًا."),
        ("ja", "閲覧後、[3か月](fact:retention.logs)で消去します。"),
        ("ja", "[2年間](fact:retention.account)保管した後に消去します。"),
        ("es", "Los guardamos [7 años](fact:retention.loans) después de su último préstamo."),
    ],
)
def test_the_start_of_the_fact_or_none(language: str, body: str) -> None:
    assert told(language, body) == []


def test_it_says_both_and_where() -> None:
    (message,) = told("en", "We keep loans [7 years](fact:retention.loans) after your last loan.")
    assert message == (
        "the English text lets retention.loans run from “after your last loan”; "
        "the facts say “after the seeds come back”."
    )
