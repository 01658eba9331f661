"""The reason of an amendment beside what the amendment does: its day, its version, the sections it corrects."""

from __future__ import annotations

import json
from dataclasses import replace
from datetime import UTC, date, datetime
from pathlib import Path

import pytest
from git import Repo
from inforce.model.config import Kind, LanguageStatus, SectionPlace
from inforce.model.text import Section
from inforce.model.version import Amendment, AmendmentType, Edition, ReleasedVersion, SectionDigests
from inforce.problems import Location, Problem, Severity
from inforce.reader.section import parse_section
from inforce.rules.overtaken import Coming
from inforce.rules.reasons import check_reason, check_reason_date

from tests.release.living import V, run
from tests.sources import problems, project

START = datetime(2020, 1, 1, tzinfo=UTC)
DIGEST = "sha256:" + 64 * "0"
SECTIONS = {
    "logs": "# Logs\n\nKept for {0}.\n\n## Copies {{#copies}}\n\nFor as long.\n",
    "law": "# Law\n\nOpen but on Monday, for 9 weeks. A [fee](fact:retention.contract.keep).\n",
}


def version(kept: str) -> ReleasedVersion:
    """Section 1 ("Logs", with 1.1) says how long, section 2 ("Law") 9 weeks and Monday."""
    edition = Edition(
        policy="terms",
        version=5,
        language="en",
        title="Terms",
        status=LanguageStatus.AUTHORITATIVE,
        reviewed=None,
        revision=1,
        sections={name: text.format(kept) for name, text in SECTIONS.items()},
        digests={},
        paths={},
    )
    return ReleasedVersion(
        policy="terms",
        number=5,
        effective_from=START,
        first_effective=START,
        announced=START,
        released=START,
        kind=Kind.MATERIAL,
        consent_epoch=1,
        time_zone="Europe/Dublin",
        authoritative_language="en",
        order=(SectionPlace(id="logs"), SectionPlace(id="law")),
        numbering=("1.", "1.1"),
        editions={"en": edition},
        changes=(),
        amendments=(),
        facts={},
        as_published=None,
        head="",
    )


def parse(_: str, name: str, text: str) -> Section | None:
    return parse_section(text, id=name, file="x")[0]


def told_of(amendment: Amendment, zone: str = "Europe/Dublin") -> list[Problem]:
    before, now = (replace(version(kept), time_zone=zone) for kept in ("3 months", "4 months"))
    where = Location(file="x.json")
    found = list(check_reason(amendment, number=5, before=before, now=now, parse=parse, where=where))
    assert all((one.about, one.location) == ("reason", where) for one in found)
    return found


def amended(kind: AmendmentType, reason: str, *names: str) -> Amendment:
    digests = {"en": {name: SectionDigests(bytes=DIGEST, wording="w1:" + 64 * "0") for name in names}} if names else {}
    at = datetime(2027, 1, 4, 9, tzinfo=UTC)
    return Amendment(made_by="a", type=kind, recorded=at, reason=reason, previous=DIGEST, digests=digests)


@pytest.mark.parametrize(
    ("reason", "count"),
    [
        ("It applies from 1 March 2027 as planned.", 1),
        ("Elle est applicable dès le 1er mars 2027.", 1),
        ("Sie gilt ab dem 1. März 2027.", 1),
        ("It applies from 1 May 2027 and not from 1 March 2027.", 0),
        ("The supplier needs two months more.", 0),
        ("On 1 March 2027 the supplier moves its servers.", 0),
    ],
)
def test_the_day_that_a_reason_names(reason: str, count: int) -> None:
    found = list(check_reason_date(reason, date(2027, 5, 1), Location(file="x")))
    assert [one.code for one in found] == ["T106"] * count


@pytest.mark.parametrize(
    ("reason", "count"),
    [
        ("It is withdrawn from 1 March 2027 as planned.", 1),
        ("Withdrawn with effect from 1 March 2027.", 1),
        ("The terms no longer apply as of 1 March 2027.", 1),
        ("It applies until 31 March 2027.", 1),
        ("Elle est retirée le 1er mars 2027.", 1),
        ("Elle ne s’applique plus à compter du 1er mars 2027.", 1),
        ("Les conditions cessent de s’appliquer le 1er mars 2027.", 1),
        ("Het wordt per 1 maart 2027 ingetrokken.", 1),
        ("Dit beleid geldt tot en met 31 maart 2027.", 1),
        ("Sie wird zum 1. März 2027 zurückgezogen.", 1),
        ("Sie gilt nur noch bis zum 31. März 2027.", 1),
        ("2027年3月1日に撤回します。", 1),
        ("تسحب من 1 مارس 2027.", 1),
        ("It is withdrawn from 1 May 2027, not from 1 March 2027.", 0),
        ("It applies until 30 April 2027.", 0),
        ("Elle s’applique jusqu’au 30 avril 2027.", 0),
        ("2027年4月30日まで有効です。", 0),
        ("Sie wird zum 1. Mai 2027 zurückgezogen.", 0),
        ("Withdrawn because of the ruling of 3 March 2027.", 0),
        ("Published by mistake on 1 March 2027, and withdrawn.", 0),
        ("Withdrawn after the court decided on 3 March 2027.", 0),
        ("Withdrawn: version 6 applies from 1 June 2027.", 0),
        ("Retirée à la suite de la décision du 3 mars 2027.", 0),
        ("Der Dienst endet am 1. März 2027.", 0),
    ],
)
def test_the_day_on_which_a_reason_lets_a_version_end(reason: str, count: int) -> None:
    found = list(check_reason_date(reason, date(2027, 5, 1), Location(file="x"), ends=True))
    assert [one.code for one in found] == ["T106"] * count


@pytest.mark.parametrize(
    ("zone", "reason", "told"),
    [
        ("Europe/Brussels", "It is withdrawn from 2 May 2027.", []),
        ("Europe/Brussels", "It is withdrawn from 3 May 2027.", ["T106"]),
        ("America/New_York", "It is withdrawn from 2 May 2027.", ["T106"]),
        ("America/New_York", "It applies until 30 April 2027.", []),
    ],
)
def test_a_withdrawal_without_a_day_ends_where_the_site_is(zone: str, reason: str, told: list[str]) -> None:
    """Recorded at 22:30 of universal time, which is tomorrow in Brussels."""
    recorded = datetime(2027, 5, 1, 22, 30, tzinfo=UTC)
    withdrawal = Amendment(
        made_by="a", type=AmendmentType.WITHDRAWAL, recorded=recorded, reason=reason, previous="sha256:" + 64 * "0"
    )
    assert [one.code for one in told_of(withdrawal, zone=zone)] == told


@pytest.mark.parametrize(
    ("reason", "is_open"),
    [
        ("Postponed to 1 May 2027, the notice board is not ready.", True),
        ("It is postponed again until 1 May 2027.", True),
        ("We have put off the terms to the 1 May 2027.", True),
        ("This version is deferred from 1 March 2027 to 1 May 2027.", True),
        ("It now applies from 1 May 2027.", True),
        ("This policy takes effect on 1 May 2027.", True),
        ("Reportée au 1er mai 2027, le tableau n’est pas prêt.", True),
        ("L’entrée en vigueur est repoussée jusqu’au 1er mai 2027.", True),
        ("Uitgesteld tot 1 mei 2027.", True),
        ("Deze versie is naar 1 mei 2027 verschoven.", True),
        ("Verschoben auf den 1. Mai 2027.", True),
        ("Das Inkrafttreten wird auf den 1. Mai 2027 verschoben.", True),
        ("تأجيل الإصدار إلى 1 مايو 2027.", True),
        ("施行を2027年5月1日まで延期します。", True),
        ("Postponed to 1 June 2027, the notice board is not ready.", False),
        ("Postponed from 1 May 2027 to 1 June 2027.", False),
        ("The supplier is delayed until 1 May 2027.", False),
        ("The new hall opens on 1 May 2027.", False),
        ("The members meet on 1 May 2027, and it applies from 1 June 2027.", False),
        ("The new Seed Act is late: it applies from 1 May 2027.", False),
        ("Der Umzug wurde auf den 1. Mai 2027 verschoben.", False),
        ("L’audit est reporté au 1er mai 2027.", False),
    ],
)
def test_a_reason_that_puts_off_to_another_day(reason: str, is_open: bool) -> None:
    found = check_reason_date(reason, date(2027, 6, 1), Location(file="x"))
    assert any(one.severity is Severity.OPEN for one in found) is is_open


@pytest.mark.parametrize(
    ("reason", "is_told"),
    [
        ("Version 4 was adopted by mistake.", True),
        ("Version 4 is withdrawn.", True),
        ("La version 4 a été adoptée par erreur.", True),
        ("Versie 4 is per ongeluk gepubliceerd.", True),
        ("Version 4 wurde versehentlich veröffentlicht.", True),
        ("نُشر الإصدار 4 خطأً.", True),
        ("第4版は誤って公開されました。", True),
        ("Version 5 was adopted by mistake; version 4 applies again.", False),
        ("Adopted by mistake. Version 4 applies again.", False),
        ("As version 4 was adopted by mistake, so was version 5.", False),
        ("Version 6 was adopted on 3 May 2027, and replaces it.", False),
        ("Version 4 was replaced by mistake.", False),
        ("Android version 4 was released by mistake.", False),
    ],
)
@pytest.mark.parametrize("kind", [AmendmentType.WITHDRAWAL, AmendmentType.CORRECTION])
def test_a_reason_that_is_one_of_another_version(kind: AmendmentType, reason: str, is_told: bool) -> None:
    found = told_of(amended(kind, reason))
    assert [(one.code, one.severity) for one in found] == ([("T106", Severity.OPEN)] if is_told else [])


@pytest.mark.parametrize(
    ("reason", "codes"),
    [
        ("Section 2 said 3 months for 4 months.", ["T113"]),
        ("La section 2 disait 3 mois.", ["T113"]),
        ("Abschnitt 9 war falsch.", ["T113"]),
        ("القسم 2 قال 3 أشهر.", ["T113"]),
        ("第2節に3か月とありました。", ["T113"]),
        ("Punt 2 noemde 3 maanden.", ["T113"]),
        ("Section 1 said 3 months for 5 months.", ["T111"]),
        ("Section 1: open but on Wednesday.", ["T111"]),
        ("Section 1 said 3 months for 4 months.", []),
        ("Section 1.1 said otherwise than section 2.", []),
        ("A reader found it after 9 days, on a Wednesday.", []),
        ("Section 2 of the Seed Act asks for 9 years.", []),
        ("A slip of 9 letters.", []),
    ],
)
def test_a_correction_is_of_the_sections_that_its_reason_names(reason: str, codes: list[str]) -> None:
    found = told_of(amended(AmendmentType.CORRECTION, reason, "logs"))
    assert [one.code for one in found] == codes
    assert all(one.severity is Severity.OPEN for one in found)
    assert not told_of(amended(AmendmentType.TRANSLATION, reason, "logs")), "it may tell of anything"


def test_a_section_that_states_a_corrected_fact_is_corrected() -> None:
    amendment = amended(AmendmentType.CORRECTION, "Section 2 was wrong.")
    assert not told_of(amendment.model_copy(update={"facts": ("retention.contract.keep",)}))
    assert [one.code for one in told_of(amendment.model_copy(update={"facts": ("retention.logs.keep",)}))] == ["T113"]


@pytest.mark.parametrize(
    ("reason", "told"),
    [
        ("Our seeds are in force from 1 March 2024.", ["T106"]),
        ("It applies from 1 May 2024 as the system is late.", []),
        ("The system is late.", []),
    ],
)
def test_whoever_reads_a_new_record_is_told_of_another_day_too(tmp_path: Path, reason: str, told: list[str]) -> None:
    place = project(tmp_path)
    run(place, "sync", "privacy", "fr")
    run(place, "release", "--effective", "2024-03-01", "--yes")
    with Repo.init(place, initial_branch="main") as repository:
        repository.git.add(A=True)
        repository.git.commit(m="So far")
    options = ("--effective", "2024-05-01", "--reason", reason, "--yes")
    run(place, "amend", "privacy", "1", "postponement", *options, on="2024-01-11T09:00:00+00:00")
    found = [one for one in problems(place) if one.code == "T106"]
    assert [one.code for one in found] == told
    assert all(one.location.file == f"{V}/1/amendments/0001/amendment.json" for one in found)


def test_a_reason_that_names_another_day_is_asked_for(tmp_path: Path) -> None:
    """The command asks, and the check does not again; of a record without it, the check does."""
    place = project(tmp_path)
    run(place, "release", "--effective", "2024-03-01", "--yes")
    with Repo.init(place, initial_branch="main") as repository:
        repository.git.add(A=True)
        repository.git.commit(m="So far")
    words = ("--effective", "2024-05-01", "--reason", "Postponed to 1 April 2024, as the system is late.")
    later, on = ("amend", "privacy", "1", "postponement", *words, "--yes"), "2024-01-11T09:00:00+00:00"
    refused = run(place, *later, on=on, code=1)
    assert "T106" in f"{refused.stdout}{refused.stderr}"
    run(place, *later, "--accept", "T106:reason", "--because", "It is the day that was first meant.", on=on)
    assert not [one for one in problems(place) if one.code in ("T106", "D117")]
    record = place / f"{V}/1/amendments/0001/amendment.json"
    data = json.loads(record.read_text("utf-8"))
    record.write_text(json.dumps({**data, "accepted": []}, ensure_ascii=False, indent=2) + "\n", "utf-8")
    assert [one.message for one in problems(place) if one.code == "D117" and "T106 reason" in one.message]


@pytest.mark.parametrize(("day", "weight"), [("Sunday", [("T119", Severity.OPEN)]), ("Friday", [])])
def test_the_day_of_the_week_of_a_date_is_its_own(day: str, weight: list[tuple[str, Severity]]) -> None:
    corrected = amended(
        AmendmentType.CORRECTION, f"We gave the wrong period, as a reader wrote on {day}, 1 January 2027.", "a"
    )
    assert [(one.code, one.severity) for one in told_of(corrected)] == weight


@pytest.mark.parametrize(
    ("reason", "ends", "level"),
    [
        ("Version 5 now takes effect on 1 April 2027.", False, Severity.OPEN),
        ("This version takes effect on 1 July 2027.", False, Severity.OPEN),
        ("Diese Fassung tritt am 1. April 2027 in Kraft.", False, Severity.OPEN),
        ("第5版は2027年4月1日から適用されます。", False, Severity.OPEN),
        ("Version 5 is withdrawn from 1 April 2027.", True, Severity.OPEN),
        ("Version 5 cannot take effect on 1 March 2027 yet.", False, Severity.HINT),
        ("Their own terms take effect on 1 April 2027, and this version follows.", False, Severity.HINT),
        ("The new law applies from 1 July 2027, so this version waits.", False, Severity.HINT),
        ("Version 4 applies until 30 April 2027.", False, Severity.HINT),
        ("Version 4 is withdrawn on 1 April 2027 too.", True, Severity.HINT),
    ],
)
def test_another_day_of_this_version_is_open(reason: str, ends: bool, level: Severity) -> None:
    at, was = date(2027, 5, 1), date(2027, 3, 1)
    found = list(check_reason_date(reason, at, Location(file="x"), ends=ends, number=5, was=was))
    assert [one.severity for one in found] == [level]


@pytest.mark.parametrize(
    ("reason", "gone", "told"),
    [
        ("Version 3 applies again.", 5, True),
        ("Fassung 3 gilt wieder.", 5, True),
        ("يسري الإصدار 3 من جديد.", 5, True),
        ("Version 5 applies from then on.", 4, True),
        ("Version 4 stays in force.", 5, False),
        ("Version 5 takes effect on 1 March 2027 as announced.", 4, False),
        ("Until version 5 applies, version 3 holds again.", 4, False),
        ("Version 6 applies instead.", 5, False),
        ("Version 3 of the Terms of lending applies.", 5, False),
        ("Version 3 applied until 2024.", 5, False),
    ],
)
def test_which_version_holds_after_a_withdrawal(reason: str, gone: int, told: bool) -> None:
    years = {3: 2022, 4: 2024, 5: 2028}
    others = [Coming(number=one, effective_from=datetime(at, 1, 1, tzinfo=UTC)) for one, at in years.items()]
    before = replace(version("x"), number=gone, effective_from=datetime(years[gone], 1, 1, tzinfo=UTC))
    amendment = amended(AmendmentType.WITHDRAWAL, reason)
    found = check_reason(
        amendment,
        number=gone,
        before=before,
        now=replace(before, withdrawn=amendment.recorded),
        parse=parse,
        where=Location(file="x"),
        others=[one for one in others if one.number != gone],
    )
    assert [one.severity for one in found if one.code == "T106" and "holds;" in one.message] == [Severity.OPEN] * told
