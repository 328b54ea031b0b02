"""The settings of a site."""

from __future__ import annotations

from typing import Any

import pytest
from pydantic import ValidationError

from healthsite.model.config import Config


def config(**settings: Any) -> Config:
    """The least settings, with *settings* added or replaced."""
    return Config.model_validate({"title": "Ease", "base_url": "https://ease.example/", **settings})


def refused(**settings: Any) -> str:
    """What is said about *settings*."""
    with pytest.raises(ValidationError) as caught:
        config(**settings)
    return str(caught.value.errors()[0].get("ctx", {}).get("message", caught.value))


def test_a_title_and_an_address_are_enough() -> None:
    """All else has a default that suits a first site."""
    least = config()
    assert (least.page_size, least.review_every, least.language, least.preset) == (50, 24, "en-GB", "basic")


@pytest.mark.parametrize("missing", ["title", "base_url"])
def test_title_and_address_are_required(missing: str) -> None:
    """Without a name or a place there is no site."""
    settings = {"title": "Ease", "base_url": "https://ease.example/"}
    del settings[missing]
    with pytest.raises(ValidationError, match=missing):
        Config.model_validate(settings)


@pytest.mark.parametrize(
    ("written", "base_url", "base_path"),
    [
        ("https://ease.example", "https://ease.example/", ""),
        ("https://ease.example/", "https://ease.example/", ""),
        ("https://ease.example/name", "https://ease.example/name/", "/name"),
        ("http://ease.example:8000/a/b-c_d.e~f/", "http://ease.example:8000/a/b-c_d.e~f/", "/a/b-c_d.e~f"),
    ],
)
def test_the_address_may_have_a_path(written: str, base_url: str, base_path: str) -> None:
    """With or without its last slash it is the same address, and its path stands before every link."""
    found = config(base_url=written)
    assert (found.base_url, found.base_path) == (base_url, base_path)


@pytest.mark.parametrize("address", ["https://ease.example/?a=b", "https://ease.example/#top"])
def test_a_query_or_a_fragment_is_no_place(address: str) -> None:
    """Nothing can be published below a query."""
    assert refused(base_url=address) == f"`{address}` has a query or a fragment"


@pytest.mark.parametrize(
    "address",
    [
        "https:///name",
        "https://a@b.example",
        "https://ease.example:0",
        "https://ease.example:x",
        "https://eäse.example",
    ],
)
def test_the_address_has_a_host(address: str) -> None:
    """A name that every browser and every server understands, and no password."""
    assert refused(base_url=address) == f"`{address}` has no proper host"


@pytest.mark.parametrize("contact", ["editors@ease.example", "https://ease.example/form"])
def test_readers_can_report_an_error(contact: str) -> None:
    """By email or on a page."""
    assert config(contact=contact).contact == contact


@pytest.mark.parametrize("contact", ["Call us", "editors@ease", "javascript:alert(1)", "mailto:a@b.example x"])
def test_a_contact_that_leads_nowhere_is_refused(contact: str) -> None:
    """What is neither an email nor a web address could not be followed."""
    assert refused(contact=contact) == f"`{contact}` is no email or web address"


@pytest.mark.parametrize("path", ["/a%20b", "//", "/a//b", "/naïve", "/../a", "/."])
def test_the_path_is_plain(path: str) -> None:
    """A path that browsers write in two ways would break links."""
    assert refused(base_url=f"https://ease.example{path}") == f"the path `{path}` is not plain"


@pytest.mark.parametrize("language", ["en", "en-GB", "de-CH-1996", "gsw"])
def test_languages_are_tags(language: str) -> None:
    """A language is written as in HTML."""
    assert config(language=language).language == language


@pytest.mark.parametrize("language", ["English", "e", "en_GB", "EN", "en-", ""])
def test_other_names_of_languages_are_refused(language: str) -> None:
    """A name that a screen reader does not know is refused."""
    assert refused(language=language) == f"`{language}` is not a language tag"


@pytest.mark.parametrize("settings", [{"page_size": 4}, {"page_size": 501}, {"page_size": "50"}, {"preset": "strict"}])
def test_settings_have_bounds(settings: dict[str, object]) -> None:
    """A page of a list holds 5 to 500 items, and a preset is one of those that exist."""
    with pytest.raises(ValidationError, match=next(iter(settings))):
        config(**settings)


def test_unknown_settings_are_refused() -> None:
    """A misspelt setting is no setting."""
    with pytest.raises(ValidationError, match="page_sise"):
        config(page_sise=50)


def test_places_to_get_help_have_neutral_names() -> None:
    """Where the site does not say its readers' number, no country's number is shown."""
    names = config(care={"emergency_number": "112"}).care
    assert names.emergency_number == "112"
    assert not any(sign.isdigit() for sign in "".join(config().care.model_dump().values()))


@pytest.mark.parametrize("setting", ["error", "warning", "off", False])
def test_rules_have_settings(setting: object) -> None:
    """A rule is an error, a warning, or off; YAML's plain `off` counts."""
    assert config(rules={"headings": setting}).rules == (("headings", setting or "off"),)


def test_other_settings_of_a_rule_are_refused() -> None:
    """The message names the rule."""
    assert refused(rules={"headings": "quiet"}) == "`quiet` is no setting of the rule `headings`"
