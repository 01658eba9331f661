"""What deceives the eye is told; what languages, names, units and domains need stays quiet."""

from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st
from inforce.reader.characters.lookalike_hosts import check_host
from inforce.reader.characters.lookalikes import CODES, lookalikes

TOLD = {
    "a Cyrillic letter in a Latin word": "Qu\u0430lifio",
    "at its end": "Qualifi\u043e",
    "with a mark on it": "Qu\u0430\u0301lifio",
    "a Latin letter in a Cyrillic word": "Пoлитика",
    "a Latin letter in a Greek word": "Πoλιτική",
    "a Greek capital": "\u0391mazon",
    "a Greek omicron": "Qualifi\u03bf",
    "an omicron beside capitals": "QUALIFI\u03bf",
    "half of each": "раураl",
    "Armenian": "c\u0585okie",
    "Canadian syllabics": "\u14aainkedin",
    "Lisu": "\ua4d0ank",
    "Cherokee": "\u13a1bay",
    "an Arabic letter inside": "Qua\u0627ifio",
    "a Hebrew letter inside": "Qua\u05d5ifio",
    "figures of another script inside": "G\u0665\u0665gle",
    "a whole word in lookalikes": "We use \u0430\u0440\u0440\u04cf\u0435 here",
    "one letter that is a word": "We keep \u0430 record",
    "letters of mathematics": "\U0001d410ualifio",
    "figures of mathematics": "for \U0001d7cf\U0001d7ce years",
    "one of the letterlike signs": "\u2102lick",
    "letters in circles": "\u24c0\u24db\u24d8\u24d2\u24da",
    "one letter in a circle": "Quali\u24d5io",
    "letters in squares": "\U0001f170\U0001f171",
    "letters of full width": "Ｑｕａｌｉｆｉｏ",
    "one letter of full width": "Qua\uff4cifio",
    "small capitals": "ᴘᴀʏᴘᴀʟ",
    "a letter of phonetics": "p\u0251ypal",
    "a click": "Qua\u01c0ifio",
    "a slash that is none": "qualifio.com\u2044privacy",
    "a slash that is none before one letter": "see https://www.qualifio.com\u2044x now",
    "a full stop that is none": "qualifio\u2024com",
    "a domain in lookalikes": "https://\u0430\u0440\u0440\u04cf\u0435.com/",
    "an e-mail address at one": "a@\u0441\u043e\u0440.com",
    "a domain with a stranger": "www.qu\u0430lifio.com",
    "a domain without its dot": "qual\u0131fio.com",
    "a domain in code": "https://xn--80ak6aa92e.com/",
    "figures of two scripts": "1\u0662\u0663 days",
    "a Roman numeral in a word": "Qua\u217cifio",
    "at its beginning": "\u2170nstagram",
    "a word of numerals that are no number": "\u217d\u217c\u2170\u217d\u217c",
    "a small capital": "\u0262oogle",
    "another": "\u029finkedin",
    "a small capital in a domain": "\u0262oogle.com",
    "a dotless i": "qual\u0131fio",
    "a dotless i in a name": "Qual\u0131fio",
    "a dotless j": "\u0237ustice",
    "the Kelvin sign": "boo\u212aing",
    "the Kelvin sign in a domain": "boo\u212aing.com",
    "the Ångström sign": "\u212bngstrom",
    "a letter of old prints": "Qua\ua781ifio",
    "a script g": "\ua7acoogle",
    "a letter of dialects": "\uab30pple",
    "a small Cherokee letter": "\uab7amazon",
    "a raised letter": "\u1d4doogle",
    "a lowered letter": "g\u2092ogle",
    "an ordinal sign inside": "Qu\u00aalifio",
    "a long s": "\u017ftripe",
    "a capital iota": "\u0196inkedin",
    "a letterlike sign": "\u2113inkedin",
    "a sign of a programming language": "Qu\u237alifio",
    "a Lisu full stop": "qualifio\ua4f8com",
    "two of them": "www\ua4f8qualifio\ua4f8com",
    "an Urdu full stop": "qualifio\u06d4com",
    "a Syriac full stop": "qualifio\u0701com",
    "a Chinese full stop": "qualifio\u3002com",
    "a full stop of full width": "qualifio\uff0ecom",
    "one of half width": "qualifio\uff61com",
    "a small one": "qualifio\ufe52com",
    "a Vai full stop": "qualifio\ua60ecom",
    "a scheme with other slashes": "https:\u2044\u2044qualifio.com",
    "a scheme with another colon": "https\ua789//qualifio.com",
    "a soft hyphen in a domain": "quali\u00adfio.com",
    "beside its full stop": "qualifio\u00ad.com",
    "in an e-mail address": "privacy@quali\u00adfio.com",
}
PILED = {
    "struck through": "n\u0336o\u0336t",
    "with a slash": "n\u0338ot",
    "enclosed": "a\u20dd",
    "three marks": "Z\u0321\u0322\u0317algo",
    "one twice": "a\u0301\u0301",
    "an Arabic one twice": "م\u064f\u064f",
    "a heap": "\u0e01" + "\u0e34\u0e48" * 5,
}
QUIET = [
    ("en", "Wi‑Fi, naïve, Łódź, Diyarbakır, Işık, l’été, ﬁn, œuvre, Ǆ, ŉ"),
    ("en", "“q” – 5 € … § 5 · † ‡ ‰ ′ ″"),
    ("en", "kΩ, µm, 5 µg, ΔT, πr², 2πr, Σ x, λ, TNFα, IFNγ, NFκB, α-helix, β2-microglobulin, Ωmega"),
    ("en", "100 km⁄h, and⁄or, 10:30∶15, a∶b"),
    ("en", "5 ℃, № 5, m², CO₂, H₂O, Fe³⁺, Ⅳ, ⅓, 1⁄2, ℓ, 5 ℓ, ™, Å, ℮, ℹ"),
    ("en", "ⓘ Info, ① one, Ⓒ 2020, 1️⃣, 👨‍👩‍👧, ❤️, 🇧🇪, 🅿"),
    ("en", "Москва, Αθήνα, Երևան, بيروت, תל אביב, 東京, 서울 and New York"),
    ("en", "Qualifio (Квалифио) and Яндекс"),
    ("en", "50 \u212a, 5 \u212b, Annex Ⅱ, Annex Ⅱa, Ⅻ, ⅳ), XXᵉ, Mᵐᵉ, 1ª, nº 5, 2ᵑᵈ, xⁿ, Daten\u00adschutz, A-G"),
    ("en", "Kadıköy, Sarıyer, Kılıçdaroğlu, Şanlıurfa, Qızıl, Yılmaz’ın"),
    ("tr", "kişisel verilerin korunması, qualıfio, Qualifio tarafından"),
    ("az", "şəxsi məlumatların qorunması"),
    ("ur", "یہ Qualifio ہے۔ Google۔Facebook"),
    ("ja", "Qualifio。Cookie、例え。jp"),
    ("es", "información 1.ª, n.º, Mª, 2º piso"),
    ("ru", "А если TCP, и.о. директора, г. Москва, г.Москва, СССР и SOC, Wi-Fi"),
    ("sr", "Београд: Qualifio и cookies, САД"),
    ("uk", "Це Qualifio, і є в ЄС"),
    ("el", "Η πολιτική της Qualifio: cookies, ΑΕ, ΝΑΤΟ"),
    ("hy", "Հայաստան, Qualifio-ի"),
    ("ar", "شركة كواليفيو Qualifio، الQualifio، والبريد privacy@qualifio.com، 2016/679 و٢٠٢٠"),
    ("ar", "مُحَمَّدٌ، الرَّحْمٰنِ، ﷺ"),
    ("fa", "می\u200cخواهیم Qualifio را"),
    ("he", "בQualifio, שָׁלוֹם, בְּרֵאשִׁ֖ית"),
    ("ee", "Ɖeviwo ƒe ŋutifafa, ɖe, ɣe"),
    ("ja", "Tシャツ、Ｑｕａｌｉｆｉｏ株式会社、クオリフィオ（Qualifio）の２０２０年、Xノード、Qualifio社のHP"),
    ("ja", "詳細はexample.comを参照、https://例え.jp/"),
    ("zh", "中文Qualifio公司，ＡＢＣ有限公司，〇"),
    ("ko", "한국어 Qualifio는, ＡＢＣ"),
    ("th", "ภาษาไทย Qualifio และwiki.mozilla.org"),
    ("hi", "हिन्दी में Qualifioका"),
    ("bn", "Qualifioের বাংলা"),
    ("my", "မြန်မာဘာသာ"),
    ("bo", "བསྒྲུབས"),
    ("vi", unicodedata.normalize("NFD", "Chính sách bảo mật, ẩn, ệ")),
    ("lt", "i\u0307\u0301, ė́"),
    ("grc", unicodedata.normalize("NFD", "ᾧ, ἄνθρωπος")),
    ("yo", "ẹ̀kọ́, ṣọ̀rọ̀"),
    ("ca", "col·lecció, L’Hospitalet"),
    ("de", "bücher.de, Straße"),
    (None, "пример.рф, почта.рф, яндекс.рф, 例え.jp, bücher.de, παράδειγμα.ελ"),
    (None, "ＮＴＴ"),
    (None, "株式会社ＡＢＣ"),
    (None, "see wiki.mozilla.org, privacy@qualifio.com and www.qualifio.com:8443/a?b=c"),
]

ODD = "\u01c0\u01c1\u01c2\u01c3\u00aa\u00ba\u00ad\u0131\u017f\u0196\u01a6\u01bd\u0237"


@pytest.mark.parametrize("words", TOLD.values(), ids=TOLD.keys())
def test_what_looks_like_something_else_is_told(words: str) -> None:
    found = list(lookalikes(words, "ru" if "литика" in words else "en"))
    assert found
    assert {one.code for one in found} == {"X305"}
    assert all(one.message and one.remedy for one in found)


@pytest.mark.parametrize("words", PILED.values(), ids=PILED.keys())
def test_marks_that_hide_a_letter_are_told(words: str) -> None:
    assert {one.code for one in lookalikes(words, "en")} == {"X306"}


@pytest.mark.parametrize(("language", "words"), QUIET)
def test_what_texts_need_stays_quiet(language: str | None, words: str) -> None:
    assert list(lookalikes(words, language)) == []


@pytest.mark.parametrize(
    ("words", "message", "remedy"),
    [
        (
            "Qu\u0430lifio",
            "its “\u0430” (U+0430) is Cyrillic and looks like the Latin “a”",
            "in one script: “Qualifio”.",
        ),
        ("Qua\u0627ifio", "“\u0627” (U+0627, Arabic) stands inside its Latin letters", "in one script."),
        (
            "a \u0441\u043e\u0440 here",
            "looks like the Latin “cop” and is written in Cyrillic",
            "Write “cop” in Latin letters.",
        ),
        (
            "\u0262oogle",
            "its “\u0262” (U+0262) is a letter of phonetics",
            "Write the word again in plain letters: “Google”.",
        ),
        ("\U0001d410\U0001d412", "letters made for mathematics", "Write “QS” in plain letters."),
        (
            "xn--80ak6aa92e.com",
            "which is shown as “\u0430\u0440\u0440\u04cf\u0435.com”",
            "Write the domain that is meant",
        ),
        ("n\u0336ot", "the letter “n” is struck through or enclosed by a mark (U+0336)", "Write “n” without them."),
    ],
)
def test_says_which_letter_and_what_to_write(words: str, message: str, remedy: str) -> None:
    first = next(lookalikes(words, "en"))
    assert message in first.message
    assert first.remedy.endswith(remedy) or remedy in first.remedy


@pytest.mark.parametrize("host", ["www.qualifio.com", "xn--bcher-kva.de", "xn--e1afmkfd.xn--p1ai", "例え.jp", "сор.рф"])
def test_a_domain_in_a_script_of_its_own_is_one(host: str) -> None:
    assert list(check_host(host)) == []


@given(st.text(st.characters(min_codepoint=0x20, max_codepoint=0x24F, exclude_characters=ODD)))
def test_latin_letters_alone_never_deceive_without_a_domain(words: str) -> None:
    assert "." in words or list(lookalikes(words)) == []


@given(st.text(max_size=60), st.sampled_from([None, "en", "ja", "ru"]))
def test_whatever_is_written_there_is_an_answer(words: str, language: str | None) -> None:
    assert {one.code for one in lookalikes(words, language)} <= CODES
