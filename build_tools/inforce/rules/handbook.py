"""Where the files of the handbook may stand: every address of the site has one owner.

MkDocs puts each file of `docs/` at a path of the site. The folders of languages, those of the site and any other, and
of policies, `api/`, `embed/`, `assets/`, `hosting/`, the first page, `404.html`, `sitemap.xml` and `_headers` are
Inforce's. Names are compared as the most forgiving file system or server would: without case, width and composition,
decoded, without what nobody sees and without dots and spaces at their end.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass
from functools import cache
from urllib.parse import unquote

from babel import Locale

from inforce.problems import Location, Problem, problem
from inforce.reader.characters.lookalike_hosts import Lookalike
from inforce.reader.characters.lookalikes import lookalikes
from inforce.rules.languages import known_language
from inforce.rules.policy_names import as_it_looks, is_like_name_of, is_name_of

FOLDERS = frozenset({"api", "embed", "assets", "hosting"})
"""Folders of the site that are Inforce's, beside those of the languages."""
_STEMS = frozenset({"index", "404", "sitemap"})
"""Files on the top level that are Inforce's, whatever their ending."""
_HEADERS = "_headers"
"""The file that rules how a host serves the site."""
MARK = ".inforce-site"
"""The file by which a folder is known as built by Inforce."""
_OF_THEMES = re.compile(r"assets/(?:images|javascripts|stylesheets)/[^/]")
"""Where MkDocs' themes keep their own files; ours lie beside these folders."""
_PAGE = re.compile(r"\.(?:md|markdown|mdown|mkdn|mkd)$")
"""As MkDocs knows Markdown (`mkdocs.utils.markdown_extensions`)."""
_UNSEEN = re.compile("[\u034f\u115f\u1160\u17b4\u17b5\u180b-\u180f\u3164\ufe00-\ufe0f\uffa0\U000e0100-\U000e01ef]")
"""What Unicode lets programs ignore and is no control or format character (DerivedCoreProperties.txt)."""
_MARKUP = re.compile('[\x00-\x1f\x7f"<>`]')
"""What a title made of a file's name can't hold: themes print it as it is."""
_SCRIPT = re.compile(r"\.(?:[cm]?js|jsx|es|ecma|javascript|wasm)$")
_PICTURES = frozenset({"png", "jpg", "jpeg", "gif", "webp", "avif", "ico", "pdf"})
"""Endings of what may stand anywhere: no browser and no host takes it for a program or for settings."""
_KNOWN = _PICTURES | {
    "md", "markdown", "mdown", "mkdn", "mkd", "css", "js", "woff", "woff2", "ttf", "otf", "txt", "csv", "json", "yml",
    "yaml", "zip", "docx", "xlsx", "pptx", "odt", "ods", "mp3", "mp4", "webm",
}  # fmt: skip
"""Endings of what may stand in a folder of the handbook. No HTML, SVG or XML: there they could be programs."""


_TAG = re.compile(
    r"([a-z]{2,3})(?:-([a-z]{4}))?(?:-([a-z]{2}|[0-9]{3}))?((?:-(?:[a-z0-9]{5,8}|[0-9][a-z0-9]{3}))*)"
    r"(?:-[tu](?:-[a-z0-9]{2,8})+)*(?:-x(?:-[a-z0-9]{1,8})+)?"
)
"""A tag of a language (BCP 47), with its script, its country, its variants and what is agreed on in private, in small
letters."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Neighbours:
    """The policies beside which a handbook stands."""

    languages: tuple[str, ...] = ()
    """Those that the site has or had."""
    policies: tuple[str, ...] = ()
    """Their ids."""
    titles: tuple[str, ...] = ()
    """Their titles, in every language."""
    called: tuple[tuple[str, str], ...] = ()
    """The id of each with each of its titles."""
    emails: tuple[str, ...] = ()
    """The addresses that the facts give."""
    phones: tuple[str, ...] = ()
    """The telephone numbers that they give (E.164)."""
    owners: tuple[str, ...] = ()
    """Names of those whose policies they are."""
    region: str | None = None
    """The country (ISO 3166-1) whose telephone numbers they write without +."""


def check_paths(
    paths: Iterable[str], *, docs: str, beside: Neighbours, flat: bool, scripts: Collection[str] = ()
) -> Iterator[Problem]:
    """H101, H102, H108 and X305 for the files of `docs` (a folder's path below the project; `paths` begin with it).

    `flat` is MkDocs' `use_directory_urls: false`: `a.md` becomes `a.html` and not `a/index.html`. `scripts` are the
    programs that `mkdocs.yml` names.
    """
    taken: dict[str, str] = {}
    for path in paths:
        target = destination(path.removeprefix(f"{docs}/"), flat=flat)
        address = "/" + target.removesuffix("index.html")
        where = Location(file=path)
        if (why := _claim(target, beside)) is not None:
            name = path.removeprefix(f"{docs}/")
            cure = f"Move it into a folder of the handbook, such as {docs}/handbook/{name}, or take it away."
            yield _problem("H101", where, f"this file would be published at {address}, {why}.", cure)
            continue
        if (odd := next(_deceiving(path.removeprefix(f"{docs}/")), None)) is not None:
            cure = "Give it, or its folder, a name in the letters of one script."
            yield _problem(odd.code, where, f"the name of this file deceives: {odd.message}", cure)
            continue
        if (unfit := _unfit(path.removeprefix(f"{docs}/"), scripts)) is not None:
            yield _problem("H108", Location(file=path), *unfit)
            continue
        first = taken.setdefault(spelling(target), path)
        if first != path:
            message = f"this file would be published at {address}, and so would {first}."
            yield _problem("H102", where, message, "Give one of the two another name.")


def is_page(path: str) -> bool:
    """Whether MkDocs takes a file for Markdown, and makes a page of it."""
    return bool(_PAGE.search(path))


def destination(path: str, *, flat: bool) -> str:
    """Where MkDocs puts a file of `docs/`, both as paths with forward slashes."""
    if not is_page(path):
        return path
    folder, slash, name = path.rpartition("/")
    stem = _PAGE.sub("", name)
    stem = "index" if stem == "README" else stem
    return f"{folder}{slash}{stem}.html" if flat or stem == "index" else f"{folder}{slash}{stem}/index.html"


def is_claimed(path: str, beside: Neighbours) -> bool:
    """Whether a path of the built site is Inforce's; files of a theme among the assets are not."""
    return not _OF_THEMES.match(path) and _claim(path, beside) is not None


def is_named_so(name: str, beside: Neighbours) -> bool:
    """Whether a page or an entry of a menu has a name that reads as the title of a policy, or nearly so."""
    return any(reads(name, beside.titles, beside.owners) for reads in (is_name_of, is_like_name_of))


def spelling(name: str) -> str:
    """A name or path as the most forgiving file system or server takes it."""
    before = None
    while name != before:
        before = name
        name = unicodedata.normalize("NFKC", unquote(name)).casefold().replace("\\", "/")
        name = _UNSEEN.sub("", "".join(char for char in name if unicodedata.category(char) not in ("Cf", "Cc")))
        name = "/".join(part.strip().rstrip(". ") or part for part in name.split("/"))
    return name


def _deceiving(path: str) -> Iterator[Lookalike]:
    for part in unicodedata.normalize("NFC", path).split("/"):
        yield from lookalikes(part)


def _unfit(path: str, scripts: Collection[str]) -> tuple[str, str] | None:
    """Why a file is of no kind that the handbook publishes, and what to do."""
    if found := _MARKUP.search(path):
        message = f"its name holds {found[0]!r}: themes print names into pages, where it would begin markup."
        return message, "Give it, or its folder, a name of letters and digits."
    *folders, name = spelling(path).split("/")
    if any(part.startswith((".", "_")) for part in (*folders, name)):
        cure = "Give it another name, or take it away."
        return "names that begin with a dot or a line are those of servers' and programs' settings.", cure
    if is_page(path):
        return None
    ending = name.rpartition(".")[2] if "." in name else ""
    if ending in ("svg", "svgz"):
        return "a drawing in SVG can hold programs, which run where it is opened.", "Save it as PNG or WebP."
    if ending == "js" and folders and path not in scripts:
        message = "this is a program, and mkdocs.yml doesn't name it under extra_javascript."
        return message, "Name it there, where whoever reviews the change sees it, or take it away."
    if ending not in _KNOWN:
        message = "the handbook publishes no file of this kind: a server or a browser could take it for a program."
        return message, "Write it as a page in Markdown, or take it away."
    if not folders and ending not in _PICTURES:
        message = "on the top level stand pages and pictures alone: settings and scripts there rule the whole site."
        return message, "Move it into a folder of the handbook, or take it away."
    return None


def _claim(target: str, beside: Neighbours) -> str | None:
    """Why a path of the site is not the handbook's; None where it is."""
    read = spelling(target).lstrip("/")
    return next(filter(None, (_claim_of(one, beside) for one in dict.fromkeys((read, as_it_looks(read))))), None)


def _claim_of(read: str, beside: Neighbours) -> str | None:
    top, slash, rest = read.partition("/")
    top = top.partition(":")[0]  # what follows a colon is a part of the same file on Windows
    stem = top.partition(".")[0]
    name = top if slash else stem
    for language in beside.languages:
        if name == spelling(language):
            return f"among the policies in {language}"
    if name in map(spelling, beside.policies):
        return f"where readers expect the policy {name}"
    if is_name_of(name, beside.titles, beside.owners):
        return "whose name reads as that of a policy"
    if _is_tag(name.replace("_", "-"), beside):
        return "where the policies would stand in a language of that tag"
    if name in FOLDERS:
        return f"in {name}/, where only Inforce writes"
    if stem in _STEMS and (not slash or stem != top or rest == "index.html"):
        return "which Inforce writes"
    if top == _HEADERS:
        return "which tells a host how to serve the site"
    if top == MARK:
        return "which says that Inforce built the site"
    if not slash and _SCRIPT.search(top):
        return "and a script on the top level can take over every page"
    return None


def _is_tag(name: str, beside: Neighbours) -> bool:
    """Whether a name is the tag of a language, and no words that are written like one: `de-facto`, `as-is`."""
    found = _TAG.fullmatch(name)
    if found is None:
        return False
    language, script, country, variants = found.groups()
    languages, others = _tags()
    spoken = any(language == spelling(each).partition("-")[0] for each in beside.languages)
    return (
        language in languages
        and others.issuperset((script or country or "001", country or "001", *variants.split("-")[1:]))
        and (country is None or spoken or known_language("-".join(filter(None, (language, script, country)))))
    )


@cache
def _tags() -> tuple[frozenset[str], frozenset[str]]:
    """What CLDR knows: languages, with the shortest of their codes; scripts, countries and variants."""
    names = Locale("en")
    others = (str(each).lower() for known in (names.scripts, names.territories, names.variants) for each in known)
    return frozenset(names.languages), frozenset(others)


def _problem(code: str, where: Location, message: str, remedy: str) -> Problem:
    return problem(code, where, message=message, remedy=remedy)
