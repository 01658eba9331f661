"""Japanese: figures and kanji numerals, 年 and 年間, every spelling of か月, eras."""

from __future__ import annotations

import re
from datetime import date

from inforce.rules.readings.phrases import (
    F7,
    F24,
    F365,
    SIGNS_BETWEEN,
    CountedSections,
    Effect,
    Handbook,
    Hours,
    Notice,
    Phrases,
    Prevailing,
    References,
    Starts,
    Versions,
)
from inforce.rules.readings.plain import without_spaces
from inforce.rules.readings.table import Bounds, LanguageTable, SectionWords

_DIGITS = {character: value for value, character in enumerate("〇一二三四五六七八九")} | {"零": 0}
_POWERS = {"十": 10, "百": 100, "千": 1000}
_MYRIADS = {"兆": 10**12, "億": 10**8, "万": 10**4}
_ERAS = (("令和", date(2019, 5, 1)), ("平成", date(1989, 1, 8)), ("昭和", date(1926, 12, 25)))
"""Newest first. An era begins on its day; its first year is 元年."""


def _number(text: str) -> int | None:
    """Kanji numerals by places (二〇二〇) or powers (二千二十), and figures before 万 and the like (1億2000万)."""
    total = 0
    for sign, size in _MYRIADS.items():
        head, found, rest = text.partition(sign)
        if found:
            high = _figures(head)
            if high is None or not head:
                return None
            total, text = total + high * size, rest
            if not rest:
                return total
    low = _figures(text)
    return None if low is None else total + low


def _figures(text: str) -> int | None:
    if not text:
        return None
    if text.isascii():
        return int(text) if text.isdigit() else None
    if all(character in _DIGITS for character in text):
        return int("".join(str(_DIGITS[character]) for character in text)) if len(text) <= 8 else None
    total, digit, ceiling = 0, None, 10_000
    for character in text:
        if character in _DIGITS:
            if digit is not None:
                return None
            digit = _DIGITS[character]
        elif (power := _POWERS.get(character, ceiling)) < ceiling:
            total, digit, ceiling = total + power * (1 if digit is None else digit), None, power
        else:
            return None
    return total + (digit or 0)


def kanji(number: int) -> str:
    """The number below 10 000 by powers: 二千二十."""
    found = ""
    for character, power in reversed(_POWERS.items()):
        count, number = divmod(number, power)
        if count:
            found += ("" if count == 1 else "〇一二三四五六七八九"[count]) + character
    return found + ("〇一二三四五六七八九"[number] if number or not found else "")


def _dates(day: date) -> tuple[str, ...]:
    """2020年11月10日, in kanji, in the era, and with the day of the week behind."""
    by_places = "".join("〇一二三四五六七八九"[int(digit)] for digit in str(day.year))
    years = [str(day.year), by_places, kanji(day.year)]
    for era, begins in _ERAS:
        if day >= begins:
            year = day.year - begins.year + 1
            years += [f"{era}{form}" for form in ((str(year), kanji(year)) if year > 1 else ("1", "元", "一"))]
            break
    ends = [
        f"{month}月{number}日"
        for month, number in (
            (str(day.month), str(day.day)),
            (f"{day.month:02}", f"{day.day:02}"),
            (kanji(day.month), kanji(day.day)),
        )
    ]
    weekday = "月火水木金土日"[day.weekday()]
    return tuple(
        f"{year}年{end}{behind}"
        for year in years
        for end in ends
        for behind in ("", f"({weekday})", f"{weekday}曜日", f"({weekday}曜日)", f"({weekday}曜)")
    )


_DATE = re.compile(rf"({'|'.join(era for era, _ in _ERAS)})?([^年月日]+)年([^年月日]+)月([^年月日]+)日")


def _date(text: str) -> date | None:
    found = _DATE.match(text)
    if not found:
        return None
    year, month, day = (1 if part == "元" else _number(part) for part in found.groups()[1:])
    if year is None or month is None or day is None:
        return None
    for era, begins in _ERAS:
        if era == found[1]:
            year += begins.year - 1
    try:
        return date(year, month, day)
    except ValueError:
        return None


def _months() -> tuple[str, ...]:
    counters = ("か", "ヶ", "カ", "ケ", "ヵ", "ゕ", "ゖ", "箇", "個")
    return tuple(f"{counter}月{ending}" for counter in counters for ending in ("間", ""))


PHRASES = Phrases(
    free=r"無料|無償|(?:費用|料金|手数料)は(?:かかりません|不要|いただきません)",
    going_on=r"{}間?(?:にわたり|にわたって|、)",
    looking_back="過去",
    starts=Starts(
        start=r"の?(?:後(?:から|より|に)?|以降|以後|[日時点]から)(?:起算して)?、?",
        back=r"その|この|それ|これ",
        ends=r"(?!)",
        small="",
    ),
    until_closed=r"(?:ブラウザー?|タブ|ウィンドウ)(?:を|が)(?:閉じる|閉じられる|終了する)(?:とき|時)?まで"
    r"|(?:ブラウザー?|セッション)(?:の|が)?終了(?:する)?(?:とき|時)?まで",
    until_deleted=r"(?:お客様|利用者|ご自身|ユーザー)(?:が|で)(?:自ら|これを|それを)?"
    r"(?:削除|消去)(?:する|される|なさる)(?:とき|時)?まで",
    rates=None,
    shares={},
    before_years=frozenset(),
    replaced=r"\0間?(?:ではなく|でなく|から|に代えて|に代わり)",
    notice=Notice(
        change=r"変更|改定|改訂|更新|修正|改正",
        itself=r"ポリシー|規約|方針|約款|声明|本書|本通知|版",
        tells=r"知らせ|通知|公表|告知|掲示|掲載|連絡|案内|周知|予告",
        effect=r"効力|適用|発効|施行|有効",
        before=r"間?(?:以上)?前(?!に[^、。]*(?:ました|され、))",
        notice_of=r"予告期間は\Z",
        after=r"(?!)",
        told_before=r"(?:公表|掲載|通知|告知|お知らせ|掲示)(?:した日|日|の日)?(?:から|後|より)\Z",
        theirs=r"ください",
        working=r"営業(?=日)",
    ),
    prevailing=Prevailing(
        text=r"版|訳|語",
        prevails=r"優先|正文|正と(?:する|し)|正本|効力を(?:有する|持つ)",
        over=r"(?!)",
        stands_in=r"(?:この|本)(?:ポリシー|規約|方針)は、?(?=[^。]{1,60}語でも?(?:公開|提供|ご覧|掲載|用意))",
    ),
    effect=Effect(
        own=r"(?:この|本)(?:ポリシー|規約|方針|約款|版|声明)は、?\0(?:から|より|に|をもって)(?:適用|発効|施行)"
        r"|\A(?:発効日|施行日|適用開始日|適用日)[:：]?\s?\0"
        r"|\A(?:最終更新日?|最終改定日?)[:：]?\s?\0",
        from_=r"\0(?:から|より|以降)",
        of_the_text=r"(?:この|本)(?:ポリシー|規約|方針|約款|版|変更)|本文|第\s?[0-9.]+\s?節|\A\0(?:から|より)(?:適用|施行|発効)",
        put_off=r"(?:\A|(?:施行|発効|適用)(?:日|開始)?を?、?|(?:この版|本規約|本ポリシー)を)\0(?:まで|に|へと?)"
        r"(?:(?:施行|適用)を)?(?:延期|繰り下げ|延ば)",
        in_force="施行|発効|適用|効力",
        first="初めて|最初|当初",
        ends=r"\0(?:付け?で|に|から|をもって|以降)[^。]{0,6}(?:撤回|廃止|失効|適用されな|適用しな)|\0まで(?:適用|有効)",
    ),
    versions=Versions(
        number=r"第\s?([0-9]{1,3})\s?版",
        of_another="の",
        this_follows=False,
        between=SIGNS_BETWEEN,
        this="本|この|当社の",
        of="の",
        the="",
        another="[はが].*[はが]",
        dated=r"(?!)",
        by_mistake=r"\0は?、?(?:誤って|間違って|手違いで)(?:採択|公開|公表|発表|承認|制定)|\0を撤回",
        holds=r"\0(?:が|は)、?(?:再び|再度|引き続き|その後|改めて)?(?:適用(?!され(?:な|ませ)|しな|できな)|有効|効力を)",
        at_once="それ以降|その日から|再び|再度",
    ),
    spelled_sections=CountedSections(pattern=r"第([一二三四五六七八九十]{1,4})[節章]", number=_number),
    joins_names=r"(?:と|や|及び|および|または|、)",
    changed="ました|今後|新たに",
    renumbered="旧第|従来の第|これまでの第|以前の第|移動|移し|第[0-9]+版",
    denials=r"せん|ない|なく|なかっ|なし|(?<![必ま])ず",
    clauses=None,
    it=None,
    references=References(laws="法|規則|指令", parts="(?!)", of="(?!)", and_="(?!)", or_="(?!)", to="(?!)"),
    handbook=Handbook(
        state="(?!)", in_force="(?!)", articles="(?!)", since="以降|以後|から", ours="(?!)", whose="(?!)", points="(?!)"
    ),
    hours=Hours(
        always=rf"(?:{F24})時間(?=対応|体制|年中|受付|営業|いつでも|利用|ご利用|[、・]?(?:年中無休|(?:{F365})日))|[1１一]日(?:{F24})時間"
        rf"|(?:年中|週)(?:{F7})日|(?:{F365})日(?=対応|体制|年中|受付|営業|いつでも|[、・]?(?:{F24})時間)",
        morning=None,
        evening=None,
        noon="正午|深夜|真夜中",
        sure=None,
        hours=None,
        letters="h",
        to="から",
        at=None,
        before=None,
        counts_24=False,
    ),
    abbreviations="",
    beside_titles="",
    policies="ポリシー|方針|通知|ステートメント",
    own_pages=frozenset({"Cookie", "お問い合わせ"}),
)


TABLE = LanguageTable(
    language="ja",
    locales=("ja",),
    spaced=False,
    fold=without_spaces,
    number_word=_number,
    decimal=".",
    groups=",",
    halves=("半",),
    scales=_MYRIADS,
    units={
        "1 year": ("年間", "年", "か年", "ヵ年", "カ年", "ヶ年", "箇年"),
        "1 month": _months(),
        "1 week": ("週間", "週"),
        "1 day": ("日間", "日"),
        "1 hour": ("時間",),
        "1 minute": ("分間", "分"),
        "1 second": ("秒間", "秒"),
    },
    joins=("と", "、", ",", "及び"),
    after_half=("半", "半間"),
    multiplied_before=re.compile(r"(?:[0-9]+|[一二三四五六七八九十百]+)倍の\Z|半分の\Z"),
    multiplied_after=re.compile(
        r"の(?:[0-9０-９]+|[一二三四五六七八九十百]+)?倍|の半分"
        r"|の(?:[0-9０-９]+|[一二三四五六七八九十百千]+)分の(?:[0-9０-９]+|[一二三四五六七八九十百]+)"
    ),
    small_change=("セント", "銭"),
    magnitudes=("百", "千", "万", "億", "ダース"),
    respectively=("それぞれ",),
    equated=(
        "すなわち",
        "即ち",
        "つまり",
        "言い換えれば",
        "換言すれば",
        "要するに",
        "または正確には",
        "むしろ",
        "正確には",
    ),
    ranges=("から", "ないし", "乃至"),
    overruled=(
        "実際には",
        "実際は",
        "実質的に",
        "実質的には",
        "実質",
        "事実上",
        "現実には",
        "ではなく",
        "でなく",
        "じゃなく",
    ),
    or_else=("または", "又は", "もしくは", "若しくは", "あるいは"),
    about=(
        r"(?<![一-鿿])約|およそ|おおよそ|ほぼ|だいたい|概ね",
        r"ほど|程度|前後|くらい|ぐらい|あまり|[弱強](?![一-鿿])",
    ),
    again=r"(?:と|、|の後|に加え)?、?(?:さらに|再び|もう一度)(?:同じ|同)(?:期間|年数|額|金額)",
    bounds=Bounds(
        least=("少なくとも|最低でも|最低|最短", "以上|又はそれ以上|またはそれ以上|を下回ら|更新"),
        most=("最大|最長|多くとも|長くとも|長くても", "以下|以内|を(?:超え|上回ら)(?:ない|ず)|を限度"),
        more="(?!)",
        less="(?!)",
        negations="ない|せず|ません",
        within=(
            r"(?!)",
            r"以内|まで(?:に)?|内に",
        ),
        after=(
            r"(?!)",
            r"後(?:に|から)?|経過後|以降|から|を過ぎ",
        ),
    ),
    runs_from=re.compile("(?!より|長|短|ずつ|ごと|毎|以|の(?!間|期間))."),
    date_patterns=(),
    other_dates=_dates,
    other_date=_date,
    keeping=re.compile(r"保存|保持|保管|有効期[間限]|期限"),
    sections=SectionWords(
        one="セクション",
        several="セクション",
        of_lists=r"第[^節章条]*項",
        of_laws="(?!)",
        around=("第", "節|章|項"),
        around_of_laws="条",
        own=r"を(?:ご参照|参照|ご覧)\w*",
        others="(?!)",
        own_before=r"(?:本|この)[\u30a0-\u30ff\u4e00-\u9fff]{1,12}の?|(?:上記|前記|下記|以下)の?",
        others_before=r"(?:[\u30a0-\u30ff\u4e00-\u9fff々」』A-Za-z]|の)",
    ),
    countries={
        **dict.fromkeys(("英国", "イングランド"), "GB"),
        **dict.fromkeys(("米国", "アメリカ"), "US"),
        "豪州": "AU",
        "香港": "HK",
        "わが国": "JP",
        "我が国": "JP",
    },
    numbered="第",
    percent=("パーセント", "パ-セント"),
    half_endings=(),
    glued={},
    alone={},
    articles={},
    multipliers=(),
    verbs=(),
    times=(),
    times_after=(),
    plus=(),
    minus=(),
    currencies={},
    before_amounts=(),
    contrasts=((), ()),
    instead=(),
    range_leads=(),
    month_names={},
    small_words=frozenset(),
    date_prefixes=(),
    date_suffixes=(),
    of_currency=(),
)
