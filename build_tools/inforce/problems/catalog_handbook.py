"""The codes of problems with the handbook: H1, `docs/` and `mkdocs.yml`, from which MkDocs builds its pages."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

from inforce.problems.catalog import HINT, OPEN, Levels, Rule
from inforce.problems.problem import Severity

_STRICT: Levels = ((Severity.ERROR, "where MkDocs stops, or `strict: true` says so"), (Severity.HINT, "else"))

RULES: Mapping[str, Rule] = MappingProxyType(
    {
        "H101": Rule(
            title="File that would stand among the policies",
            why="Every address has one owner. The folders of languages, of the site's and of any other, `api/`, "
            "`embed/`, `assets/`, `hosting/`, the first page, the page for what is missing, the site map and the "
            "headers for hosts are made from the policies alone, and so would be a page named by the id or the title "
            "of a policy: nothing else can look like one. A script on the top level could take over all pages.",
            example="docs/en/privacy/v1.md",
        ),
        "H102": Rule(
            title="Two files at one address",
            why="One would overwrite the other, on some computers only.",
            example="docs/handbook/Editing.md beside docs/handbook/editing.md",
        ),
        "H103": Rule(
            title="mkdocs.yml that runs programs, reads other files or shows words of its own",
            why="Whoever checks or builds a pull request would run what it brings, or publish files of their own "
            "computer. mkdocs.yml says what the handbook looks like, and nothing more. Options that put words into "
            "pages, or others in their place, would change pages whose own files stay as they were.",
            example="hooks: [hooks.py]",
        ),
        "H104": Rule(
            title="mkdocs.yml that does not fit the site",
            why="The handbook and the policies are one site, at one address, made in one build.",
            example="`site_url: https://legal.example.org/`, while `site.yml` has another `base_url`",
        ),
        "H105": Rule(
            title="Something that readers' browsers would fetch from another host",
            why="No page asks anything of another host: it would learn who reads which policy.",
            example="extra_javascript: [https://cdn.example.net/x.js]",
        ),
        "H106": Rule(
            title="Handbook that MkDocs does not build",
            levels=_STRICT,
            why="The site is built whole or not at all; a dead link or a page that cannot be read stops it.",
            example="[how to edit](edting.md)",
        ),
        "H107": Rule(
            title="Plugin that Inforce does not know",
            levels=HINT,
            why="A plugin is a program that may add pages and read files. Somebody should have looked at it.",
            example="plugins: [inforce, macros]",
        ),
        "H108": Rule(
            title="File of a kind that the handbook does not publish",
            why="Files such as `_headers`, `CNAME` or `.htaccess` are settings of the server, and HTML, SVG or a "
            "script on the top level are programs that could take over every page. A script in a folder is published "
            "where `extra_javascript` names it. Names of files become titles, so that they hold no markup.",
            example="docs/_redirects",
        ),
        "H109": Rule(
            title="Page of the handbook that holds more than words",
            why="The handbook stands at the same address as the policies, so that a script, a frame or a form in it "
            "could pass for one of them. Every page is read as it was built: what it holds beside what its theme "
            "puts there must be on a list of what shows words, pictures and tables. That holds for front matter and "
            "titles too. Classes by which the theme hides or moves words stand where Markdown writes them, and nowhere "
            "else.",
            example='<img src="x.png" onerror="send()">',
        ),
        "H110": Rule(
            title="Script that runs in the handbook",
            levels=HINT,
            why="It stands at the same address as the policies. Somebody should have read it.",
            example="extra_javascript: [handbook/shown.js]",
        ),
        "H111": Rule(
            title="Entry of mkdocs.yml to look at",
            levels=HINT,
            why="A menu that leads to another site, a handbook without pages or checks that are switched off may all "
            "be meant, and so may other words in the header and the footer than the base branch has. Somebody should "
            "have looked at them.",
            example="nav: [{Privacy policy: https://elsewhere.example/}]",
        ),
        "H112": Rule(
            title="Stylesheet that could hide words or show others",
            why="A rule can take words away, lay others over them or paint them in the colour of the page, and a link "
            "then shows an address that it does not go to. Stylesheets and `style` attributes are held to one list: "
            "sizes within bounds, borders, alignment, the theme's own colours of text, and a brand's colour. What "
            "takes room, or draws lines, names the elements of a page that it is about.",
            example=".md-typeset p { display: none }",
        ),
        "H113": Rule(
            title="Page or entry of a menu that is called as a policy, or another page, is",
            levels=(
                (Severity.OPEN, "where the entry leads to another policy of this site"),
                (Severity.HINT, "where it leads elsewhere, and for pages"),
            ),
            why="Readers would take it for the other. Policies come from policy_src/ alone; a page about one is "
            "called otherwise.",
            example="docs/handbook/words.md that begins with # Privacy Policy",
        ),
        "H114": Rule(
            title="Link that leads elsewhere than its words promise",
            levels=(
                (
                    Severity.OPEN,
                    "where the words are a policy's title, or name a version, a section or a language, of another",
                ),
                (Severity.HINT, "elsewhere"),
            ),
            why="Readers take what is called as a policy of this site for it, and write to whatever address a page "
            "gives them.",
            example="[our privacy policy](https://elsewhere.example/privacy)",
        ),
        "H115": Rule(
            title="Page of the handbook that is not yet, or no longer, right",
            levels=OPEN,
            why="A page is shown at once, and says nothing of when it holds. Its words are those of some version, or "
            "of the facts that you edit, but not of what is in force now or of what comes next. Nobody has to have "
            "touched it: a release, or the day on which a version comes into force, is enough. So it stops no build. "
            "Words that no version and no fact says are an error, told as in a section.",
            example="`[10 years](fact:retention.contract)` in `docs/`, while `retention.yml` has `keep: 7 years`",
        ),
    }
)
