"""What a digest or a file is: every digest that is published or released is known, and by what it is."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest
from inforce.cli.opening import open_here
from inforce.project.api import api_files
from inforce.project.project import Project
from inforce.project.publish import Publication, publish
from inforce.project.site_files import site_files
from inforce.project.verify import How, Known, What, everything, of_digest, of_file
from inforce.reader.records.digests import hex_digits

EXAMPLES = Path(__file__).resolve().parents[2] / "examples"
AS_OF = datetime(2026, 11, 23, 12, tzinfo=UTC)


@pytest.fixture(scope="module")
def opened() -> tuple[Project, Publication]:
    project_opened = open_here(EXAMPLES)
    return project_opened.project, publish(project_opened.project, project_opened.reader, as_of=AS_OF, drafts=False)


@pytest.fixture(scope="module")
def known(opened: tuple[Project, Publication]) -> Known:
    return everything(*opened)


@pytest.fixture(scope="module")
def files(opened: tuple[Project, Publication]) -> dict[str, bytes]:
    return dict(api_files(opened[1]))


def revisions(files: dict[str, bytes]) -> Iterator[tuple[tuple[str, int, str, int], dict[str, Any]]]:
    for policy in json.loads(files["api/v1/index.json"])["policies"]:
        for version in policy["versions"]:
            for edition in version["editions"]:
                for revision in edition["revisions"]:
                    yield (policy["policy"], version["version"], edition["language"], revision["revision"]), revision


def test_the_index_names_no_digest_that_is_unknown(known: Known, files: dict[str, bytes]) -> None:
    count = 0
    for who, revision in revisions(files):
        for digest, what in ((revision["text_digest"], What.WORDS), (revision["summary"]["integrity"], What.SUMMARY)):
            verdict = of_digest(known, hex_digits(digest))
            assert verdict.how is How.DIGEST
            found = [each for each in verdict.found if each.what is what]
            assert who in [(each.policy, each.version, each.language, each.revision) for each in found]
            assert {revision["summary"]["path"], revision["path"]} <= {
                *(each.data for each in found),
                *(each.page for each in found),
            }
            count += 1
    assert count > 40


def test_every_file_of_the_site_is_known_by_its_bytes(known: Known, files: dict[str, bytes]) -> None:
    assert len(files) > 100
    for path, data in files.items():
        verdict = of_file(known, data)
        assert verdict.how is How.BYTES, path
        assert verdict.proven


def test_a_script_as_a_copy_keeps_it_is_known_with_the_address_of_this_site_alone(
    opened: tuple[Project, Publication], known: Known, files: dict[str, bytes]
) -> None:
    base, scripts = opened[0].site.base_url, [path for path in files if path.endswith("/inforce.js")]
    assert len(scripts) >= 2
    for path in scripts:
        own, other = (
            files[path].replace(b'const BASE = "";', f'const BASE = "{address}";'.encode())
            for address in (base, "https://elsewhere.example/")
        )
        verdict = of_file(known, own)
        assert verdict.how is How.BYTES
        assert (What.KEPT_SCRIPT, path) in [(each.what, each.file) for each in verdict.found]
        assert of_file(known, other).how is How.UNKNOWN


def test_every_file_of_a_release_is_known_and_so_are_the_words_of_its_sections(
    opened: tuple[Project, Publication], known: Known
) -> None:
    for policy in opened[0].policies:
        for released in policy.released:
            for path, data in released.files.items():
                verdict = of_file(known, data)
                assert verdict.how is How.BYTES, path
                if not path.endswith(".json") or "published/" not in path:
                    assert f"{released.folder}/{path}" in [each.file for each in verdict.found]
            for language, sections in released.manifest.digests.items():
                for section, digests in sections.items():
                    found = of_digest(known, hex_digits(digests.wording)).found
                    assert (released.manifest.version, language, section) in [
                        (each.version, each.language, each.section) for each in found if each.what is What.SECTION
                    ]


def test_every_page_of_a_text_is_known_by_its_words(opened: tuple[Project, Publication], known: Known) -> None:
    """A saved page is none of the files of a register; what stands in it is."""
    count = 0
    for page in site_files(opened[1], cache=None).pages:
        parts = page.url.strip("/").split("/")
        if len(parts) == 4 and parts[3].startswith("r"):
            language, policy, version, revision = parts
            verdict = of_file(known, page.html.encode())
            assert verdict.how is How.TEXT, page.url
            assert (policy, int(version[1:]), language, int(revision[1:])) in [
                (each.policy, each.version, each.language, each.revision) for each in verdict.found
            ]
            changed = page.html.replace("</p>", " not</p>", 1) if "</p></section>" in page.html else page.html
            changed = changed.replace("</section>", "<p>Not so.</p></section>", 1)
            named = of_file(known, changed.encode())
            assert named.how is How.NAMED, "the digest at its foot is all that is left"
            assert not named.proven
            count += 1
    assert count > 20


def test_the_configuration_of_a_banner_is_of_its_version(known: Known, files: dict[str, bytes]) -> None:
    (path,) = (path for path in files if path.endswith("privacy/4/klaro.json"))
    found = of_file(known, files[path]).found
    assert [(each.file, each.version, len(each.in_force)) for each in found if each.policy] == [(path, 4, 1)]


SUMMARY = "api/v1/privacy/4/fr/r1.json"


@pytest.mark.parametrize(
    ("spoil", "how"),
    [
        (lambda text: text, How.BYTES),
        (lambda text: json.dumps(json.loads(text), indent=2), How.DATA),
        (lambda text: json.dumps(dict(reversed(json.loads(text).items()))), How.DATA),
        (lambda text: json.dumps({**json.loads(text), "version": 3}), How.NAMED),  # it names the digest of its words
        (lambda text: text[:-1], How.NAMED),
        (lambda _: "", How.UNKNOWN),
        (lambda _: "[" * 100_000, How.UNKNOWN),
        (lambda _: '{"a": 1e400}', How.UNKNOWN),
        (lambda _: '{"a": 123456789012345678901234567890}', How.UNKNOWN),
        (lambda _: "<article><section id=" * 20_000, How.UNKNOWN),
    ],
)
def test_a_file_is_what_it_proves_to_be(known: Known, files: dict[str, bytes], spoil: object, how: How) -> None:
    assert callable(spoil)
    assert of_file(known, spoil(files[SUMMARY].decode()).encode()).how is how


def test_bytes_that_are_no_text_are_only_unknown(known: Known) -> None:
    assert of_file(known, bytes(range(256)) * 100).how is How.UNKNOWN


def test_what_nobody_knows_is_unknown(known: Known) -> None:
    verdict = of_digest(known, hashlib.sha256(b"other").hexdigest())
    assert verdict.how is How.UNKNOWN
    assert verdict.found == ()
    assert not verdict.proven
