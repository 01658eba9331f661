"""What ends something on a device, in words that give no period: that the browser or the tab is closed, or that the
visitor deletes it."""

from __future__ import annotations

import re
from collections.abc import Iterator

from inforce.model.cookies import LifetimeKind
from inforce.model.values import Duration
from inforce.rules.readings.passages import amounts_said
from inforce.rules.readings.plain import plain

# Words as `plain` leaves them, so "ss" for "ß".
_NEAR, _NEXT = r"[^.;:,()]{0,40}?", r"[^.;:,()]{0,25}?"
_CLOSED = {
    "en": rf"\buntil {_NEAR}\b(?:clos(?:e|es|ed|ing)\b{_NEXT}\b(?:browser|tab|window)"
    rf"|(?:browser|tab|window)s? (?:is|are|has been) closed)|\buntil {_NEXT}\bsession (?:ends|is over)"
    rf"|\b(?:until|at) the end of (?:the|your|each) (?:browser )?session",
    "fr": rf"\bjusqu'(?:à|au){_NEAR}\b(?:fermeture|fermiez|fermé)\b{_NEXT}\b(?:navigateur|onglet|fenêtre)"
    rf"|\bjusqu'à{_NEXT}\bfin de (?:la |votre |chaque )?session",
    "nl": rf"\btot(?:dat)? {_NEAR}\b(?:browser|tabblad|venster)\b{_NEXT}\b(?:sluit|gesloten|afsluit)"
    rf"|\btot (?:bij )?(?:het|de) (?:sluiten|afsluiten) van (?:de|het|uw|je) (?:browser|tabblad|venster)"
    rf"|\btot (?:het )?einde van (?:de|uw|je|elke) (?:browser)?sessie",
    "de": rf"\bbis {_NEAR}\b(?:browser|tab|fenster)s?\b{_NEXT}\b(?:schliess|geschlossen|beend)"
    r"|\bbis zum (?:schliessen|beenden) (?:des|ihres) (?:browser|tab|fenster)"
    r"|\bbis zum ende (?:der|ihrer|jeder) (?:browser-?)?(?:sitzung|session)",
    "ar": rf"(?:حتى|إلى أن|إلى) {_NEAR}(?:تغلق|إغلاق|يغلق)\b{_NEXT}(?:المتصفح|متصفحك|علامة التبويب|النافذة)"
    r"|(?:حتى|إلى) (?:نهاية|انتهاء) (?:ال)?جلسة",
    "ja": r"(?:ブラウザー?|タブ|ウィンドウ)(?:を|が)(?:閉じる|閉じられる|終了する)(?:とき|時)?まで"
    r"|(?:ブラウザー?|セッション)(?:の|が)?終了(?:する)?(?:とき|時)?まで",
}
_DELETED = {
    "en": rf"\buntil {_NEAR}\byou (?:{_NEXT}\b)?(?:delete|remove|erase|clear) (?:it|them|this|these)\b",
    "fr": rf"\bjusqu'à ce que {_NEAR}(?:\b(?:le|la|les) |\bl')(?:supprimiez|effaciez)\b",
    "nl": rf"\btot(?:dat)? {_NEAR}\b(?:het|ze|hem|deze|die) (?:zelf )?(?:verwijdert|wist|verwijderd hebt)\b",
    "de": rf"\bbis sie {_NEAR}\b(?:es|sie|ihn|diese[ns]?) (?:selbst )?(?:löschen|entfernen|gelöscht haben)\b",
    "ar": rf"(?:حتى|إلى أن) {_NEXT}(?:تحذفه|تحذفها|تحذفهما|تحذفهم|تمسحه|تمسحها|تزيله|تزيلها)\b",
    "ja": r"(?:お客様|利用者|ご自身|ユーザー)(?:が|で)(?:自ら|これを|それを)?"
    r"(?:削除|消去)(?:する|される|なさる)(?:とき|時)?まで",
}
_KINDS = ((LifetimeKind.SESSION, _CLOSED), (LifetimeKind.UNTIL_DELETED, _DELETED))


def ends_said(text: str, language: str) -> Iterator[tuple[LifetimeKind, str]]:
    """Each of the two ends that a text names, with the words that name it. Both, where either ends it."""
    folded, tongue = plain(text), language.partition("-")[0]
    for kind, words in _KINDS:
        if tongue in words and (found := re.search(words[tongue], folded)):
            yield kind, found[0]


def another_end(kind: LifetimeKind | None, text: str, language: str) -> str | None:
    """The words that name the one end of something, where it has another. What lasts for a period may be deleted before
    that is over, and what a text gives a period may end with it."""
    ends = dict(ends_said(text, language)) if kind is not None else {}
    if len(ends) != 1 or kind in ends:
        return None
    (named, said), *_ = ends.items()
    if kind is LifetimeKind.DURATION and (named is not LifetimeKind.SESSION or _gives_a_period(text, language)):
        return None
    return said


def _gives_a_period(text: str, language: str) -> bool:
    return any(amount[0] is Duration for amount, _ in amounts_said(text, language))
