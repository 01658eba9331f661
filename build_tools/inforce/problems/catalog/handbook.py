"""The codes of problems with the handbook: H1, `docs/` and `mkdocs.yml`, from which MkDocs builds its pages."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

from inforce.problems.rule import HINT, OPEN, Levels, Rule, Variant
from inforce.problems.value import Severity

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
            variants={
                "written": Variant(
                    "the theme or a plugin writes /{path}, where only Inforce writes.",
                    "Take out the plugin, or the theme, that does.",
                )
            },
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
            variants={
                "custom_dir": Variant(
                    ("theme.custom_dir names templates, which are programs and may stand at any address of the site."),
                    "Take it out; extra_css can style.",
                ),
                "tooltips": Variant(
                    (
                        "with content.tooltips Material's script puts headings that are too long into the page as "
                        "markup."
                    ),
                    "Take it out; browsers show titles by themselves.",
                ),
                "docs_dir": Variant(
                    "docs_dir is {named}: the handbook has a folder of its own in the project.", "Write docs_dir: docs"
                ),
                "site_dir": Variant(
                    "site_dir names a folder that MkDocs would empty.", "Take it out; inforce build --output names one."
                ),
                "polyfills": Variant("polyfills are programs.", "Name them under extra_javascript."),
                "markup": Variant(
                    "{words} holds the character <, which would begin markup in every page.", "Write it in words."
                ),
                "refused entry": Variant("{why}.", "Take it out."),
                "refused plugin": Variant("the plugin {name} {why}.", "Take it out."),
                "snippets": Variant(
                    "the extension {name} puts other files of the computer into pages.",
                    "Take it out, and write the words themselves.",
                ),
                "quotation mark": Variant(
                    ("{words} holds a straight quotation mark, which could end an attribute in every page."),
                    "Write quotation marks of print, “like these”, or leave them out.",
                ),
                "scheme": Variant(
                    "{words} begins with {scheme}:, and would be a program where it is a link.",
                    "Write an address that begins with https:.",
                ),
                "unknown extension": Variant(
                    ("the extension {name} is not known here: it is a program that every check would run."),
                    "Take it out.",
                ),
                "unknown option": Variant(
                    ("{option} of the extension {name} is not known to leave the words of pages as they are."),
                    "Take it out. The list is in build_tools/inforce/rules/mkdocs_options.py.",
                ),
                "language": Variant(
                    "theme.language is {language}, which is the tag of no language.", "Write a tag such as en."
                ),
                "direction": Variant(
                    "theme.direction is {direction}, and pages in this language are read otherwise.",
                    "Take it out: Material knows it by the language.",
                ),
                "static_templates": Variant(
                    ("theme.static_templates names templates, which are programs and make files at any address."),
                    "Take it out.",
                ),
                "extra.version": Variant(
                    ("extra.version makes pages offer readers what a file of the site, versions.json, says."),
                    "Take it out: the policies have their own versions.",
                ),
                "icon": Variant(
                    "the icon {name} is no name of an icon, and could lead to other files.",
                    "Write one that the theme has, such as material/book.",
                ),
                "unknown theme entry": Variant(
                    "theme.{name} is nothing that Material is known to show.", "Take it out."
                ),
                "separator": Variant(
                    "the separator {separator} is a pattern that could stop readers' browsers.",
                    "Write one class of characters, such as '[\\s\\-]+', or take it out.",
                ),
                "leads away": Variant(
                    "{name} leads to {address}, and readers expect a page of this site there.",
                    "Name a page of the site, or take it out.",
                ),
                "watch": Variant(
                    "watch names {name}, which is outside the project.",
                    "Take it out: mkdocs serve watches the policies by itself.",
                ),
                "unknown extra": Variant("extra.{name} is nothing that Material is known to show.", "Take it out."),
                "plugin option": Variant(
                    "{option} of the plugin {name} is not known to be harmless: it may name files.", "Take it out."
                ),
            },
        ),
        "H104": Rule(
            title="mkdocs.yml that does not fit the site",
            why="The handbook and the policies are one site, at one address, made in one build.",
            example="`site_url: https://legal.example.org/`, while `site.yml` has another `base_url`",
            variants={
                "empty": Variant(
                    "this file holds no entries.",
                    "Write entries such as site_name: Handbook, as in the examples of Inforce.",
                ),
                "no inforce": Variant(
                    "the plugins lack the one of Inforce, so MkDocs would build no policies.",
                    "Add it: plugins: [inforce]",
                ),
                "site_url": Variant(
                    "site_url is {named}, and base_url in site.yml is {base_url}.", "Write site_url: {base_url}"
                ),
            },
        ),
        "H105": Rule(
            title="Something that readers' browsers would fetch from another host",
            why="No page asks anything of another host: it would learn who reads which policy.",
            example="extra_javascript: [https://cdn.example.net/x.js]",
            variants={
                "file": Variant(
                    "this file would be fetched from another host.",
                    "Put it into a folder of the handbook, and name it there.",
                ),
                "fonts": Variant(
                    "without font: false, Material's pages fetch their fonts from Google.",
                    "Write theme: {{name: material, font: false}}",
                ),
                "theme": Variant(
                    "pages of the theme {look} fetch programs from other hosts.",
                    "Write theme: {{name: material, font: false}}",
                ),
                "repo_url": Variant(
                    "with repo_url, Material's pages ask that host how many stars the repository has.",
                    "Take it out; a link in a page does no harm.",
                ),
                "analytics": Variant("analytics tell another host what is read.", "Take it out."),
                "emoji": Variant(
                    "the extension pymdownx.emoji takes its pictures from another host.",
                    "Take it out, and type the characters themselves.",
                ),
                "charset": Variant(
                    "@charset lets browsers read this file otherwise than it was checked.",
                    "Take the line out: the file is UTF-8.",
                ),
                "address": Variant(
                    '"{address}" would be fetched from another host, or could be.',
                    ("Put the file into a folder of the handbook, and name it there; or take the line out."),
                ),
            },
        ),
        "H106": Rule(
            title="Handbook that MkDocs does not build",
            levels=_STRICT,
            why="The site is built whole or not at all; a dead link or a page that cannot be read stops it.",
            example="[how to edit](edting.md)",
            message="MkDocs says: {line}.",
        ),
        "H107": Rule(
            title="Plugin that Inforce does not know",
            levels=HINT,
            why="A plugin is a program that may add pages and read files. Somebody should have looked at it.",
            example="plugins: [inforce, macros]",
            message="the plugin {name} is not known here: it is a program, and may add files and read others.",
            remedy="Keep it only if you trust it with every page.",
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
            message="{entry} is a program: it can do what it likes with what readers see.",
            remedy="Keep it only if you know each of its lines.",
        ),
        "H111": Rule(
            title="Entry of mkdocs.yml to look at",
            levels=HINT,
            why="A menu that leads to another site, a handbook without pages or checks that are switched off may all "
            "be meant, and so may other words in the header and the footer than the base branch has. Somebody should "
            "have looked at them.",
            example="nav: [{Privacy policy: https://elsewhere.example/}]",
            variants={
                "no pages": Variant(
                    "{name} leaves out every page, so that the site has no handbook.", "Name fewer pages there."
                ),
                "strict": Variant(
                    "with strict: false a dead link in the handbook stops nothing.", "Write strict: true."
                ),
                "consent": Variant(
                    ("extra.consent asks readers of the handbook for their consent, which nothing here needs."),
                    "Take it out.",
                ),
                "menu": Variant(
                    "the menu leads to another site, {address}.",
                    "Look at it: readers take what the menu names for ours.",
                ),
                "every page": Variant(
                    "{name} leads from every page to another site, {address}.", "Look at it, or take it out."
                ),
                "changed": Variant("{path}, {what}, changes: {was} → {now}."),
            },
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
            variants={
                "called alike": Variant("{message}", "Let it lead to the policy, or call it otherwise."),
                "menu entry": Variant(
                    'the menu calls an entry "{name}", as a policy of this site is called.',
                    "Let it lead to the policy, or give it a name of its own.",
                    level=Severity.HINT,
                ),
            },
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
            variants={
                "other number": Variant(
                    "the link {words} names another section than it leads to, which is {section}.",
                    (
                        "Take the number out: the page shows that of the section by itself; or link the section that "
                        "has it."
                    ),
                )
            },
        ),
        "H115": Rule(
            title="Page of the handbook that is not yet, or no longer, right",
            levels=OPEN,
            why="A page is shown at once, and says nothing of when it holds. Its words are those of some version, or "
            "of the facts that you edit, but not of what is in force now or of what comes next. Nobody has to have "
            "touched it: a release, or the day on which a version comes into force, is enough. So it stops no build. "
            "Words that no version and no fact says are an error, told as in a section.",
            example="`[10 years](fact:retention.contract)` in `docs/`, while `retention.yml` has `keep: 7 years`",
            variants={
                "not in force": Variant(
                    "{message}",
                    (
                        "Readers see this page at once. Unless that is meant, write what is in force until the next "
                        "version is."
                    ),
                )
            },
        ),
        "H116": Rule(
            title="Built site that is not whole",
            why="`inforce check --site` makes every page and file of Inforce's again, as of the instant that the index "
            "of the site names, and compares bytes. A builder that does not know the plugin may pass over it in "
            "silence, and an upload may end half way: readers, and sites that embed this one, would miss it.",
            example="a site without en/privacy/v1/index.html",
            remedy="Build the site again by inforce build, and publish that folder whole.",
            variants={
                "no index": Variant(
                    "the site has no index that can be read, so nothing in it is known to be Inforce's: a program that "
                    "does not know the plugin may have built it."
                ),
                "missing": Variant("it is missing from the built site."),
                "other bytes": Variant("it has other bytes than its source makes."),
                "foreign": Variant("nothing in the source makes it, and it stands where only Inforce writes."),
                "more": Variant("{count} more files of this site are missing, other than they were made, or foreign."),
            },
        ),
    }
)
