"""What ends something on a device: the browser that is closed, or the visitor who deletes it."""

from __future__ import annotations

import pytest
from inforce.model.cookies import LifetimeKind
from inforce.rules.readings.ends import ends_said

CLOSED, DELETED = {LifetimeKind.SESSION}, {LifetimeKind.UNTIL_DELETED}


@pytest.mark.parametrize(
    ("language", "text", "ends"),
    [
        ("en", "keeps you signed in until you close your browser", CLOSED),
        ("en-GB", "until the browser is closed", CLOSED),
        ("en", "until the end of your session", CLOSED),
        ("fr", "jusqu’à la fermeture du navigateur", CLOSED),
        ("fr", "jusqu’à ce que vous fermiez l’onglet", CLOSED),
        ("nl", "tot u uw browser sluit", CLOSED),
        ("de", "bis Sie den Browser schließen", CLOSED),
        ("de", "bis zum Ende der Sitzung", CLOSED),
        ("ar", "حتى تغلق المتصفح", CLOSED),
        ("ja", "ブラウザーを閉じるまで", CLOSED),
        ("en", "until you delete it", DELETED),
        ("fr", "jusqu’à ce que vous le supprimiez", DELETED),
        ("nl", "tot u het verwijdert", DELETED),
        ("de", "bis Sie es löschen", DELETED),
        ("ar", "إلى أن تحذفها", DELETED),
        ("ja", "お客様が削除するまで", DELETED),
        ("en", "until you delete it or close your browser", CLOSED | DELETED),
        ("en", "until you close your browser or delete it", CLOSED | DELETED),
        ("fr", "jusqu’à ce que vous fermiez le navigateur ou le supprimiez", CLOSED | DELETED),
        ("en", "until you delete your account", set()),
        ("fr", "jusqu’à ce que vous supprimiez votre compte", set()),
        ("ja", "当館が削除するまで", set()),
        ("en", "stays when you close your browser", set()),
        ("en", "for 13 months", set()),
        ("it", "fino alla chiusura del browser", set()),
    ],
)
def test_ends(language: str, text: str, ends: set[LifetimeKind]) -> None:
    assert {kind for kind, _ in ends_said(text, language)} == ends
