"""Arabic: both genders of the numbers, the duals, and both families of month names.

Numbers are read by their grammar rather than by num2words, whose Arabic knows one case and gender. Forms stand as
`_fold` leaves them: no vowel marks, no hamza on an alif.
"""

from __future__ import annotations

import re
from fractions import Fraction
from functools import lru_cache

from inforce.rules.readings.phrases import (
    F7,
    F24,
    NEAR,
    NEXT,
    SIGNS_BETWEEN,
    VERSION_NUMBER,
    CountedSections,
    Effect,
    Handbook,
    Hours,
    Notice,
    Phrases,
    Prevailing,
    Rates,
    References,
    Starts,
    Versions,
)
from inforce.rules.readings.plain import plain
from inforce.rules.readings.table import Bounds, LanguageTable, SectionWords

_MARKS = re.compile("[\u0610-\u061a\u064b-\u065f\u0670\u0640]")
_ALIFS = str.maketrans({"أ": "ا", "إ": "ا", "آ": "ا", "ٱ": "ا", "،": ",", "؛": ";", "٪": "%"})


def _fold(text: str) -> str:
    text = _MARKS.sub("", text).translate(_ALIFS).replace(" و ", " و")
    return _without_articles(text) if "ال" in text or "لل" in text else text


_ONES = {
    1: ("واحد", "واحدة", "واحدا", "احدي", "احدى"),
    2: ("اثنان", "اثنين", "اثنتان", "اثنتين"),
    3: ("ثلاثة", "ثلاث"),
    4: ("اربعة", "اربع"),
    5: ("خمسة", "خمس"),
    6: ("ستة", "ست"),
    7: ("سبعة", "سبع"),
    8: ("ثمانية", "ثماني", "ثمان"),
    9: ("تسعة", "تسع"),
}
_TEENS = {1: ("احد", "احدى", "احدي"), 2: ("اثنا", "اثني", "اثنتا", "اثنتي"), **{n: _ONES[n] for n in range(3, 10)}}
_TENS = {
    20: "عشر", 30: "ثلاث", 40: "اربع", 50: "خمس", 60: "ست", 70: "سبع", 80: "ثمان", 90: "تسع",
}  # fmt: skip
_HUNDRED = ("مئة", "مائة")


@lru_cache(maxsize=1)
def _below_hundred() -> dict[str, int]:
    found = {"صفر": 0, "عشرة": 10, "عشر": 10}
    found |= {form: n for n, forms in _ONES.items() for form in forms}
    found |= {f"{unit} {ten}": 10 + n for n, forms in _TEENS.items() for unit in forms for ten in ("عشر", "عشرة")}
    for tens, stem in _TENS.items():
        for ten in (f"{stem}ون", f"{stem}ين"):
            found[ten] = tens
            found |= {f"{unit} و{ten}": tens + n for n, forms in _ONES.items() for unit in forms}
    return found


@lru_cache(maxsize=1)
def _large() -> dict[str, int]:
    found = dict.fromkeys(_HUNDRED, 100) | {"الف": 1000, "الفان": 2000, "الفين": 2000, "الفا": 2000, "الفي": 2000}
    found |= {f"{stem}{ending}": 200 for stem in ("مئت", "مائت") for ending in ("ان", "ين", "ا", "ي")}
    for n in range(3, 10):
        found |= {f"{unit}{gap}{hundred}": n * 100 for unit in _ONES[n] for gap in ("", " ") for hundred in _HUNDRED}
    for n in range(3, 11):
        units = _ONES.get(n, ("عشرة", "عشر"))
        found |= {f"{unit} الاف": n * 1000 for unit in units}
    return found


def _number(text: str) -> int | None:
    """Sums of thousands, hundreds and the rest, joined by و."""
    if text in _below_hundred():
        return _below_hundred()[text]
    if text in _large():
        return _large()[text]
    for cut in re.finditer(" و", text):
        head, rest = _large().get(text[: cut.start()]), _number(text[cut.end() :])
        if head is not None and rest is not None and 0 < rest < (100 if head < 1000 else 1000):
            return head + rest
    return None


_ONE = {"m": ("واحد", "واحدا"), "f": ("واحدة",)}
_TWO = {"m": ("اثنان", "اثنين"), "f": ("اثنتان", "اثنتين")}
_SINGULAR = {
    "1 year": (("m", ("عام", "عاما")), ("f", ("سنة",))),
    "1 month": (("m", ("شهر", "شهرا")),),
    "1 week": (("m", ("اسبوع", "اسبوعا")),),
    "1 day": (("m", ("يوم", "يوما")),),
    "1 hour": (("f", ("ساعة",)),),
    "1 minute": (("f", ("دقيقة",)),),
    "1 second": (("f", ("ثانية",)),),
}
_DUAL = {
    "2 years": (("m", ("عامان", "عامين")), ("f", ("سنتان", "سنتين"))),
    "2 months": (("m", ("شهران", "شهرين")),),
    "2 weeks": (("m", ("اسبوعان", "اسبوعين")),),
    "2 days": (("m", ("يومان", "يومين")),),
    "2 hours": (("f", ("ساعتان", "ساعتين")),),
    "2 minutes": (("f", ("دقيقتان", "دقيقتين")),),
    "2 seconds": (("f", ("ثانيتان", "ثانيتين")),),
}
_PLURAL = {
    "1 year": ("سنوات", "سنين", "اعوام"),
    "1 month": ("اشهر", "شهور"),
    "1 week": ("اسابيع",),
    "1 day": ("ايام",),
    "1 hour": ("ساعات",),
    "1 minute": ("دقائق",),
    "1 second": ("ثوان", "ثواني"),
}


def _alone() -> dict[str, tuple[str, ...]]:
    """The singular says one and the dual says two, with or without the number after it."""
    found: dict[str, tuple[str, ...]] = {}
    for forms_of, numbers in ((_SINGULAR, _ONE), (_DUAL, _TWO)):
        for length, genders in forms_of.items():
            for gender, nouns in genders:
                confirmed = tuple(f"{noun} {number}" for noun in nouns for number in numbers[gender])
                found[length] = (*found.get(length, ()), *nouns, *confirmed)
    return found


def _units() -> dict[str, tuple[str, ...]]:
    return {
        length: (*plural, *(noun for _, nouns in _SINGULAR[length] for noun in nouns))
        for length, plural in _PLURAL.items()
    }


@lru_cache(maxsize=1)
def _definite() -> tuple[re.Pattern[str], ...]:
    """The three ways to say "the three months", and "the two months"."""
    plural = "|".join(noun for nouns in _PLURAL.values() for noun in nouns)
    counted = "|".join(noun for nouns in _units().values() for noun in nouns)
    two = "|".join(
        noun for length, genders in _DUAL.items() if length != "2 seconds" for _, nouns in genders for noun in nouns
    )
    lead, number = r"(?<!\w)(?P<lead>[وف]?(?:[بك]?ال|لل))", r"(?P<number>\w+(?: عشرة?)?(?: وال\w+)?)"
    return (
        re.compile(rf"{lead}(?P<noun>{plural}) ال ?{number}(?!\w)"),
        re.compile(rf"{lead} ?{number} (?P<noun>{counted})(?!\w)"),
        re.compile(rf"(?<!\w)(?P<lead>[وفبل]?)(?P<number>{'|'.join(f for n in range(3, 10) for f in _ONES[n])}|عشرة?)"
                   rf" ال(?P<noun>{plural})(?!\w)"),
        re.compile(rf"{lead}(?P<number>)(?P<noun>{two})(?!\w)"),
    )  # fmt: skip


def _without_articles(text: str) -> str:
    """ "The three months" as "three months". "The month" names no length and stays, as does "the thirtieth day"."""
    for pattern in _definite():
        text = pattern.sub(_indefinite, text)
    return text


def _indefinite(found: re.Match[str]) -> str:
    number = found["number"].replace(" وال", " و")
    if number and not number.isdecimal() and _number(number) is None:
        return found[0]
    lead = found["lead"].replace("لل", "ل").removesuffix("ال")
    return f"{lead}{number} {found['noun']}" if number else f"{lead}{found['noun']}"


_PARTICLES = (
    "الي|الى|الان|او|ثم|من|عن|علي|على|في|مع|منذ|بعد|قبل|حتي|حتى|كل|كحد|ان|اذا|ما|لا|لم|لن|هو|هي|هذ[اه]|اي"
    "|ابتداء|اعتبارا"
    "|اعتبار|كامل|كاملة|تقريبا|اخر|اخري|اخرى|دون|عند|خلال|الا|اضافي|اضافية|ايضا|فقط|هناك|لدي|لدى|حيث|عقب|اثر|انقضاء"
)
_NOUN = (
    rf"(?!(?:{_PARTICLES})(?!\w))(?:(?![يسوفبلكنت])\w+|ت\w\wي\w|تاريخ|توقيع|تلقي|نشر|نهاية|نقل|نفاذ|سداد|بدء|بداية|بلوغ"
    r"|وصول|وفاة|ولادة|وقوع|فتح|فسخ|كتابة)"
)
"""What may follow a noun and is a noun itself, and no verb, adverb or preposition."""


_MONTHS = (
    ("يناير", "كانون الثاني", "جانفي"),
    ("فبراير", "شباط", "فيفري"),
    ("مارس", "اذار"),
    ("ابريل", "نيسان", "افريل"),
    ("مايو", "ايار", "ماي"),
    ("يونيو", "حزيران", "جوان", "يونيه"),
    ("يوليو", "تموز", "جويلية", "يوليوز", "يوليه"),
    ("اغسطس", "اب", "اوت", "غشت"),
    ("سبتمبر", "ايلول", "شتنبر"),
    ("اكتوبر", "تشرين الاول"),
    ("نوفمبر", "تشرين الثاني", "نونبر"),
    ("ديسمبر", "كانون الاول", "دجنبر"),
)
"""First the Gregorian names of Egypt and the Gulf, then the Syriac ones of the Levant, then those of the Maghreb."""


def _month_names() -> dict[int, tuple[str, ...]]:
    """Each name, and the usual pairs of the first two: "نوفمبر/تشرين الثاني", "تشرين الثاني (نوفمبر)"."""
    found: dict[int, tuple[str, ...]] = {}
    for number, names in enumerate(_MONTHS, 1):
        pairs = ((names[0], names[1]), (names[1], names[0]))
        shapes = ("{}/{}", "{} / {}", "{} ({})")
        found[number] = (*names, *(shape.format(*pair) for pair in pairs for shape in shapes))
    return found


_ARTICLE = re.compile(r"(?<!\w)(و?)ال")


def _section_number(words: str) -> int | None:
    """An ordinal, with the word that follows it or without."""
    said = _ARTICLE.sub(r"\1", _fold(plain(words))).split()
    found = (_section_ordinals().get(" ".join(said[:count])) for count in (len(said), 1))
    return next(filter(None, found), None)


@lru_cache(maxsize=1)
def _section_ordinals() -> dict[str, int]:
    stems = ["ثاني", "ثالث", "رابع", "خامس", "سادس", "سابع", "ثامن", "تاسع", "عاشر"]
    found = {word: number for number, word in enumerate(stems, 2)}
    units = ["حادي", *stems[:-1]]
    found |= {f"{word} عشر": number for number, word in enumerate(units, 11)}
    for tens, name in ((20, "عشر"), (30, "ثلاث"), (40, "اربع"), (50, "خمس")):
        for ending in ("ون", "ين"):
            found[name + ending] = tens
            found |= {f"{word} و{name}{ending}": tens + unit for unit, word in enumerate(units, 1)}
    return found


PHRASES = Phrases(
    free=r"(?<!غير )\bمجان(?:ي|ية|ا|ًا|اً)|(?:دون|بلا|بدون) (?:أي )?(?:مقابل|رسوم|رسم|تكلفة)",
    going_on=r"لمدة {}",
    looking_back="الأخير",
    starts=Starts(
        start=r"(?:بعد|منذ|عقب|ابتداءً? من|اعتبارا?ً? من|من تاريخ)\s",
        back=r"ذلك|هذه|هذا|تلك|مرور|انقضاء",
        ends=r"أو|ثم|إلا|ما لم|حتى|إذا",
        small="تاريخ يوم",
    ),
    until_closed=rf"(?:حتى|إلى أن|إلى) {NEAR}(?:تغلق|إغلاق|يغلق)\b{NEXT}(?:المتصفح|متصفحك|علامة التبويب|النافذة)"
    r"|(?:حتى|إلى) (?:نهاية|انتهاء) (?:ال)?جلسة",
    until_deleted=rf"(?:حتى|إلى أن) {NEXT}(?:تحذفه|تحذفها|تحذفهما|تحذفهم|تمسحه|تمسحها|تزيله|تزيلها)\b",
    rates=Rates(
        times=r"(?:(?P<once>مره|مرة)(?: واحد[هة])?|(?P<twice>مرت(?:ين|ان))|(?P<count>\w+) مرات) (?:في|كل|لكل) (?:ال)?",
        every=r"كل (?:(?P<each>\w+) )?",
        adverbs=("سنوي(?:ا|ه|ة)?", "شهري(?:ا|ه|ة)?", "[اأ]سبوعي(?:ا|ه|ة)?", "يومي(?:ا|ه|ة)?", "ربع سنوي(?:ا|ه|ة)?"),
        often="مرة|مرات|مرتين|مرتان",
        per="في",
        each="كل",
    ),
    shares={
        "ثلثي|ثلثا": Fraction(2, 3),
        "ثلث": Fraction(1, 3),
        "ثلاثة أرباع": Fraction(3, 4),
        "ربع(?! سنوي)": Fraction(1, 4),
    },
    before_years=frozenset({"في", "منذ", "عام", "سنة", "حتى", "قبل", "بعد"}),
    replaced=r"(?:بدلا|بدلاً|عوضا) (?:من|عن) \0|من \0 إلى",
    notice=Notice(
        change=r"(?:تعديل|تغيير|تحديث|تعدّ?ل|نغيّ?ر|تغيّ?ر|نسخة جديدة|النسخة الجديدة)",
        itself=r"(?:سياسة|شروط|بيان|اتفاقية|وثيقة|نسخة|السياسة|الشروط|البيان)",
        tells=r"(?:خطر|إخطار|نعلن|يعلن|الإعلان|إعلان|نعلم|إعلام|بلغ|إبلاغ|إشعار|نشعر|ننشر|نشر|نخبر|إخبار|مراسل)",
        effect=r"(?:سريان|تسري|يسري|نافذ|حيز|تُ?طبق|يُ?طبق)",
        before=r"\s*(?:مقدم|مسبق|قبل|سلف)",
        notice_of=r"(?:قبل|مسبق\w* (?:مدته|قدره)|مهلة)(?: (?:مدة|فترة))?(?: (?:ما )?لا (?:ت|ي)قل عن)?\s*\Z",
        after=r"(?!)",
        told_before=r"بعد(?: مرور| مضي| انقضاء)?\s*\Z",
        theirs=r"(?:يمكنك|يجوز لك|عليك|يجب عليك|إبلاغنا|إخطارنا|أبلغنا|أخطرنا)",
        working=r" عمل\b",
    ),
    prevailing=Prevailing(
        text=r"نص|نسخة|ترجمة|لغة",
        prevails=r"(?:تسود|يسود|ترجح|تُرجّح|يرجح|يعتد|يُعتد|المعتمدة|المعتمد|الغلبة|الأولوية|الاسبقية|الأسبقية|الحجية)",
        over=r"على|عن",
        stands_in=r"(?:تتوفر|متاحة|ننشر|تُ?نشر|متوفرة) هذه (?:السياسة|الشروط) باللغ(?:ة|ات|تين) ",
    ),
    effect=Effect(
        own=r"(?:تسري|يسري|تُ?طبق|يُ?طبق) (?:هذه|هذا) \w+(?: \w+){0,3}? (?:ابتداءً? من|اعتبارا?ً? من|من|في|منذ)"
        r"(?: تاريخ| يوم)? \0|\Aتاريخ (?:السريان|النفاذ|بدء السريان)\s?:? \0"
        r"|\Aآخر (?:تحديث|تعديل)(?: في| بتاريخ)?\s?:? \0",
        from_=r"(?:ابتداءً? من|اعتبارا?ً? من)(?: يوم| تاريخ)? \0",
        of_the_text=r"(?:(?:هذه|هذا) (?:السياسة|الشروط|النص|النسخة|الإصدار|التعديلات?)|إلى النص|في النص|القسم [0-9]"
        r"|\Aو?(?:[يت]سري|[يت]طبق)(?: ذلك| هذا| هذه)?)",
        put_off=r"\A(?:تأجلت?|أجلت?|تأجيل|[يت]ؤجل|أرجئت?|تم تأجيل)(?: [^\s.،؛]+){0,3} (?:إلى|حتى)(?: يوم| تاريخ)? \0",
        in_force="ساري|سارية|يسري|تسري|نافذ|حيز التنفيذ",
        first="لأول مرة|للمرة الأولى|أول مرة",
        ends=r"(?:سُ?حبت?|[يت]سحب|أ?لغيت?|لا [يت]سري|لم [يت]عد (?:ساريا|سارية|نافذة?))"
        r" (?:في|من|بتاريخ|اعتبارا من|ابتداء من) \0|(?:[يت]سري|سارية?) حتى \0",
    ),
    versions=Versions(
        number=rf"إصدار\s{VERSION_NUMBER}",
        of_another="من(?! جديد)",
        this_follows=True,
        between=SIGNS_BETWEEN,
        this="هذه|هذا",
        of="من",
        the="",
        another="التي|الذي",
        dated=r"من|بتاريخ|المؤرخة?(?: في)?|الصادرة? في",
        by_mistake=r"(?:اعتُ?مدت?|نُ?شرت?|صدرت?|أُ?علنت?) (?:ال)?\0 (?:خطأً?|عن طريق الخطأ|بالخطأ|قبل الأوان)"
        r"|(?:ال)?\0 (?:اعتُ?مدت?|نُ?شرت?|صدرت?|أُ?علنت?) (?:خطأً?|عن طريق الخطأ|بالخطأ|قبل الأوان)",
        holds=r"(?<!لا )(?<!لن )(?<!لم )(?:[يت]سري|[يت]طبق|[يت]عود|[يت]بقى|[يت]ظل)(?: \w+){0,3}? ب?(?:ال)?\0"
        r"|(?:ال)?\0 (?:سار|ساري|سارية|نافذ|هو الساري)\b",
        at_once="منذ ذلك|من ذلك|من جديد|مجددا|مرة أخرى",
    ),
    spelled_sections=CountedSections(
        pattern=r"(?<!\w)[وفبكل]{0,2}(?:ال|ل)قسم ((?:ال\w+)(?: (?:عشرة?|وال(?:عشر|ثلاث|أربع|خمس)\w+))?)",
        number=_section_number,
    ),
    joins_names=r"[\s،]*(?:و|أو\s)\s*(?:(?:من|في|إلى)\s+)?",
    changed="الآن|أصبح|لم يعد|لم تعد",
    renumbered="كان (?:ال)?قسم|السابق|نُ?قل|الإصدار [0-9]",
    denials=r"\b(?:[وفب]?لا|[وف]?لن|[وف]?لم|[وف]?ليس(?:ت)?|[بو]?دون|[وب]?غير)\b",
    clauses="و",
    it=None,
    references=References(
        laws=r"\w*(?:قانون|لائحة|نظام|توجيه)\b", parts="(?!)", of="من", and_="و", or_="(?!)", to="إلى"
    ),
    handbook=Handbook(
        state="(?!)", in_force="(?!)", articles="(?!)", since="منذ", ours="(?!)", whose="(?!)", points="(?!)"
    ),
    hours=Hours(
        always=rf"على مدار(?: ال)? ?(?:(?:{F24}) )?ساعة|(?:{F24}) ساعة (?:في|على|يوميا|كل)(?: ?(?:ال)?يوم| (?:{F24}))?"
        rf"|(?:{F7}|سبعة) أيام (?:في|على|كل) (?:ال)?(?:أسبوع|{F7}|سبعة)",
        morning=r"صباح\w*|قبل الظهر",
        evening=r"مساء\w*|بعد الظهر",
        noon="منتصف|الظهر",
        sure=None,
        hours=None,
        letters="h",
        to="إلى|حتى|و",
        at="الساعة",
        before="[وبل]?الساعة",
        counts_24=False,
    ),
    abbreviations="",
    beside_titles="",
    policies="سياسة|إشعار|اشعار|بيان",
    own_pages=frozenset({"ملفات تعريف الارتباط", "الاتصال"}),
)


TABLE = LanguageTable(
    language="ar",
    locales=("ar", "ar_EG", "ar_LB", "ar_MA", "ar_DZ", "ar_TN", "ar_IQ", "ar_SA"),
    fold=_fold,
    number_word=_number,
    decimal=".٫",
    groups=",٬",
    half_endings=(" ونصف",),
    halves=("نصف",),
    scales={
        **dict.fromkeys(("مليون", "ملايين", "مليونا"), 10**6),
        **dict.fromkeys(("مليار", "مليارات", "بليون"), 10**9),
        **dict.fromkeys(("تريليون", "ترليون"), 10**12),
    },
    units=_units(),
    alone=_alone(),
    joins=("و", ",", ", و"),
    prefixed_join="و",
    plus=("زائد", "بالإضافة إلى"),
    clitics=("ل", "ب"),
    possessed=re.compile(
        rf"(?:[لب])?(?:عام|سنة|شهر|اسبوع|يوم|ساعة|دقيقة|ثانية) "
        rf"(?:(?!(?:{_PARTICLES})(?!\w))ال\w+|{_NOUN} ال\w+|{'|'.join(name for names in _MONTHS for name in names)})"
        r"(?!\w)"
    ),
    after_half=("ونصف", "ونصف السنة", "ونصف الشهر"),
    multipliers=("ضعف", "ضعفي", "نصف", "ثلث", "ثلثي", "ربع", "ثلاثة ارباع", "جزء من عشرة من", "عشر قيمة"),
    times=("مرات", "مرة"),
    small_change=("سنت", "سنتا", "سنتات"),
    magnitudes=("مئة", "مائة", "الف", "الاف", "دزينة"),
    respectively=("على التوالي", "علي التوالي"),
    equated=(
        *("أي", "اي", "يعني", "أعني", "بمعنى", "بعبارة أخرى", "وهو", "وهي", "أي ما يعادل", "ما يعادل"),
        *("أو بالأحرى", "بل"),
    ),
    ranges=("إلى", "الى", "إلي", "حتى"),
    range_leads=("من", "بين"),
    overruled=(
        *("عمليا", "عمليًا", "عملياً", "فعليا", "فعليًا", "فعلياً", "في الواقع", "في الممارسة", "في الحقيقة", "واقعيا"),
        *("بحكم الأمر الواقع", "وبالأدق", "وبشكل أدق"),
    ),
    contrasts=(
        ("ليس", "لا"),
        ("بل", "لكن", "ولكن", "لكنها", "لكنه", "وإن كان", "غير أنها"),
    ),
    instead=("بدلا من", "بدلًا من", "بدلاً من", "عوضا عن", "عوضًا عن", "وليس", "لا"),
    or_else=("أو", "او"),
    about=(r"حوالي|نحو|قرابة|زهاء|ما يقارب", r"تقريب[اً]+|على وجه التقريب"),
    again=r"(?:ثم|و)\s?(?:مرة أخرى )?(?:مثلها|مثله|مدة مماثلة|المدة نفسها)",
    bounds=Bounds(
        least=(
            "(?:ما )?ل[اأ] (?:ي|ت)قل عن|بحد [أا]دنى|على ال[أا]قل",
            "على ال[أا]قل|كحد [أا]دنى|بحد [أا]دنى|[أا]و (?:[أا]كثر|[أا]طول)|ف[أا]كثر|قابلة للتجديد",
        ),
        most=(
            "(?:ما )?لا (?:(?:ي|ت)زيد (?:عن|على)|(?:ي|ت)تجاوز)|بحد [أا]قصى|حد [أا]قصى قدره|على ال[أا]كثر",
            "على ال[أا]كثر|كحد [أا]قصى|بحد [أا]قصى|[أا]و [أا]قل|ف[أا]قل",
        ),
        more="[أا]كثر من|[أا]طول من|(?:ي|ت)زيد (?:عن|على)|(?:ي|ت)تجاوز",
        less="[أا]قل من",
        negations=r"\b(?:لا|لن|لم|ليس|ليست|دون|غير)\b",
        within=(
            r"خلال|في غضون|قبل|حتى",
            r"(?!)",
        ),
        after=(
            r"بعد(?: مرور| انقضاء)?|عقب|ابتداء من|اعتبارا من|منذ",
            r"(?!)",
        ),
    ),
    runs_from=re.compile("بعد|من|ابتداء|اعتبار|بدء|منذ|على الأكثر|على الأقل|كحد"),
    date_patterns=("{d} {month} {y}", "{d} {month}, {y}", "{d} من {month} {y}", "{d} من {month} عام {y}",
                   "{d} من شهر {month} {y}", "{d} {month} سنة {y}", "{d} {month} عام {y}"),
    date_suffixes=("م", " م", " ميلادية", " ميلاديا"),
    month_names=_month_names(),
    keeping=re.compile(r"نحتفظ|يحتفظ|يُحتفظ|حفظ|تخزين|يخزن|تنتهي|صلاحي"),
    sections=SectionWords(
        one=r"(?:[وفبك]?ال|[وف]?لل)?(?:قسم|بند|فقرة)",
        several=r"(?:[وفبك]?ال|[وف]?لل)?(?:أقسام|بنود|قسمان|قسمين|بندان|بندين|فقرات|فقرتان|فقرتين)",
        of_lists=r"(?:[وفبك]?ال|[وف]?لل)?(?:بند|بنود|بندان|بندين|فقرة|فقرات|فقرتان|فقرتين)",
        of_laws=r"(?:[وفبك]?ال|[وف]?لل)?(?:مادة|مواد|مادتان|مادتين)",
        own=r"(?:أعلاه|أدناه|(?:من|في) (?:هذا|هذه))\b",
        others=r"من (?!هذ[اه])\w+",
    ),
    countries={
        **dict.fromkeys(("بريطانيا", "إنجلترا", "إنكلترا"), "GB"),
        **dict.fromkeys(("أمريكا", "الولايات المتحدة الأمريكية"), "US"),
        "التشيك": "CZ",
    },
    numbered=r"(?:[وفبك]?ال|[وف]?لل)?(?:صفحة|صفحات|فصل|ملحق)",
    percent=("بالمئة", "بالمائة", "في المئة", "في المائة", "بالمية"),
    glued={},
    articles={},
    verbs=(),
    times_after=(),
    minus=(),
    currencies={},
    before_amounts=(),
    small_words=frozenset(),
    date_prefixes=(),
    of_currency=(),
)  # fmt: skip
