"""Fact links in a policy: the words against the facts, and the languages against each other."""

from __future__ import annotations

from datetime import date

import pytest
from inforce.model.facts import Facts
from inforce.model.text import Section
from inforce.problems import Location, Problem, Severity
from inforce.problems.catalog.facts import RULES
from inforce.reader.section import parse_section
from inforce.rules.facts import check_facts

FACTS = Facts.model_validate(
    {
        "organisation": {
            "controller": {
                "name": "Qualifio SA",
                "number": "BE 0822.741.924",
                "address": {
                    "street": "Place de l’Université",
                    "number": "25",
                    "postal_code": "1348",
                    "locality": "Louvain-la-Neuve",
                    "country": "BE",
                },
                "email": {"unknown": {"en": "It cannot be read in the copy.", "fr": "Illisible."}},
            }
        },
        "retention": {
            "contract": {
                "label": {"en": "Contracts"},
                "keep": {"value": "10 years", "accept": {"de": {"Zehnjahreszeitraum": "10 years"}}},
                "after": {"en": "after its end"},
            },
            "prospects": {
                "label": {"en": "Prospects"},
                "keep": "3 years",
                "after": {"en": "after the last contact"},
            },
        },
        "terms": {"children": {"age": "13"}},
    }
)


def places(path: tuple[str | int, ...]) -> Location:
    return Location(file=f"policy_src/facts/{path[0]}.yml", line=2, column=3)


def sections(texts: dict[str, str]) -> dict[str, dict[str, Section]]:
    """Language to a text: one section, "retention", for each."""
    parsed = {}
    for language, text in texts.items():
        section, problems = parse_section(f"# Heading\n\n{text}\n", id="retention", file="x")
        assert section is not None, problems
        assert not problems
        parsed[language] = {"retention": section}
    return parsed


def check(texts: dict[str, str], **options: object) -> list[Problem]:
    """The problems of the texts, without the one unknown fact."""
    found = check_facts(
        sections(texts),
        folder="policy_src/privacy",
        facts=FACTS,
        places=places,
        **{"authoritative": "en", **options},  # type: ignore[arg-type]
    )
    return [problem for problem in found if problem.code != "F106"]


def test_right_words_are_no_problem() -> None:
    assert not check(
        {
            "en": "Kept for [10 years](fact:retention.contract), from [13](fact:terms.children.age), by"
            " [Qualifio SA](fact:organisation.controller.name) of [Place de l’Université 25\\\n1348"
            " Louvain-la-Neuve](fact:organisation.controller.address).",
            "fr": "[dix ans](fact:retention.contract), [treize](fact:terms.children.age), [Qualifio SA]"
            "(fact:organisation.controller.name), [Place de l’Université 25, 1348 Louvain-la-Neuve, Belgique]"
            "(fact:organisation.controller.address)",
        }
    )


def test_other_words_are_quoted_with_both_values_and_both_places() -> None:
    (problem,) = check({"en": "[10 years](fact:retention.contract)", "fr": "pendant [5 ans](fact:retention.contract)."})
    assert str(problem) == (
        'open F102 policy_src/privacy/fr/retention.md:3:9  the French text says "5 ans"; '
        "the agreed period is 10 years (policy_src/facts/retention.yml:2). "
        "Correct whichever is wrong."
    )


def test_a_spelled_out_value_is_said_in_figures_too() -> None:
    (problem,) = check({"en": "[five years](fact:retention.contract)"})
    assert 'says "five years", that is 5 years; the agreed period is 10 years' in problem.message


def test_a_link_that_holds_too_much_names_the_words_to_keep() -> None:
    (problem,) = check({"en": "[at least 10 years](fact:retention.contract)"})
    assert problem.code == "F103"
    assert problem.remedy == 'Link only "10 years".'


def test_words_that_cannot_be_read_name_the_cure() -> None:
    (problem,) = check({"en": "[a good while](fact:retention.contract)"})
    assert (problem.code, problem.severity) == ("F103", Severity.ERROR)
    assert problem.remedy.endswith('add to its accept: en: {"a good while": 10 years}')
    (problem,) = check({"en": "[a good while](fact:retention.prospects)"})
    assert problem.remedy.endswith('beside the fact: keep: {value: 3 years, accept: {en: {"a good while": 3 years}}}')


def test_that_cure_is_taken_by_the_facts() -> None:
    data = {"keep": {"value": "3 years", "accept": {"en": {"a good while": "3 years"}}}}
    assert Facts.model_validate({"retention": {"prospects": {"label": {"en": "Prospects"}, **data}}})


def test_a_cookie_whose_name_is_not_for_readers_is_given_a_label() -> None:
    facts = Facts.model_validate({"cookies": {"language": {"name": "marram_lang", "type": "cookie"}}})
    linked = sections({"en": "It keeps [your language](fact:cookies.language)."})
    (problem,) = check_facts(linked, folder="p", facts=facts, places=places, authoritative="en")
    assert problem.code == "F102"
    assert 'put the words into a "label:"' in problem.remedy


def test_an_address_that_cannot_be_read_is_given_whole() -> None:
    facts = Facts.model_validate({"organisation": {"controller": {"name": "Q", "email": "privacy@example.org"}}})
    (problem,) = check_facts(
        sections({"en": r"[\[email protected\]](fact:organisation.controller.email)"}),
        folder="p",
        facts=facts,
        places=places,
        authoritative="en",
    )
    assert problem.message.endswith(
        "can't be read as an e-mail address; the agreed e-mail address is "
        "privacy@example.org (policy_src/facts/organisation.yml:2)."
    )
    assert problem.remedy == 'Write "privacy@example.org"; if that is out of date, correct the fact.'


@pytest.mark.parametrize(
    ("field", "value", "words"),
    [
        ("email", "a@example.org", "our mail"),
        ("phone", "+3222744800", "our line"),
        ("website", "https://a.example/", "us"),
    ],
)
def test_what_is_the_same_in_every_language_needs_no_further_wording(field: str, value: str, words: str) -> None:
    facts = Facts.model_validate({"organisation": {"controller": {"name": "Q", field: value}}})
    found = check_facts(
        sections({"de": f"[{words}](fact:organisation.controller.{field})"}),
        folder="p",
        facts=facts,
        places=places,
        authoritative="de",
    )
    assert [problem.code for problem in found] == ["F103"]
    assert "accept" not in found[0].remedy
    assert "German" not in found[0].message


def test_another_address_is_told_in_its_own_form() -> None:
    text = "[Place de l’Université 27, 1348 Louvain-la-Neuve](fact:organisation.controller.address)"
    (problem,) = check({"en": text})
    assert "is Place de l’Université 25, 1348 Louvain-la-Neuve, Belgium (" in problem.message


def test_what_is_unknown_is_told_with_the_line_to_write() -> None:
    (problem,) = check_facts({}, folder="p", facts=FACTS, places=places, authoritative="en")
    assert problem.remedy == (
        'Once somebody knows it, write it on the line of its name, as in "email: …", and take out unknown: and the '
        "lines below it; write none where there is none."
    )


def test_words_that_touch_a_link_are_told_with_what_readers_see() -> None:
    touched = "for 1[10 years](fact:retention.contract)"
    translated, prevailing = check({"en": f"**{touched}**", "en-IE": touched})
    assert (translated.code, translated.severity) == ("F103", Severity.OPEN)
    assert str(prevailing) == (
        'error F103 policy_src/privacy/en/retention.md:3:8  readers see "110 years", as other words touch those of the '
        "link; the agreed period is 10 years (policy_src/facts/retention.yml:2). "
        "Put a space between them, or take out what touches the link."
    )


def test_amounts_beside_each_other_are_each_their_own_fact() -> None:
    ten = "[10 years](fact:retention.contract)"
    assert not check({"en": f"{ten}, {ten} and {ten} respectively; {ten} and {ten}."})
    (problem,) = check({"en": f"for {ten} and 30 days for copies"})
    assert (problem.code, problem.severity) == ("F103", Severity.HINT)
    assert "readers may see" in problem.message


@pytest.mark.parametrize(
    ("language", "text", "shown"),
    [
        ("en", "for at least [10 years](fact:retention.contract)", "at least 10 years"),
        ("en", "for [10 years](fact:retention.contract), renewed once", "10 years, renewed"),
        ("fr", "pendant plus de [10 ans](fact:retention.contract)", "plus de 10 ans"),
        ("de", "für [10 Jahre](fact:retention.contract) oder länger", "10 Jahre oder länger"),
    ],
)
def test_more_than_the_longest_time_is_a_hint(language: str, text: str, shown: str) -> None:
    (problem,) = check({language: text})
    assert (problem.code, problem.severity) == ("F103", Severity.HINT)
    assert f'readers may see "{shown}"' in problem.message


@pytest.mark.parametrize(
    "text",
    [
        "for at most [10 years](fact:retention.contract)",
        "for no longer than [10 years](fact:retention.contract)",
        "at least [13](fact:terms.children.age)",
    ],
)
def test_a_bound_that_holds_is_quiet(text: str) -> None:
    assert not check({"en": text})


def test_words_beside_a_link_that_make_another_amount_of_it_are_told() -> None:
    (problem,) = check({"en": "for twice [10 years](fact:retention.contract)"})
    assert str(problem) == (
        "error F103 policy_src/privacy/en/retention.md:3:11  with the words beside the link, readers see "
        '"twice 10 years"; the agreed period is 10 years (policy_src/facts/retention.yml:2). Take out the words beside '
        "it, or correct the fact and link all the words that state it."
    )
    (wrong,) = check({"en": "for twice [9 years](fact:retention.contract)"})
    assert wrong.code == "F102", "a link that is wrong itself is told once"


def test_what_touches_in_a_cell_of_a_table_is_told_and_names_may_be_inflected() -> None:
    link = "[10 years](fact:retention.contract)000"
    assert [one.code for one in check({"en": f"| a | b |\n|---|---|\n| {link} | c |"})] == ["F103"]
    assert not check({"en": "[Qualifio SA](fact:organisation.controller.name)s"})


def test_words_of_another_language_are_told_as_such_and_many_of_them_once() -> None:
    dutch = "[10 jaar](fact:retention.contract)"
    found = check({"en": "[10 years](fact:retention.contract)", "nl": dutch, "fr": dutch})
    assert [(problem.code, problem.location.file) for problem in found] == [
        ("F103", "policy_src/privacy/fr/retention.md")
    ]
    assert found[0].remedy == "These words are Dutch. Translate them; if the whole file is Dutch, put it into nl/."
    en, several = " ".join(["[10 years](fact:retention.contract)"] * 4), " ".join([dutch] * 4)
    (problem,) = check({"en": en, "nl": several, "fr": several})
    assert problem.message.endswith("; so it is in 3 other places.")


def test_figures_belong_to_no_language() -> None:
    found = check({"en": "[13](fact:terms.children.age)", "es": "[14](fact:terms.children.age)"})
    assert [problem.code for problem in found] == ["F105"]
    assert "These words are" not in found[0].remedy
    assert not check({"en": "[13](fact:terms.children.age)", "es": "[13](fact:terms.children.age)"})


def test_a_link_that_leads_nowhere_is_told_once_and_not_by_every_language() -> None:
    found = check({"en": "[10 years](fact:retention.contrat)", "fr": "[10 ans](fact:retention.contract)"})
    assert [(problem.code, problem.location.line) for problem in found] == [("F101", 3)]


def test_the_place_named_is_that_of_the_value_itself() -> None:
    asked: list[tuple[str | int, ...]] = []

    def place(path: tuple[str | int, ...]) -> Location:
        asked.append(path)
        return Location(file="f.yml", line=1)

    check_facts(
        sections({"en": "[5 years](fact:retention.contract)"}),
        folder="p",
        facts=FACTS,
        places=place,
        authoritative="en",
    )
    assert ("retention", "contract", "keep") in asked


def test_an_accepted_wording_passes_in_its_language_alone() -> None:
    right = "[Zehnjahreszeitraum](fact:retention.contract)"
    assert not check({"en": "[10 years](fact:retention.contract)", "de": right, "de-AT": right})
    assert [problem.code for problem in check({"en": right})] == ["F103"]


def test_a_language_without_a_table_is_said_to_have_none() -> None:
    (problem,) = check({"en": "[10 years](fact:retention.contract)", "es": "[10 años](fact:retention.contract)"})
    assert problem.code == "F105"
    assert "a period can't be read in Spanish yet" in problem.message


def test_right_words_of_such_a_language_are_not_called_another_s() -> None:
    texts = {"en": "10 years", "nl": "10 jaar", "fy": "10 jaar"}  # West Frisian says it as Dutch does
    (problem,) = check({language: f"[{words}](fact:retention.contract)" for language, words in texts.items()})
    assert problem.code == "F105"
    assert "These words are" not in problem.remedy
    assert 'add to its accept: fy: {"10 jaar": 10 years}' in problem.remedy
    assert problem.remedy.endswith("If it is Dutch, translate it.")


@pytest.mark.parametrize(
    ("path", "remedy"),
    [
        ("retention.contrat", 'Did you mean "fact:retention.contract"?'),
        ("organisation.controller.adress", 'Did you mean "fact:organisation.controller.address"?'),
        ("version.efective", 'Did you mean "fact:version.effective"?'),
        ("x.y", "Look up its path in the facts folder."),
    ],
)
def test_a_link_to_no_fact_blocks_a_build_and_names_the_nearest(path: str, remedy: str) -> None:
    (problem,) = check({"en": f"[10 years](fact:{path})"})
    assert (problem.code, problem.severity, problem.remedy) == ("F101", Severity.ERROR, remedy)


def test_each_language_links_the_same_facts() -> None:
    english = "[10 years](fact:retention.contract), [3 years](fact:retention.prospects)"
    missing, extra = check(
        {"en": english, "fr": "[13](fact:terms.children.age), [10 ans](fact:retention.contract), 3 ans"}
    )
    assert (missing.code, missing.location) == (
        "F104",
        Location(file="policy_src/privacy/fr/retention.md", line=1, column=1),
    )
    assert missing.message == (
        'the English text links "3 years" to fact:retention.prospects (policy_src/privacy/en/retention.md:3:38); '
        "in this section the French text does not."
    )
    assert missing.remedy == "Link the French words that state it: [words](fact:retention.prospects)."
    assert (extra.code, extra.location.line) == ("F104", 3)
    assert extra.message.startswith(
        'the French text links "13" to fact:terms.children.age; in this section the English'
    )


def test_links_are_counted() -> None:
    once, twice = (
        "[10 years](fact:retention.contract)",
        "[10 ans](fact:retention.contract), [dix ans](fact:retention.contract)",
    )
    (problem,) = check({"en": once, "fr": twice})
    assert "twice; in this section the English text once." in problem.message
    assert not check({"en": f"{once} {once}", "fr": twice})


def test_a_section_that_is_not_translated_yet_is_another_rule_s_concern() -> None:
    assert not check_facts(
        {**sections({"en": "[10 years](fact:retention.contract)"}), "fr": {}},
        folder="p",
        facts=Facts(),
        places=places,
        authoritative="fr",
    )[1:]


def test_an_unknown_fact_is_open_once_and_its_words_stay() -> None:
    text = r"[\[email protected\]](fact:organisation.controller.email)"
    found = check_facts(sections({"en": text, "fr": text}), folder="p", facts=FACTS, places=places, authoritative="en")
    (problem,) = found
    assert (problem.code, problem.severity) == ("F106", Severity.OPEN)
    assert problem.location.file == "policy_src/facts/organisation.yml"
    assert problem.message == "organisation.controller.email is unknown: It cannot be read in the copy."


@pytest.mark.parametrize("words", ["privacy@evil.example", "us at privacy@evil.example", "www.evil.example", "7 years"])
def test_a_text_may_not_state_what_nobody_knows(words: str) -> None:
    link = f"[{words}](fact:organisation.controller.email)"
    translated, prevailing = check({"en": link, "en-IE": link})
    assert (translated.code, translated.severity) == ("F102", Severity.OPEN)
    assert (prevailing.code, prevailing.severity) == ("F102", Severity.ERROR)
    assert prevailing.message == (
        f'the English text says "{words}"; the facts say that nobody knows it (policy_src/facts/organisation.yml:2).'
    )


def test_where_there_is_none_nothing_is_open_and_words_stay() -> None:
    facts = Facts.model_validate({"organisation": {"controller": {"name": "Qualifio SA", "fax": "none"}}})
    text = "[no fax at all](fact:organisation.controller.fax)"
    assert check_facts(sections({"en": text}), folder="p", facts=facts, places=places, authoritative="en") == ()


def without_value(text: str, language: str = "en") -> list[str]:
    """The problems of a link to what has no value: a fact that is none, a criterion, or an item of data."""
    facts = Facts.model_validate(
        {
            "organisation": {"controller": {"name": "none", "fax": "none"}},
            "retention": {
                "gone": {"label": {"en": "Gone"}, "keep": "none"},
                "vague": {"label": {"en": "Vague"}, "criteria": {"en": "As long as we like; a copy for 30 days"}},
            },
            "rights": {"exercise": {"fee": "none"}},
        }
    )
    found = check_facts(sections({language: text}), folder="p", facts=facts, places=places, authoritative="en")
    return [f"{one.severity} {one.code}" for one in found]


@pytest.mark.parametrize(
    ("text", "language", "told"),
    [
        ("[7 years](fact:retention.gone)", "en", ["error F102"]),
        ("[7 ans](fact:retention.gone)", "fr", ["open F102"]),
        ("[seven years](fact:retention.gone.keep)", "en", ["error F102"]),
        ("[about 7 years](fact:retention.gone)", "en", ["error F102"]),
        ("[10 años](fact:retention.gone)", "es", ["open F102"]),  # no table reads it, but a figure is a figure
        ("[+32 2 274 48 00](fact:organisation.controller.fax)", "en", ["error F102"]),
        ("[7 years](fact:retention.vague)", "en", ["error F102"]),
        ("[sept ans](fact:retention.vague)", "fr", ["open F102"]),
        ("[10 euros](fact:rights.exercise.fee)", "en", ["error F102"]),
        ("[not at all](fact:retention.gone)", "en", []),
        ("[as long as we like](fact:retention.vague)", "en", []),
        ("[30 days](fact:retention.vague)", "en", []),  # that is what the criterion says itself
        ("[the 2 pixels](fact:organisation.controller.name)", "en", []),
        ("[pixel.example.com](fact:organisation.controller.name)", "en", []),
        ("[free of charge](fact:rights.exercise.fee)", "en", []),
    ],
)
def test_words_that_state_a_value_are_told_where_the_fact_has_none(text: str, language: str, told: list[str]) -> None:
    assert without_value(text, language) == told


def test_the_editor_is_told_what_the_facts_say_instead() -> None:
    kept = {
        "gone": {"label": {"en": "Gone"}, "keep": "none"},
        "vague": {"label": {"en": "V"}, "criteria": "As we like"},
    }
    gone, vague = check_facts(
        sections({"en": "[7 years](fact:retention.gone) or [7 years](fact:retention.vague)"}),
        folder="p",
        facts=Facts.model_validate({"retention": kept}),
        places=places,
        authoritative="en",
    )
    place = "policy_src/facts/retention.yml:2"
    assert gone.message == f'the English text says "7 years"; the facts say that there is none ({place}).'
    assert vague.message == f'the English text says "7 years"; the facts say only "As we like" ({place}).'


@pytest.mark.parametrize(
    ("words", "code", "prevailing", "translated"),
    [
        ("5 years", "F102", Severity.ERROR, Severity.OPEN),
        ("a good while", "F103", Severity.ERROR, Severity.OPEN),
    ],
)
def test_a_false_statement_is_an_error_where_it_prevails_and_open_in_a_translation(
    words: str, code: str, prevailing: Severity, translated: Severity
) -> None:
    texts = {"en": f"[{words}](fact:retention.contract)", "en-IE": "[10 years](fact:retention.contract)"}
    assert [(one.code, one.severity) for one in check(texts)] == [(code, prevailing)]
    turned = dict(zip(texts, reversed(texts.values()), strict=True))
    assert [(one.code, one.severity) for one in check(turned)] == [(code, translated)]


def test_a_language_that_cannot_be_read_yet_is_open_even_where_it_prevails() -> None:
    (problem,) = check({"is": "[10 ár](fact:retention.contract)"}, authoritative="is")
    assert (problem.code, problem.severity) == ("F105", Severity.OPEN)


def test_the_version_s_own_date_is_compared_once_there_is_one() -> None:
    texts = {"en": "in force on [November 10, 2020](fact:version.effective)"}
    assert not check(texts)
    assert not check(texts, effective=date(2020, 11, 10))
    (problem,) = check(texts, effective=date(2020, 11, 11))
    assert problem.code == "F102"
    assert "the agreed date is 11 November 2020 (when this version comes into force)" in problem.message


def test_a_date_that_two_orders_could_read_says_how_to_write_it() -> None:
    (problem,) = check({"en": "[10/11/2020](fact:version.effective)"}, effective=date(2020, 11, 10))
    assert problem.code == "F103"
    assert "2020-11-10" in problem.remedy


def test_every_code_has_an_entry() -> None:
    codes = {"F101", "F102", "F103", "F104", "F105", "F106"}
    assert codes <= RULES.keys()


@pytest.mark.parametrize(
    ("words", "codes"),
    [
        ("for EUR 5", ["F102"]),
        ("after 3 days", ["F102"]),
        ("free of charge", []),
        ("without paying anything", []),
    ],
)
def test_words_of_a_text_fact_state_no_amount_that_the_fact_lacks(words: str, codes: list[str]) -> None:
    facts = Facts.model_validate({"rights": {"exercise": {"fee": {"en": "Free of charge."}}}})
    found = check_facts(
        sections({"en": f"You get it [{words}](fact:rights.exercise.fee)."}),
        folder="p",
        facts=facts,
        places=places,
        authoritative="en",
    )
    assert [problem.code for problem in found] == codes


@pytest.mark.parametrize(
    ("fee", "words", "codes"),
    [
        ({"en": "25 EUR"}, {"en": "free of charge"}, ["error F102"]),
        ({"en": "25 EUR", "fr": "25 EUR"}, {"en": "25 EUR", "fr": "gratuit"}, ["open F102"]),
        ({"en": "25 EUR", "nl": "25 EUR"}, {"en": "25 EUR", "nl": "kosteloos"}, ["open F102"]),
        ("25 EUR", {"en": "free of charge", "fr": "gratuit"}, ["error F102", "open F102"]),
        ({"en": "Free, then 10 EUR for each copy"}, {"en": "free of charge"}, []),
        ({"en": "25 EUR"}, {"en": "a reasonable fee"}, []),
        ({"en": "25 EUR"}, {"en": "25 EUR"}, []),
        ({"en": "What the law allows"}, {"en": "free of charge"}, []),
        ("none", {"en": "free of charge"}, []),
    ],
)
def test_free_of_charge_is_no_fee(fee: object, words: dict[str, str], codes: list[str]) -> None:
    facts = Facts.model_validate({"rights": {"exercise": {"fee": fee}}})
    texts = {language: f"It is [{said}](fact:rights.exercise.fee)." for language, said in words.items()}
    found = check_facts(sections(texts), folder="p", facts=facts, places=places, authoritative="en")
    assert [f"{one.severity} {one.code}" for one in found] == codes


def test_another_amount_said_beside_the_fact_weighs_as_other_words_do() -> None:
    texts = {
        "en": "[10 years](fact:retention.contract) (twelve years)",
        "fr": "[10 ans](fact:retention.contract), soit 20 ans",
    }
    english, french = sorted(check(texts), key=lambda one: one.location.file)
    assert (english.code, english.severity) == ("F103", Severity.ERROR)
    assert 'readers see "10 years (twelve years)"; the agreed period is 10 years' in english.message
    assert (french.code, french.severity) == ("F103", Severity.OPEN)
    (maybe,) = check({"en": "[10 years](fact:retention.contract) or 20 years if a court asks"})
    assert maybe.severity is Severity.HINT


def test_an_amount_that_is_linked_itself_is_no_other_one() -> None:
    two = "[10 years](fact:retention.contract) to [3 years](fact:retention.prospects)"
    assert not check({"en": two})


def test_right_figures_of_a_language_that_cannot_be_read_are_told_once() -> None:
    ten, three = "[10 años](fact:retention.contract)", "[3 años](fact:retention.prospects)"
    (problem,) = check({"es": f"{ten}, {ten}, {three}"}, authoritative="es")
    assert problem.code == "F105"
    assert problem.message.endswith("; in 2 other places, too, the figures are those of the facts.")


def test_other_figures_and_words_of_such_a_language_are_told_one_by_one() -> None:
    texts = {"es": " ".join(f"[{words}](fact:retention.contract)" for words in ("10 años", "12 años", "diez años"))}
    texts["es"] += " [diez años](fact:retention.contract)"
    told = check(texts, authoritative="es")
    assert [one.code for one in told] == ["F105"] * 3
    assert [one.message.split('"')[1] for one in told] == ["10 años", "12 años", "diez años"]


CODES = Facts.model_validate(
    {
        "organisation": {"controller": {"name": "We", "email": "privacy@example.org"}},
        "data": {"categories": {"log": {"label": "Logs", "role": "processor"}}},
        "purposes": {"shop": {"label": "The shop", "legal_basis": ["GDPR-6-1-b", "GDPR-6-1-f"], "data": ["log"]}},
        "recipients": {"host": {"name": "Host", "country": "IE"}},
        "rights": {"access": {"label": "Access", "by": ["organisation.controller.email"]}},
        "cookies": {"cart": {"name": "cart", "category": "necessary", "type": "cookie"}},
    }
)


@pytest.mark.parametrize(
    ("path", "texts"),
    [
        (
            "purposes.shop.legal_basis",
            {"en": "the contract with you", "fr": "le contrat", "ar": "العقد معكم"},
        ),
        ("purposes.shop.legal_basis", {"en": "our legitimate interest (Article 6(1)(f) GDPR)"}),
        ("purposes.shop.legal_basis", {"en": "Article 6(1)(b)", "fr": "l’article 6, § 1er, b)", "ja": "第6条第1項(b)"}),
        ("purposes.shop.data", {"en": "what our servers note", "ja": "サーバーの記録"}),
        ("data.categories.log.role", {"en": "on your behalf", "de": "in Ihrem Auftrag"}),
        ("recipients.host.country", {"en": "in Ireland", "ar": "في أيرلندا"}),
        ("rights.access.by", {"en": "write to us", "nl": "schrijf ons"}),
        ("cookies.cart.category", {"en": "needs no consent"}),
    ],
)
def test_a_code_or_a_list_may_be_linked_to_by_any_words_that_speak_of_it(path: str, texts: dict[str, str]) -> None:
    linked = sections({language: f"This is [{text}](fact:{path})." for language, text in texts.items()})
    found = check_facts(linked, folder="p", facts=CODES, places=places, authoritative="en")
    assert [f"{one.code} {one.message}" for one in found] == []


@pytest.mark.parametrize(
    ("path", "said", "code"),
    [
        ("purposes.shop.part_of", "words", "F101"),
        ("purposes.shop.retention", "words", "F101"),
        ("cookies.cart.match", "words", "F101"),
        ("rights.access.by", "other@example.org", "F102"),
        ("purposes.shop.data", "for 3 years", "F102"),
    ],
)
def test_what_no_code_says_is_told(path: str, said: str, code: str) -> None:
    """A field that isn't stated, and a value that a link to a code would hide."""
    linked = sections({"en": f"[{said}](fact:{path})"})
    found = check_facts(linked, folder="p", facts=CODES, places=places, authoritative="en")
    assert [one.code for one in found] == [code]
