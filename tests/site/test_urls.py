from urllib.parse import urljoin

import pytest
from hypothesis import given
from hypothesis import strategies as st
from inforce.site import urls

PLACES = st.lists(st.sampled_from(["en", "fr", "privacy", "v1", "history", "changes", "1-2"]), max_size=4).map(
    lambda parts: "".join(f"{part}/" for part in parts)
)


@pytest.mark.parametrize(
    ("here", "there", "expected"),
    [
        ("", "", "./"),
        ("", "en/privacy/", "en/privacy/"),
        ("en/privacy/", "", "../../"),
        ("en/privacy/", "en/privacy/", "./"),
        ("en/privacy/", "en/privacy/v1/", "v1/"),
        ("en/privacy/v1/", "fr/privacy/v1/", "../../../fr/privacy/v1/"),
        ("en/privacy/v1/", "en/privacy/", "../"),
        ("en/privacy/v1/", "api/v1/privacy/1/en/r1.json", "../../../api/v1/privacy/1/en/r1.json"),
        ("404.html", "en/privacy/", "en/privacy/"),
    ],
)
def test_a_link_goes_up_no_further_than_it_must(here: str, there: str, expected: str) -> None:
    assert urls.relative(here, there) == expected


@given(PLACES, PLACES, st.sampled_from(["", "policies/", "a/b/"]))
def test_a_relative_link_leads_there_under_any_base(here: str, there: str, base: str) -> None:
    root = f"https://example.org/{base}"
    assert urljoin(root + here, urls.relative(here, there)) == root + there


def test_the_way_of_the_design() -> None:
    assert urls.in_force("en", "privacy") == "en/privacy/"
    assert urls.version("fr", "privacy", 3) == "fr/privacy/v3/"
    assert urls.version("fr", "privacy", None) == "fr/privacy/draft/"
    assert urls.history("en", "privacy") == "en/privacy/history/"
    assert urls.changes("en", "privacy", 1, 3) == "en/privacy/changes/1-3/"
    assert urls.changes("en", "privacy", 3, None) == "en/privacy/changes/3-draft/"
    assert urls.since("en", "privacy") == "en/privacy/since/"
    assert urls.of_site("en", "cookies") == "en/cookies/"
    assert urls.summary("privacy", 2, "en", 1) == "api/v1/privacy/2/en/r1.json"
