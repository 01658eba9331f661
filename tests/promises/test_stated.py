"""A value, "there is none", "nobody knows" and "it doesn't say" are four answers, an id that isn't there a fifth."""

from __future__ import annotations

from typing import Any

import pytest
from inforce.promises.errors import CannotRead, FactUnknown, NoSuchMember, NotNamed, NotSaid
from inforce.promises.stated import Entries, Stated, summary_text
from inforce.promises.text import KeptPeriod, Right

from tests.promises.summaries import summary, unknown

WHOLE = summary_text(
    summary(
        dpo={"name": {"text": "Ada"}},
        rights=[
            {"id": "access", "contacts": ["/dpo/email"]},
            {"id": "erasure", "contacts": []},
            {"id": "objection", "contacts": []},
            {"id": "portability", "contacts": []},
        ],
        retention=[{"id": "leads", "duration": "P3Y"}, {"id": "logs"}, {"id": "files"}, {"id": "letters"}],
        unknown=[unknown("/retention/1/duration", "The vendor doesn't say."), unknown("/rights/1/contacts")],
        none=["/retention/2/duration", "/rights/2/contacts"],
    )
)


def kept() -> Entries[KeptPeriod]:
    return Entries.of(WHOLE, "retention", KeptPeriod)


def test_a_value() -> None:
    assert str(kept()["leads"].keep) == "P3Y"


def test_there_is_none() -> None:
    assert kept()["files"].keep is None


def test_nobody_knows_and_the_reason_is_told() -> None:
    with pytest.raises(FactUnknown) as caught:
        _ = kept()["logs"].keep
    assert caught.value.reason == "The vendor doesn't say."
    assert str(caught.value) == (
        "privacy, version 1 (en): retention[\"logs\"].keep isn't known. The policy's reason: “The vendor doesn't say.”"
    )


def test_it_does_not_say() -> None:
    with pytest.raises(NotSaid) as caught:
        _ = kept()["letters"].keep
    assert str(caught.value) == 'privacy, version 1 (en): retention["letters"].keep: the policy doesn\'t say.'


def test_a_list_has_the_same_four_answers() -> None:
    rights = Entries.of(WHOLE, "rights", Right)
    assert rights["access"].contacts == ("/dpo/email",)
    assert rights["objection"].contacts == ()
    with pytest.raises(FactUnknown):
        _ = rights["erasure"].contacts
    with pytest.raises(NotSaid):
        _ = rights["portability"].contacts


def test_an_id_that_is_not_there() -> None:
    with pytest.raises(NotNamed) as caught:
        kept()["lead"]
    assert 'names no retention["lead"]. Did you mean "leads"? It names: leads, logs, files, letters.' in str(
        caught.value
    )
    assert isinstance(caught.value, LookupError)
    assert "lead" not in kept()
    assert list(kept()) == ["leads", "logs", "files", "letters"]
    with pytest.raises(NotNamed, match="It names: none"):
        Entries.of(WHOLE, "recipients", Stated)["access"]


def test_a_part_says_in_a_message_what_it_is() -> None:
    assert repr(kept()) == "<retention of privacy, version 1 (en): leads, logs, files, letters>"
    assert len(repr(Entries(kept().whole, "cookies", {str(n): kept()["leads"] for n in range(400)}))) < 100
    assert repr(kept()["leads"]) == '<retention["leads"] of privacy, version 1 (en)>'


def test_another_format_is_not_read() -> None:
    with pytest.raises(CannotRead, match="inforce-summary-2"):
        summary_text(summary(format="inforce-summary-2"))


def test_any_other_place_has_the_same_four_answers() -> None:
    members: dict[str, Any] = {
        "liability": {"label": {"text": "Harm"}, "excluded": []},
        "cookies": [{"id": "a", "data": ["log"]}],
    }
    stated = Stated(
        summary_text(summary(**members, unknown=[unknown("/law")], none=["/dpo", "/liability/excluded"])), "", members
    )
    assert stated.value("liability/label/text") == "Harm"
    assert stated.value("cookies/0/data") == ["log"]
    assert stated.value("liability/excluded") == []
    assert stated.value("dpo") is stated.value("dpo/email") is None
    for path, error in {
        "law": FactUnknown,
        "law/label": FactUnknown,
        "courts/0": NotSaid,
        "cookies/0/path": NotSaid,
        "cookies/1": NotSaid,
    }.items():
        with pytest.raises(error, match=path.replace("/", r"\.")):
            stated.value(path)
    for path in ("cookies/x", "cookies/0/id/x", "dpo/emial", "law/lable", "cookies/0/lifetme", ""):
        with pytest.raises(NoSuchMember):
            stated.value(path)
    cookie = Stated(stated.whole, "/cookies/0", members["cookies"][0])
    with pytest.raises(NoSuchMember, match=r'/cookies/0 has no "lifetme"\. Did you mean "lifetime"\?'):
        cookie.value("lifetme/kind")


def test_what_a_later_summary_has_is_read() -> None:
    members = {"later": {"text": "New"}}
    assert Stated(summary_text(summary(**members)), "", members).value("later/text") == "New"
