"""The catalogues hold what modules and templates ask for, nothing else, and every word of it in every language."""

from __future__ import annotations

import pytest

from build_tools.messages import CATALOGUES, Used, in_step, lacking, used
from tests.built.building import ROOT

PATHS = sorted(path.relative_to(ROOT).as_posix() for path in CATALOGUES.glob("*/LC_MESSAGES/*.po"))
HEAD = 'msgid ""\nmsgstr ""\n"Language: fr\\n"\n"Plural-Forms: nplurals=2; plural=(n > 1);\\n"'
CONTENTS = 'msgid "Contents"\nmsgstr "Sommaire"'
HERE = ("site/templates/x.html",)


@pytest.mark.parametrize("path", PATHS)
def test_a_catalogue_holds_what_is_asked_for(path: str) -> None:
    po = (ROOT / path).read_text("utf-8")
    assert in_step(po, used()) == po, "run `make messages`"


@pytest.mark.parametrize("path", PATHS)
def test_a_catalogue_has_words_for_everything(path: str) -> None:
    assert list(lacking((ROOT / path).read_text("utf-8"))) == []


def test_messages_of_modules_and_of_templates_are_found() -> None:
    assert {"site/frame.py", "site/templates/history.html"} <= set(used()["All versions"].files)
    assert used()["Skip to the content"].files == ("site/templates/base.html",)
    assert used()["{count} year"].many == "{count} years"


def test_a_new_message_comes_last_with_its_context_and_an_old_one_goes() -> None:
    asked = {
        "Contents": Used("Contents", "", HERE),
        "Glossary": Used("Glossary", "", HERE),
        "{count} term": Used("{count} term", "{count} terms", HERE),
    }
    made = in_step(f'{HEAD}\n\nmsgid "Gone"\nmsgstr "Parti"\n\n{CONTENTS}\n', asked)
    assert made == (
        f"{HEAD}\n\n{CONTENTS}\n\n"
        '#. In site/templates/x.html\nmsgid "Glossary"\nmsgstr ""\n\n'
        '#. In site/templates/x.html\n#, python-brace-format\nmsgid "{count} term"\n'
        'msgid_plural "{count} terms"\nmsgstr[0] ""\nmsgstr[1] ""\n'
    )
    assert list(lacking(made)) == ["Glossary", "{count} term"]
    assert in_step(made, asked) == made


def test_english_says_what_the_code_says() -> None:
    made = in_step(HEAD.replace("fr", "en"), {"{count} term": Used("{count} term", "{count} terms", HERE)})
    assert 'msgstr[0] "{count} term"\nmsgstr[1] "{count} terms"' in made
