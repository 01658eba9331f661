"""How long before a change to itself a text promises to tell of it: "we will tell you ninety days before", "changes
apply 14 days after we publish them".

A period counts where its sentence says that we tell of something, or that it takes effect, and words beside the period
make a notice of it. That the something is a change to the text has to stand in the sentence, in the one before it, or
be what the section is about.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from inforce.model.values import Duration
from inforce.rules.readings.likeness import Amount, is_same, length_of
from inforce.rules.readings.passages import amounts_said
from inforce.rules.readings.section_numbers import SENTENCE
from inforce.rules.readings.tables import table_for


@dataclass(frozen=True, slots=True, kw_only=True)
class Promise:
    """A period of notice, the words that state it, and whether only working days count in it."""

    amount: Amount
    said: str
    working: bool

    def is_of(self, days: int) -> bool:
        """Whether the period is about so many days."""
        return not self.working and is_same(self.amount, (Duration, length_of(Duration(days=days))))


@dataclass(frozen=True, slots=True, kw_only=True)
class _Words:
    """Patterns of a language; those of what stands beside a period are searched from it on."""

    change: str
    itself: str
    """What a text calls itself."""
    tells: str
    effect: str
    before: str
    """What stands behind a period that ends with the change."""
    notice_of: str
    """What stands before one."""
    after: str
    """What stands behind a period that begins when we tell of the change; "(?!)" where it stands before it."""
    told_before: str = "(?!)"
    theirs: str
    """What says that the readers tell of something, or may do it."""
    working: str


_WORDS = {
    "en": _Words(
        change=r"\b(?:chang|amend|modif|updat|revis|alter)\w*|\bnew version",
        itself=r"\b(?:policy|policies|terms|statement|notice|agreement|conditions|declaration|document|version)\b",
        tells=r"\b(?:tell|inform|notif|announc|publish|post|let you know|warn|advis|communicat|e-?mail)\w*"
        r"|\b(?:writ|contact|hear)\w*|\bnotice\b(?! board)|\b(?:send|give) you\b",
        effect=r"\b(?:tak(?:e|es|ing) effect|effective|appl(?:y|ies)|(?:come|go|enter)\w* (?:in)?to (?:force|effect)"
        r"|binding)\b",
        before=r"\s*(?:\w+ ){0,2}?(?:before|beforehand|prior to|in advance|ahead|earlier)\b"
        r"|['’]?s?['’]? (?:(?:prior|advance|written|clear) )*notice\b",
        notice_of=r"\bnotice(?: period)?(?:(?: \w+){0,6}? (?:is|will be))?(?: of)?"
        r"(?: (?:at least|no less than|not less than|minimum))?\s*\Z",
        after=r"\s*(?:after|following|from|of)\b.{0,50}?"
        r"\b(?:publi|post|announc|notif|inform|notice|tell|told|e-?mail|sent|send)",
        theirs=r"\byou (?:can|may|must|should|have to|need to|could)\b|\b(?:tell|inform|notify|contact) us\b"
        r"|\blet us know\b|\b(?:if|unless|when) you\b(?!.*,)",
        working=r"\b(?:working|business) (?=days?\b)",
    ),
    "fr": _Words(
        change=r"\b(?:modif|chang|amend|révis|adapt|actualis)\w*|\bmis\w* à jour|\bnouvelle version",
        itself=r"\b(?:politique|conditions|déclaration|charte|avis|notice|document|contrat|version)\b",
        tells=r"\b(?:inform|averti|préven|préavis|annon[cç]|notifi|communi|publi|avis[eo]|signal|écri|envo|contact|affich)\w*"
        r"|\bfai\w* (?:part|savoir)|\bprévien\w*|\bmise? en ligne",
        effect=r"\b(?:entr\w+ en vigueur|s['’]appliqu\w+|pren\w+ effet|prend effet|applicables?|effective)\b",
        before=r"\s*(?:\w+ ){0,2}?(?:avant|à l['’]avance|d['’]avance|au préalable|plus tôt|de préavis|auparavant)\b",
        notice_of=r"\bpréavis (?:est )?(?:d[e'’]\s?)?(?:(?:au moins|minimum) )?(?:d[e'’]\s?)?\Z",
        after=r"\s*(?:après|suivant|qui suivent|à (?:compter|partir|dater) d|dès)"
        r".{0,50}?(?:publi|annon[cç]|notifi|inform|communic|en ligne|envo|affich)",
        theirs=r"\bvous (?:pouvez|devez|pourrez|devrez|avez)\b|\bsi vous\b(?!.*,)"
        r"|\bnous (?:en )?(?:informer|avertir|prévenir|aviser|écrire|contacter)\b"
        r"|\b(?:informez|prévenez|avertissez|contactez|écrivez)-nous\b",
        working=r" (?:ouvrables?|ouvrés?)\b",
    ),
    "nl": _Words(
        change=r"\b(?:wijzig|gewijzigd|verander|aanpass|aangepast|herzie|bijgewerkt|bijwerk|actualis)\w*"
        r"|\bnieuwe versie",
        itself=r"\w*(?:beleid|voorwaarden|verklaring|kennisgeving|overeenkomst|document|versie)\b",
        tells=r"\b(?:laten|laat)\b.*\bweten\b|\b(?:informer|geïnformeerd|meld|mede?del|meegedeeld|kondig|aankondig"
        r"|aangekondigd|bericht|publice|gepubliceerd|waarschuw|mail|schrijv|sturen|brengen|verwittig|bekend|hoor)\w*"
        r"|\bop de hoogte\b|\bin kennis\b",
        effect=r"\b(?:in werking|van kracht|van toepassing|geld(?:t|en)|ingaan|gaa[nt]?\b.*\bin|ingang)\b",
        before=r"\s*(?:\w+ ){0,2}?(?:van tevoren|tevoren|vooraf|voordat|vóór|voor (?:de|het|dat|die|een|zij|ze)"
        r"|op voorhand|voorafgaand\w*|eerder)\b",
        notice_of=r"\b(?:termijn|aankondiging|kennisgeving|vooraankondiging) van"
        r"(?: (?:ten minste|minstens|minimaal))?\s*\Z",
        after=r"\s*(?:na(?:dat)?|vanaf)\b.{0,50}?(?:publi|aankondig|bekend|kennisgeving|meld|medede|bericht|e-?mail)",
        theirs=r"\bu (?:kunt|moet|dient|mag)\b|\b(?:kunt|moet|mag) u\b|\b(?:als|indien) u\b(?!.*,)"
        r"|\bons\b.{0,30}\b(?:weten|informeren|melden|in kennis)\b",
        working=r"\bwerk(?=dag)",
    ),
    "de": _Words(
        change=r"\b(?:\w*änder|geändert|anpass|angepasst|überarbeit|aktualis)\w*|\bneue\w? (?:Fassung|Version)",
        itself=r"\w*(?:erklärung|richtlinie|bedingungen|hinweise?n?|agb|fassung|vertrag|dokument|version)\b",
        tells=r"\b(?:unterricht|inform|mitteil|mitgeteilt|kündig|ankündig|angekündigt|bekannt|veröffentlich|benachrichtig"
        r"|schreib|hinweis|weisen|verständig|nachricht|erfahren)\w*|\bteil\w+\b.*\bmit\b|\bsenden\b",
        effect=r"\b(?:in Kraft|wirksam|gelten|gilt|Anwendung)\b",
        before=r"\s*(?:\w+ ){0,2}?(?:im Voraus|im Vorhinein|vorher|zuvor|vorab|vor|bevor)\b"
        r"|\s*(?:Vora|A)nkündigung\w*|\s*Frist\b",
        notice_of=r"\b(?:Frist|Vorlauf|Vorlaufzeit|\w*nkündigungsfrist)(?: von)?(?: (?:mindestens|wenigstens))?\s*\Z",
        after=r"\s*(?:nach(?:dem)?|ab)\b.{0,50}?"
        r"(?:veröffentlich|bekannt|ankündig|angekündigt|mitteil|benachrichtig|zugang|inform)",
        theirs=r"\bSie (?:können|müssen|dürfen|sollten|haben)\b|\b(?:können|müssen|dürfen) Sie\b"
        r"|\bSie uns\b|\b(?:wenn|falls) Sie\b(?!.*,)|\buns\b.{0,30}\b(?:mitteil|informier|benachrichtig)",
        working=r"\b(?:Werk|Arbeits)(?=tag)",
    ),
    "ar": _Words(
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
    "ja": _Words(
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
}  # fmt: skip
_CLAUSE = re.compile(r"[;؛；]\s*")


def is_about_changes(heading: str, language: str) -> bool:
    """Whether a heading says that what stands below it is about changes to the text."""
    words = _WORDS.get(language.partition("-")[0])
    return words is not None and _tells_of_changes(heading, words)


def notice_promised(text: str, language: str, *, of_changes: bool) -> Iterator[Promise]:
    """The periods of notice that a block promises; `of_changes`: whether it stands where changes are spoken of."""
    words, table = _WORDS.get(language.partition("-")[0]), table_for(language)
    if words is None or table is None or not re.search(words.tells, text, re.IGNORECASE):
        return
    before = of_changes
    for sentence in SENTENCE.split(" ".join(text.split()) if table.spaced else text):
        about = before or _tells_of_changes(sentence, words)
        for clause in _CLAUSE.split(sentence) if about else ():
            yield from _in_clause(clause, language, words)
        before = of_changes or _tells_of_changes(sentence, words)


def _tells_of_changes(sentence: str, words: _Words) -> bool:
    return all(re.search(each, sentence, re.IGNORECASE) for each in (words.change, words.itself))


def _in_clause(clause: str, language: str, words: _Words) -> Iterator[Promise]:
    if not re.search(words.tells, clause, re.IGNORECASE):
        return
    counted = re.sub(words.working, "", clause, flags=re.IGNORECASE)
    for amount, said in amounts_said(counted, language):
        at = counted.find(said)
        if amount[0] is not Duration or at < 0:
            continue
        head, tail = counted[:at], counted[at + len(said) :]
        if re.search(words.theirs, head, re.IGNORECASE):
            continue  # "you can object until 14 days before"
        effect = re.search(words.effect, clause, re.IGNORECASE)
        ends = re.match(words.before, tail, re.IGNORECASE) or re.search(words.notice_of, head, re.IGNORECASE)
        begins = re.match(words.after, tail, re.IGNORECASE) or re.search(words.told_before, head, re.IGNORECASE)
        if ends or (begins and effect):
            yield Promise(amount=amount, said=said, working=counted != clause)
