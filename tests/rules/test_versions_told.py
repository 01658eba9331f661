"""What texts and notes say of the versions of their own policy, beside the records of these."""

from __future__ import annotations

from datetime import UTC, date, datetime
from pathlib import Path

import pytest
from inforce.cli.opening import open_here
from inforce.model.config import ChangeNote, Kind
from inforce.problems import Location, Severity
from inforce.reader.section import parse_section
from inforce.rules.versions_told import (
    check_frozen_reasons_told,
    check_reasons_told,
    check_titles_told,
    check_versions_told,
)

from tests.release.forging import forge_amendment
from tests.release.living import EN, FR, note, run
from tests.sources import change, good, problems, project

TITLES = {
    "en": "Privacy Policy",
    "fr": "Politique de confidentialité",
    "nl": "Privacybeleid",
    "de": "Datenschutzerklärung",
    "ar": "سياسة الخصوصية",
    "ja": "プライバシーポリシー",
}
DAYS = {1: date(2020, 11, 10), 2: date(2023, 3, 1)}
NOW = datetime(2026, 12, 1, tzinfo=UTC)


def found(language: str, text: str, until: datetime | None = NOW, *, in_note: bool = False) -> list[str]:
    """What is told where versions 1 and 2 are known and the next one is number 3; of a version that is, `until` is
    None."""
    section, told = parse_section(f"# Title\n\n{text}\n", id="a", file="f.md", language=language)
    assert section is not None, told
    texts = {} if in_note else {language: {"a": section}}
    notes = [ChangeNote(slug="x", kind=Kind.MATERIAL, text={language: text})] if in_note else []
    problems = check_versions_told(texts, notes, titles=TITLES, days=DAYS, last=3, until=until, folder="p")
    return [f"{one.location.file}: {one.message}" for one in problems]


NO_SUCH = [
    ("en", "This is version 9 of this privacy policy."),
    ("en", "You are reading version 12 of our Privacy Policy."),
    ("en", "Privacy Policy, version 7"),
    ("en", "See version 8 of the Privacy Policy."),
    ("fr", "La version 9 de la présente politique de confidentialité le précise."),
    ("nl", "Versie 8 van dit privacybeleid geldt voor iedereen."),
    ("de", "Dies ist Fassung 9 dieser Datenschutzerklärung."),
    ("de", "Datenschutzerklärung (Fassung 6)"),
    ("ar", "الإصدار 9 من سياسة الخصوصية"),
    ("ja", "本プライバシーポリシー第9版です。"),
]


@pytest.mark.parametrize(("language", "text"), NO_SUCH)
@pytest.mark.parametrize("in_note", [False, True])
def test_a_version_that_there_is_not(language: str, text: str, in_note: bool) -> None:
    (one,) = found(language, text, in_note=in_note)
    assert one.startswith("p/changes/x.md: it says “" if in_note else f"p/{language}/a.md: it says “")
    assert one.endswith("the next version is number 3.")
    (one,) = found(language, text, None)
    assert one.endswith("this is version 3.")


OTHER_DAY = [
    ("en", "Version 1 of this privacy policy has been in force since 10 November 2019."),
    ("en", "Version 2 of this policy took effect on 1 April 2023."),
    ("fr", "La version 1 de cette politique est en vigueur depuis le 10 novembre 2018."),
    ("de", "Fassung 2 dieser Erklärung gilt seit dem 1. März 2022."),
    ("en", "This Policy was created and brought into force on 25 November 2026."),
    ("en", "Our Privacy Policy has been in force since 1 January 2022."),
    ("fr", "Cette politique est en vigueur depuis le 1er mars 2024."),
    ("nl", "Dit beleid is opgesteld en in werking getreden op 10 november 2021."),
    ("de", "Diese Erklärung wurde am 10. November 2022 erstellt und in Kraft gesetzt."),
    ("ja", "本プライバシーポリシーは2022年4月1日から施行されています。"),
    ("ar", "دخلت سياسة الخصوصية هذه حيز التنفيذ في 10 نوفمبر 2022."),
]


@pytest.mark.parametrize(("language", "text"), OTHER_DAY)
def test_another_day_than_a_record_has(language: str, text: str) -> None:
    (one,) = found(language, text)
    assert "took effect on 20" in one


QUIET = [
    ("en", "You need version 9 of our app."),
    ("en", "Version 4.2 of this policy template is licensed."),
    ("en", "Version 3 of this privacy policy is the newest one."),
    ("en", "Google's Privacy Policy, version 12, applies there."),
    ("en", "It works with Android version 12 and later."),
    ("en", "See version 9 of the Google Privacy Policy, or version 9 of the Privacy Policy of Google."),
    ("fr", "Il faut la version 9 de l’application."),
    ("de", "Die Fassung 9 der Norm gilt seit dem 1. Mai 2021."),
    ("en", "Version 1 of this privacy policy has been in force since 10 November 2020."),
    ("en", "Version 2 of this policy took effect on 1 March 2023; it was announced on 1 February 2023."),
    ("en", "Version 1 of this policy was in force until 28 February 2023."),
    ("en", "This Policy was created and brought into force on 10 November 2020."),
    ("en", "This privacy policy applies to orders placed after 1 June 2024."),
    ("en", "Since 1 January 2024 the new Act applies, so we changed this policy."),
    ("en", "This policy takes effect on 1 March 2027."),
    ("en", "The privacy policy of our partner took effect on 1 March 2024."),
    ("en", "Before that, this policy was in force since 3 May 2015."),
    ("fr", "La présente politique explique la loi entrée en vigueur le 25 mai 2022."),
    ("de", "Diese Erklärung nennt das Gesetz, das am 1. Januar 2024 in Kraft trat."),
    ("nl", "Dit beleid noemt de wet die op 1 januari 2024 in werking trad."),
    ("it", "Versione 9 di questa informativa."),
]


@pytest.mark.parametrize(("language", "text"), QUIET)
def test_what_is_so_or_of_something_else(language: str, text: str) -> None:
    assert found(language, text) == []


def test_once_its_own_day_is_known_a_day_to_come_is_none_either() -> None:
    coming = "This policy takes effect on 1 March 2027."
    assert found("en", coming) == [], "it may be the day of the next version"
    (one,) = found("en", coming, None)
    assert "no version of this policy took effect on 2027-03-01" in one


def test_a_release_wants_a_reason_for_it(tmp_path: Path) -> None:
    place = project(tmp_path)
    run(place, "release", "--effective", "2024-03-01", "--yes")
    english, french = "\nThis is version 9 of this Privacy Policy.\n", "\nVoici la version 9.\n"
    change(place, {f"{EN}/general.md": good(f"{EN}/general.md") + english, **note()})
    change(place, {f"{FR}/general.md": good(f"{FR}/general.md") + french})
    run(place, "sync", "privacy", "fr")
    told = [one for one in problems(place) if one.code == "T118"]
    assert [(one.severity, one.location.file) for one in told] == [(Severity.OPEN, f"{EN}/general.md")]
    command, on = ("release", "--effective", "2024-06-01", "--yes"), "2024-02-01T09:00:00+00:00"
    assert "T118" in run(place, *command, on=on, code=1).stderr
    run(place, *command, "--accept=T118:en/general", "--because=We count the old site’s too.", on=on)
    assert [one for one in problems(place) if one.severity is Severity.ERROR] == []


REASONS = [
    ("As in version 9 of our Privacy Policy.", "the next version is number 3"),
    ("Comme dans la version 9 de notre politique de confidentialité.", "the next version is number 3"),
    ("كما في الإصدار 9 من سياسة الخصوصية.", "the next version is number 3"),
    ("Version 2 of our Privacy Policy of 5 May 2020 has it.", "version 2 took effect on 2024-05-01"),
    ("La version 1 de notre politique de confidentialité du 5 mai 2020.", "version 1 took effect on 2024-03-01"),
    ("Fassung 1 unserer Datenschutzerklärung vom 5. Mai 2020.", "version 1 took effect on 2024-03-01"),
    ("Version 1 of our Privacy Policy has been in force since 5 May 2024.", "version 1 took effect on 2024-03-01"),
    ("As in version 2 of our Privacy Policy.", None),
    ("As in version 3 of our Privacy Policy.", None),  # the next one
    ("Version 2 of our Privacy Policy of 1 May 2024 has it.", None),
    ("Version 2 of our Privacy Policy of 20 January 2024 has it.", None),  # when it was released
    ("Version 2 of our Privacy Policy follows the act of 5 May 2020.", None),
    ("Version 9 of the app.", None),
    ("A slip was mended.", None),
]


@pytest.mark.parametrize(("reason", "said"), REASONS)
def test_what_a_reason_says_of_versions(two_versions: Path, reason: str, said: str | None) -> None:
    policy = open_here(two_versions).project.policies[0]
    versions = [one.version for one in policy.released]
    where = Location(file="a.json")
    problems = [*check_reasons_told(["And so.", reason], titles=TITLES, versions=versions, at=NOW, where=where)]
    assert [(one.code, one.severity, one.location.file) for one in problems] == (
        [("T106", Severity.HINT, "a.json")] if said else []
    )
    assert all(one.message.endswith(f"; {said}.") for one in problems)


def test_a_reason_in_a_new_record(two_versions: Path) -> None:
    reason = "As in version 9 of our Privacy Policy."
    forge_amendment(two_versions, 2, {"type": "withdrawal", "reason": reason}, {})
    released = open_here(two_versions).project.policies[0].released
    (one,) = check_frozen_reasons_told(released, settled=frozenset())
    assert one.location.file.endswith("versions/2/amendments/0001/amendment.json")
    assert not [*check_frozen_reasons_told(released, settled=frozenset({one.location.file}))]
    amend = ("amend", "privacy", "1", "withdrawal", "--dry-run", "--reason")
    assert "says “version 9”" in run(two_versions, *amend, reason, on="2024-06-01T09:00:00+00:00").stderr


@pytest.mark.parametrize(
    ("title", "told"),
    [
        ("Privacy Policy (version 7)", True),
        ("Politique de confidentialité, version 2", True),
        ("プライバシーポリシー 第7版", True),
        ("Privacy Policy", False),
        ("Privacy Policy 2026", False),
        ("Privacy Policy of Version 1 Software", True),
    ],
)
def test_a_title_that_names_a_version(title: str, told: bool) -> None:
    where = Location(file="p/policy.yml", line=3)
    found = list(check_titles_told({"en": title}, lambda path: where))
    assert [(one.code, one.severity) for one in found] == [("T118", Severity.OPEN)] * told
