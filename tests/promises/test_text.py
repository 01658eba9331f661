"""What a summary says can be asked for by properties, each of them a member of the published contract."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import Any

import pytest
from inforce.contract import models
from inforce.promises import parts, text
from inforce.promises.errors import FactUnknown, NoAnswer, NotNamed, NotSaid
from inforce.promises.stated import Stated
from inforce.promises.text import PolicyText, policy_text
from pydantic import BaseModel

from tests.promises.summaries import cookie, summary, unknown


def said(**members: Any) -> PolicyText:
    return policy_text(summary(**members), datetime(2027, 1, 1, tzinfo=UTC))


def test_criteria_are_quoted_where_no_duration_decides() -> None:
    period = said(retention=[{"id": "list", "criteria": {"text": "until you leave"}}]).retention["list"]
    with pytest.raises(NotSaid, match="It gives criteria instead: “until you leave”"):
        _ = period.keep
    assert period.criteria == "until you leave"


def test_parties() -> None:
    policy = said(
        controller={"name": {"text": "Marram"}, "address": {"lines": ["12 Gorse Lane", "Ireland"]}},
        unknown=[unknown("/controller/email")],
        none=["/dpo"],
    )
    assert policy.controller is not None
    assert policy.controller.name == "Marram"
    assert policy.controller.address == ("12 Gorse Lane", "Ireland")
    assert policy.dpo is None
    with pytest.raises(FactUnknown, match=r"controller\.email isn't known"):
        _ = policy.controller.email
    with pytest.raises(NotSaid, match=r"controller\.phone: the policy doesn't say"):
        _ = policy.controller.phone
    with pytest.raises(NotSaid):
        _ = policy.authority


def test_a_cookie_on_the_line() -> None:
    flags = said(cookies=[cookie("a", "a", http_only=True, path="/"), cookie("b", "b")], none=["/cookies/1/path"])
    assert (flags.cookies["a"].http_only, flags.cookies["a"].path, flags.cookies["b"].path) == (True, "/", None)
    with pytest.raises(NotSaid, match=r'cookies\["b"\]\.host_only'):
        _ = flags.cookies["b"].host_only


def test_what_a_transfer_rests_on() -> None:
    transfers = [{"id": "us", "country": "US", "safeguard": "scc"}]
    found = said(recipients=[{"id": "crm", "transfers": transfers}, {"id": "post"}], none=["/recipients/1/transfers"])
    assert found.recipients["crm"].safeguards == ("scc",)
    assert found.recipients["post"].safeguards == ()


@pytest.mark.parametrize("member", ["retention", "cookies", "recipients", "purposes", "rights", "courts"])
def test_a_list_of_entries_has_four_answers_too(member: str) -> None:
    assert dict(getattr(said(none=[f"/{member}"]), member)) == {}
    assert list(getattr(said(**{member: [{"id": "a"}]}), member)) == ["a"]
    with pytest.raises(FactUnknown):
        getattr(said(unknown=[unknown(f"/{member}")]), member)
    with pytest.raises(NotSaid):
        getattr(said(), member)


VISITS = cookie("visits", "_v_", match="prefix", pattern="^_v_.*$", consent_required=True)
COOKIES = said(
    cookies=[cookie("session", "sid"), VISITS, cookie("basket", "sid", type="local_storage"), cookie("beacon")],
    unknown=[unknown("/cookies/3/name")],
).cookies


@pytest.mark.parametrize(
    ("name", "type_", "ids"),
    [
        ("sid", None, ["session", "basket"]),
        ("sid", "cookie", ["session"]),
        ("sid", "local_storage", ["basket"]),
        ("_v_2027", None, ["visits"]),
    ],
)
def test_cookies_by_name(name: str, type_: str | None, ids: list[str]) -> None:
    assert [each.body["id"] for each in COOKIES.named(name, type_)] == ids


@pytest.mark.parametrize(
    ("name", "type_", "message"),
    [
        ("sidd", None, 'names no cookie "sidd". It knows no name of: beacon.'),
        ("x_v_", None, 'names no cookie "x_v_"'),
        ("_v_1", "pixel", 'names no cookie of type pixel "_v_1". It has one of type cookie.'),
    ],
)
def test_a_cookie_that_is_not_in_the_policy(name: str, type_: str | None, message: str) -> None:
    with pytest.raises(NotNamed) as caught:
        COOKIES.named(name, type_)
    assert message in str(caught.value)


def test_a_name_that_nobody_knows_fits_no_name() -> None:
    assert not COOKIES["beacon"].fits("")
    with pytest.raises(FactUnknown):
        _ = COOKIES["beacon"].pattern


@pytest.mark.parametrize(
    ("lifetime", "kind", "life"),
    [
        ({"kind": "session"}, "session", None),
        ({"kind": "until_deleted"}, "until_deleted", None),
        ({"kind": "duration", "duration": "P13M", "max_age_s": 34164000}, "duration", "P13M"),
    ],
)
def test_how_long_a_cookie_lives(lifetime: dict[str, Any], kind: str, life: str | None) -> None:
    found = said(cookies=[cookie("one", "one", lifetime=lifetime)]).cookies["one"]
    assert found.lifetime_kind == kind
    assert (str(found.lifetime) if found.lifetime else None) == life


def test_nothing_kept() -> None:
    found = said(cookies=[cookie("one", "one")], none=["/cookies/0/lifetime"]).cookies["one"]
    assert (found.lifetime, found.lifetime_kind) == (None, None)


def test_a_cookie_that_ends_and_nobody_says_when() -> None:
    found = said(cookies=[cookie("one", "one", lifetime={"kind": "duration"})])
    assert found.cookies["one"].lifetime_kind == "duration"
    with pytest.raises(NotSaid, match=r'cookies\["one"\]\.lifetime: the policy'):
        _ = found.cookies["one"].lifetime
    asked = said(
        cookies=[cookie("one", "one", lifetime={"kind": "duration"})], unknown=[unknown("/cookies/0/lifetime/duration")]
    )
    with pytest.raises(FactUnknown):
        _ = asked.cookies["one"].lifetime
    none = said(cookies=[cookie("one", "one", lifetime={})])
    for member in ("lifetime", "lifetime_kind"):
        with pytest.raises(NotSaid):
            getattr(none.cookies["one"], member)


MEMBERS = {"keep": "duration", "lifetime_kind": "lifetime", "safeguards": "transfers"}
"""Properties that aren't called as what they read in the summary."""
MODELS: dict[type[Stated], type[BaseModel]] = {
    text.KeptPeriod: models.Period,
    text.Cookie: models.PublishedCookie,
    text.Recipient: models.PublishedRecipient,
    text.Purpose: models.PublishedPurpose,
    text.Right: models.PublishedRight,
    parts.Party: models.Party,
    text.PolicyText: models.Summary,
    parts.Answer: models.Answer,
    parts.Described: models.Described,
    parts.Act: models.PublishedAct,
    parts.Term: models.PublishedTerm,
}


def test_every_part_is_held_against_its_model() -> None:
    parts = {part for part in vars(text).values() if isinstance(part, type) and issubclass(part, Stated)}
    assert parts - {Stated} == MODELS.keys()


@pytest.mark.parametrize("part", MODELS, ids=lambda part: part.__name__)
def test_each_property_is_a_member_of_the_contract(part: type[Stated]) -> None:
    """A member that is renamed would be "not said" for ever, and no test would notice."""
    properties = [name for name, member in vars(part).items() if isinstance(member, property)]
    assert len(properties) > 1
    for name in properties:
        assert MEMBERS.get(name, name) in MODELS[part].model_fields, name


@pytest.mark.parametrize("part", MODELS, ids=lambda part: part.__name__)
def test_each_property_reads_the_member_of_its_name(part: type[Stated]) -> None:
    """Where the one member that it is called after is unknown, it says so: no property reads another's."""
    required = {"id", "policy", "version", "revision", "language", "consent_epoch"}
    lists = {name for name, field in MODELS[part].model_fields.items() if str(field.annotation).startswith("list")}
    for name in (name for name, member in vars(part).items() if isinstance(member, property)):
        member = MEMBERS.get(name, name)
        if (
            member in required | (lists if part is PolicyText else set()) or name == "pattern"
        ):  # which falls back on the name
            continue
        whole = said(unknown=[unknown(f"/x/{member}" if part is not PolicyText else f"/{member}")])
        stated = whole if part is PolicyText else part(whole.whole, "/x", {})
        with pytest.raises(NoAnswer) as caught:
            getattr(stated, name)
        assert isinstance(caught.value, FactUnknown), name
