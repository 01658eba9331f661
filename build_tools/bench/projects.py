"""Projects of any size to measure with: released versions of policies made of this repository's own sentences, put
together anew with a fixed seed. A version changes two or three sections of fourteen."""

from __future__ import annotations

import json
import random
import re
import shutil
from datetime import datetime, timedelta
from pathlib import Path
from zoneinfo import ZoneInfo

from inforce.project.check import parsed
from inforce.project.editions import SectionReader
from inforce.project.project import read_project
from inforce.project.publish import working_text
from inforce.project.summaries import summary_files
from inforce.release.acceptance import Reasons
from inforce.release.next_version import ReleaseRequest
from inforce.release.plan import plan_release
from inforce.storage.apply import apply, replace_file

ROOT = Path(__file__).resolve().parents[2]
LANGUAGES = (
    *("en", "fr", "nl", "de", "it", "es", "pt", "pl", "bg", "cs", "da", "el"),
    *("et", "fi", "ga", "hr", "hu", "lt", "lv", "mt", "ro", "sk", "sl", "sv"),
)
"""The official languages of the European Union; what has no texts here borrows those of a language that does."""
OWN = ("en", "fr", "nl", "de")
SECTIONS = 14
SECTION_BYTES = 1700
ZONE = "Europe/Brussels"
START = datetime(2015, 1, 1, tzinfo=ZoneInfo(ZONE))
"""When the first version takes effect; versions begin at the beginning of a day."""
APART = timedelta(days=100)


def generate(project: Path, policies: int, languages: tuple[str, ...], versions: int) -> list[tuple[str, str]]:
    """Write a project with its released versions; give (name, text) of every edition as ordinary pages."""
    rng = random.Random(7)
    names = [f"policy-{number}" for number in range(1, policies + 1)]
    source = project / "policy_src"
    source.mkdir(parents=True)
    (project / "docs").mkdir()
    (project / "docs" / "about.md").write_text("# About\n", "utf-8")
    (project / "mkdocs.yml").write_text(
        "site_name: Bench\nsite_url: https://bench.example/\ntheme: {name: material, font: false}\n"
        "plugins: [inforce]\n",
        "utf-8",
    )
    (source / "site.yml").write_text(
        f"name: Bench\nlanguages: [{', '.join(languages)}]\ndefault_language: en\nbase_url: https://bench.example/\n"
        f"time_zone: {ZONE}\npolicies: [{', '.join(names)}]\n",
        "utf-8",
    )
    shutil.copytree(ROOT / "policy_src" / "facts", source / "facts")
    pool = {language: _sentences(language) for language in languages}
    ids = [f"section-{number}" for number in range(1, SECTIONS + 1)]
    for name in names:
        statuses = ", ".join(
            f"{language}: {{status: {'authoritative' if language == 'en' else 'courtesy'}}}" for language in languages
        )
        titles = ", ".join(f"{language}: Title of {name}" for language in languages)
        sections = "".join(f"  - id: {section}\n" for section in ids)
        (source / name / "changes").mkdir(parents=True)
        (source / name / "policy.yml").write_text(
            f"title: {{{titles}}}\nlanguages: {{{statuses}}}\nsections:\n{sections}", "utf-8"
        )
        for language in languages:
            for section in ids:
                text = _section(section, pool[language], rng)
                replace_file(source / name / language / f"{section}.md", text.encode())
    for number in range(versions):
        for name in names:
            if number:
                changed = rng.sample(ids, rng.choice((2, 3)))
                for language in languages:
                    for section in changed:
                        _change(source / name / language / f"{section}.md", pool[language], rng)
            release(project, name, number)
    return [
        (f"{path.parent.parent.parent.name}-v{path.parent.name}-{language}", _as_page(path.parent, language, ids))
        for path in sorted(source.glob("*/versions/*/manifest.json"))
        for language in languages
    ]


def release(project: Path, name: str, number: int) -> None:
    """Release a policy's working text as its next version, as the command does, without its questions."""
    note = project / "policy_src" / name / "changes" / f"change-{number}.md"
    note.parent.mkdir(exist_ok=True)
    note.write_text("# clarification\n\n## en\n\nSome sections are worded anew.\n", "utf-8")
    read, problems = read_project(project)
    if read is None:
        raise SystemExit("\n".join(str(problem) for problem in problems))
    policy = next(item for item in read.policies if item.id == name)
    begins = START + APART * number
    reader = SectionReader()
    leading = policy.config.authoritative_language
    texts, _ = parsed(policy, reader)
    synced = {section: reader.wording(text) for section, text in texts[leading].items()}
    for language in policy.working.keys() - {leading}:
        replace_file(project / policy.folder / language / "sync.json", json.dumps(synced).encode())
    released = begins - timedelta(hours=1)
    request = ReleaseRequest(
        working=working_text(read, policy),
        released=released,
        announced=released,
        effective_from=begins,
        reasons=Reasons(everything="The facts are those of a policy that leaves some open."),
    )
    plan = plan_release(request, parse=reader.section, publish=lambda version: summary_files(version, reader))
    if plan.problems:
        raise SystemExit("\n".join(str(problem) for problem in plan.problems))
    apply(project, plan)


def _sentences(language: str) -> list[str]:
    """Sentences of this repository's own policy, without markup; languages it does not have borrow one. None states a
    fact or an amount: put together by chance, those of two languages would contradict each other."""
    own = language if language in OWN else OWN[LANGUAGES.index(language) % len(OWN)]
    text = " ".join(path.read_text("utf-8") for path in sorted((ROOT / "policy_src" / "privacy" / own).glob("*.md")))
    plain = re.sub(r"[*#\\]|^- ", "", text, flags=re.M)
    found = (" ".join(part.split()) for part in re.split(r"(?<=[.;:?!])\s+", plain) if "](fact:" not in part)
    unlinked = (re.sub(r"\[([^\[\]]*)\]\([^)]*\)", r"\1", part) for part in found)
    return [part for part in unlinked if 40 < len(part) < 300 and not re.search(r"[\[\]<>&|~`\d]", part)]


def _section(name: str, pool: list[str], rng: random.Random) -> str:
    blocks = [f"# {rng.choice(pool)[:50].strip()} {name}", " ".join(rng.sample(pool, 3))]
    blocks.append("\n".join(f"- {sentence}" for sentence in rng.sample(pool, 4)))
    blocks += [f"## [{rng.choice(pool)[:40].strip()}](id:{name}-more)", rng.choice(pool)]
    # The last block is one whose words may change, and so no heading.
    while len("\n\n".join(blocks).encode()) < SECTION_BYTES:
        blocks.append(" ".join(rng.sample(pool, 2)))
    return "\n\n".join(blocks) + "\n"


def _change(path: Path, pool: list[str], rng: random.Random) -> None:
    """Change a section as a version does: a sentence comes, another goes, some words change."""
    blocks = path.read_text("utf-8").rstrip("\n").split("\n\n")
    blocks[1] = f"{blocks[1]} {rng.choice(pool)}"
    words = blocks[-1].split()
    at = rng.randrange(len(words))
    blocks[-1] = " ".join([*words[:at], *rng.choice(pool).split()[:3], *words[at + 2 :]])
    path.write_text("\n\n".join(blocks) + "\n", "utf-8")


def _as_page(folder: Path, language: str, ids: list[str]) -> str:
    """An edition as one ordinary Markdown page."""
    text = "\n".join((folder / language / f"{section}.md").read_text("utf-8") for section in ids)
    return re.sub(r"\[([^\]]*)\]\(id:[^)]*\)", r"\1", text).replace("\n# ", "\n## ")
