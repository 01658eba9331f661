"""Make the frozen records of Qualifio and of the example again: `.venv/bin/python build_tools/remake_records.py`.

What stands in `versions/` (words, facts, notes, reasons, terms, dates) goes once more through the planning of a release
and of an amendment, each at its frozen instant and in the order in which they were recorded; so digests and chain are
right again after a change of format. Words stay byte for byte, and a second run changes nothing. Formats may change
only until the first publication: this file goes away with the last issue before it.
"""

from __future__ import annotations

import json
import shutil
import sys
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from typing import Any
from unittest.mock import patch

from inforce.model.config import ChangeNote, LanguageTerms, Notice, PolicyConfig, SectionPlace, Site
from inforce.model.version import AmendmentType, AsPublished, EditionTerms, ReleasedVersion
from inforce.project.editions import SectionReader
from inforce.project.summaries import summary_files
from inforce.reader.records.version import VersionRecords, overlay, read_version, sha256
from inforce.release import amend, plan
from inforce.release.acceptance import NO_REASONS, Reasons
from inforce.release.amend import plan_amendment
from inforce.release.amended_version import AmendRequest
from inforce.release.next_version import ReleaseRequest, WorkingText
from inforce.release.plan import plan_release
from inforce.rules.dates import without_effective_date
from pydantic import AwareDatetime, BaseModel, TypeAdapter

ROOT = Path(__file__).resolve().parent.parent
PROJECTS = (ROOT, ROOT / "examples")
READER = SectionReader()
Files = dict[str, bytes]


class History:
    """The versions of one policy as they stood (`old`, by number and path), and as far as they are made again."""

    def __init__(self, versions: Path) -> None:
        self.policy = versions.parent.name
        self.folder = f"policy_src/{self.policy}"
        numbers = sorted(int(path.name) for path in versions.iterdir())
        self.old: dict[int, Files] = {number: _files(versions / str(number)) for number in numbers}
        self.new: dict[int, Files] = {}

    def remake(self) -> None:
        """Every release in order, before each the amendments of earlier versions that it knew of."""
        for number, old in self.old.items():
            manifest = _read(old["manifest.json"])
            for earlier, head in manifest.get("heads", {}).items():
                self._amend(int(earlier), until=head)
            self._release(number, old, manifest)
        for number in self.old:
            self._amend(number, until=None)

    def _release(self, number: int, old: Files, manifest: Mapping[str, Any]) -> None:
        config = _config(manifest)
        epoch = _read(self.old[number - 1]["manifest.json"])["consent_epoch"] if number > 1 else 1
        working = WorkingText(
            policy=self.policy,
            folder=self.folder,
            config=config,
            site=Site(
                name=self.policy,
                languages=tuple(config.languages),
                default_language=config.authoritative_language,
                base_url="https://example.org/",
                time_zone=manifest["time_zone"],
                policies=(self.policy,),
            ),
            texts=_texts(old, "", manifest),
            facts=_read(old["facts.json"]),
            notes=_as(tuple[ChangeNote, ...], manifest["changes"]),
            earlier=tuple(self._version(one) for one in self.new),
        )
        request = ReleaseRequest(
            working=working,
            released=_instant(manifest["released"]),
            announced=_instant(manifest["announced"]) if "announced" in manifest else None,
            announced_because=manifest.get("announced_because"),
            effective_from=_instant(manifest["effective_from"]),
            ask_consent=manifest["consent_epoch"] > epoch,
            as_published=_as(AsPublished | None, manifest.get("as_published")),
            to_follow=tuple(manifest.get("to_follow", ())),
            reasons=_reasons(manifest),
        )
        with _dates_as_written(working.texts):
            made = plan_release(request, parse=READER.section, publish=_published)
        self.new[number] = dict(made.created)

    def _amend(self, number: int, *, until: str | None) -> None:
        """The amendments of a version that are not made again yet, up to the one with this digest; else all."""
        for path, data in self.old[number].items():
            if path.endswith("/amendment.json") and path not in self.new[number]:
                if until == self._stood(number):
                    return
                self._amend_once(number, path.removesuffix("amendment.json"), _read(data))

    def _stood(self, number: int) -> str:
        """The old digest of the last record of a version that is made again."""
        records = [path for path in self.new[number] if path.endswith("/amendment.json")]
        return sha256(self.old[number][max(records, default="manifest.json")])

    def _amend_once(self, number: int, place: str, amendment: Mapping[str, Any]) -> None:
        released = self._version(number)
        texts = _texts(self.old[number], place, amendment)
        effective = amendment.get("effective_from")
        labels = self.old[number].get(f"{place}facts.json")
        request = AmendRequest(
            released=released,
            type=AmendmentType(amendment["type"]),
            recorded=_instant(amendment["recorded"]),
            reason=amendment["reason"],
            effective_from=_instant(effective) if effective else None,
            config=_config(_read(self.old[number]["manifest.json"])),
            terms=_as(dict[str, EditionTerms], amendment["languages"]),
            texts=texts,
            facts=overlay(released.version.facts, _read(labels)) if labels else None,
            others=tuple(self._version(one).version for one in self.new if one != number),
            working={},
            working_folder=self.folder,
            reasons=_reasons(amendment),
        )
        with _dates_as_written(texts):
            made = plan_amendment(request, parse=READER.section, publish=lambda version: summary_files(version, READER))
        self.new[number].update({f"{place}{path}": data for path, data in made.created.items()})

    def _version(self, number: int) -> VersionRecords:
        folder = f"{self.folder}/versions/{number}"
        version, problems = read_version(self.new[number], policy=self.policy, number=number, folder=folder)
        if version is None or problems:
            raise SystemExit(f"{folder}: {[one.message for one in problems]}")
        return version

    def changed_words(self) -> Iterator[str]:
        """The section files whose bytes are not what they were."""
        for number, old in self.old.items():
            for path in {**old, **self.new[number]}:
                if path.endswith(".md") and old.get(path) != self.new[number].get(path):
                    yield f"{self.folder}/versions/{number}/{path}"


@contextmanager
def _dates_as_written(texts: Mapping[str, Mapping[str, str]]) -> Iterator[None]:
    """The date on which a version takes effect stays in the words that these texts have for it."""
    known = {(language, without_effective_date(text)): text for language in texts for text in texts[language].values()}

    def as_written(text: str, *_: object, language: str, **__: object) -> str:
        return known.get((language, without_effective_date(text)), text)

    with patch.object(plan, "with_effective_date", as_written), patch.object(amend, "with_effective_date", as_written):
        yield


def _config(manifest: Mapping[str, Any]) -> PolicyConfig:
    """What `policy.yml` said, as far as a manifest tells."""
    terms = _as(dict[str, EditionTerms], manifest["languages"])
    return PolicyConfig(
        title={language: one.title for language, one in terms.items()},
        languages={
            language: LanguageTerms(status=one.status, reviewed=one.reviewed) for language, one in terms.items()
        },
        sections=_as(tuple[SectionPlace, ...], manifest["sections"]),
        numbering=manifest["numbering"],
        roles=manifest.get("roles", {}),
        notice=Notice(material=0, clarification=0),
    )


def _published(version: ReleasedVersion) -> Files:
    return summary_files(version, READER)


def _files(folder: Path) -> Files:
    paths = sorted(path for path in folder.rglob("*") if path.is_file())
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in paths}


def _texts(files: Files, place: str, record: Mapping[str, Any]) -> dict[str, dict[str, str]]:
    return {
        language: {name: files[f"{place}{language}/{name}.md"].decode() for name in sections}
        for language, sections in record["digests"].items()
    }


def _reasons(record: Mapping[str, Any]) -> Reasons:
    """The reasons that a record gives for what was open; as published, one reason holds for all."""
    if record.get("as_published"):
        return NO_REASONS
    given = {f"{one['code']}:{one['place']}": one["because"] for one in record.get("accepted", ())}
    return Reasons(places=tuple(given.items()))


def _read(data: bytes) -> Any:
    return json.loads(data)


def _as(kind: Any, data: Any) -> Any:
    if isinstance(kind, type) and issubclass(kind, BaseModel):
        return kind.model_validate(data)
    return TypeAdapter(kind).validate_json(json.dumps(data))


def _instant(text: str) -> Any:
    return _as(AwareDatetime, text)


def main() -> None:
    """Remake every policy of both projects. Exits with a message, nothing written, where words would change."""
    histories = {
        versions: History(versions) for root in PROJECTS for versions in sorted(root.glob("policy_src/*/versions"))
    }
    for history in histories.values():
        history.remake()
        if changed := sorted(history.changed_words()):
            sys.exit("These words would change:\n  " + "\n  ".join(changed))
    for versions, history in histories.items():
        for number, files in history.new.items():
            if files == history.old[number]:
                continue
            shutil.rmtree(versions / str(number))
            for path, data in files.items():
                target = versions / str(number) / path
                target.parent.mkdir(parents=True, exist_ok=True)
                target.write_bytes(data)
            print(f"made again: {versions.relative_to(ROOT)}/{number}")


if __name__ == "__main__":
    main()
