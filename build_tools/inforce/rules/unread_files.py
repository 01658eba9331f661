"""Rules for files and folders that nothing reads: what each most likely is, and the name or place it should have."""

from __future__ import annotations

import difflib
import re
from collections.abc import Collection, Sequence

from inforce.problems import Problem, problem
from inforce.reader.ids import proposed_id
from inforce.rules.languages import known_language

_TEXT = re.compile(r"(?:\.(?:md|mdown|markdown|mkd|txt))+$", re.IGNORECASE)
_YAML = re.compile(r"\.(?:ya?ml|json|txt)$", re.IGNORECASE)
_DOCUMENT = re.compile(r"\.(?:docx?|odt|pages|pdf|rtf|html?)$", re.IGNORECASE)
_COPY = re.compile(r"^[~.]|~$|\.(?:bak|orig|rej|swp|tmp)$", re.IGNORECASE)
_LATER = re.compile(r"differs\.ya?ml|sync/[^/]+\.json")
"""Files beside the sections that the format has a place for."""
_A_COPY = ("an editor has left this copy; nothing reads it.", "Take it away.")


def section_meant(name: str) -> str | None:
    """The id of the section that a file of a wrong name was meant for; None where it is no Markdown."""
    last = name.rsplit("/", 1)[-1]
    found = _TEXT.search(last)
    return proposed_id(last[: found.start()]) if found and not _COPY.search(last) else None


def fact_meant(name: str) -> str | None:
    """The name without its ending of the YAML file that a file was meant to be; None where it is none."""
    return name[: found.start()].lower() if (found := _YAML.search(name)) else None


def unread_section(path: str, folder: str) -> Problem:
    """S105: a file in a language's folder that is no section's."""
    last = path.rsplit("/", 1)[-1]
    if _LATER.fullmatch(path.removeprefix(f"{folder}/")):
        message = "a later version of Inforce will read this file; this one doesn't, so it would have no effect."
        return _unread(path, message, "Take it away for now, and keep its words for later.")
    if _COPY.search(last):
        return _unread(path, *_A_COPY)
    if _DOCUMENT.search(last):
        target = f"{folder}/{proposed_id(_DOCUMENT.sub('', last)) or 'NAME'}.md"
        return _unread(
            path, "this is not a text file.", f"Put its words into {target}, as plain text, and take it away."
        )
    meant = section_meant(last)
    if meant is None:
        return _unread(path, "this is not a section's file.", "Name it as in retention.md, or take it away.")
    if "/" in path.removeprefix(f"{folder}/"):
        return _unread(path, "this file lies one folder too deep.", f"Move it: {folder}/{meant}.md")
    message = "a section's file has a name of small letters a–z, digits and hyphens, and ends in .md."
    return _unread(path, message, f"Name it {meant}.md.")


def unread_fact(path: str, known: Sequence[str]) -> Problem:
    """S105: a file in the folder of facts that no schema is for."""
    name = path.rsplit("/", 1)[-1]
    message = "this file is not a file of facts."
    if _COPY.search(name):
        return _unread(path, *_A_COPY)
    near = difflib.get_close_matches(fact_meant(name) or name.lower(), known, n=1)
    files = ", ".join(f"{field}.yml" for field in known)
    return _unread(path, message, f"Name it {near[0]}.yml." if near else f"Known are: {files}.")


def unread_note(path: str) -> Problem:
    """S105: a file among the change notes that is none."""
    name = path.rsplit("/", 1)[-1]
    if _COPY.search(name):
        return _unread(path, *_A_COPY)
    meant = section_meant(name) or proposed_id(_DOCUMENT.sub("", name)) or "NAME"
    return _unread(path, "this is not a change note.", f"A change note is a text file named as in {meant}.md.")


def unread_in_policy(path: str, *, is_file: bool, languages: Collection[str], leading: str) -> Problem:
    """S106: a file or a folder beside a policy's languages."""
    folder, _, name = path.rpartition("/")
    if is_file:
        meant = section_meant(name)
        message = f'"{name}" lies outside of the languages\' folders, where nothing reads it.'
        move = f"If it is a section, move it: {folder}/{leading}/{meant}.md" if meant else ""
        return _folder(path, message, f"{move}. If not, take it away." if move else "Take it away.")
    message = f'"{name}" is neither a language of policy.yml nor a known folder.'
    same = next((language for language in languages if language.lower() == name.lower()), None)
    if same is not None:
        return _folder(
            path, message, f'Name it "{same}", in small letters.' if same.islower() else f'Name it "{same}".'
        )
    if known_language(name):
        return _folder(path, message, f'Add "{name}" to the languages in policy.yml, or take it away.')
    near = difflib.get_close_matches(name, ["changes", "versions", *languages], n=1)
    return _folder(path, message, f'Did you mean "{near[0]}"? If not, take it away.' if near else "Take it away.")


def unread_on_top(
    path: str, *, is_file: bool, languages: Collection[str], policies: Sequence[str], released: bool = False
) -> Problem:
    """S106: a file or a folder beside the policies; `released` is one that holds released versions."""
    name = path.rsplit("/", 1)[-1]
    if is_file:
        return _folder(path, f'"{name}" is no file that is read.', "Take it away.")
    if name in languages and policies:
        place = f"{path.removesuffix(name)}{policies[0]}/{name}"
        return _folder(path, f'"{name}" is a language; its folder is inside of a policy\'s.', f"Move it: {place}")
    if released:
        message = f'"{name}" has released versions and is not listed: the site would no longer show them.'
        return _folder(path, message, f'Add "{name}" to the policies in site.yml.')
    return _folder(path, f'"{name}" is not listed.', f'Add "{name}" to the policies in site.yml, or take it away.')


def _unread(path: str, message: str, remedy: str) -> Problem:
    return problem("S105", path, message=message, remedy=remedy)


def _folder(path: str, message: str, remedy: str) -> Problem:
    return problem("S106", path, message=message, remedy=remedy)
