"""How bad the findings of rules are, and which of them an author has a reason to ignore."""

from __future__ import annotations

from collections.abc import Iterable

import pytest
from conftest import CONFIG, TODAY, SiteFolder, article

from healthsite.checks.judge import is_on, judged, unused_ignores
from healthsite.model.config import Config
from healthsite.model.site import Site
from healthsite.problems import Location, Problem, Severity
from healthsite.reading.read import read

OWN = "content/articles/tired-legs.md"
OTHER = "content/topics/legs.md"
KNOWN = ("headings", "lists", "sentence-length")


def problem(rule: str, path: str = OWN, severity: Severity = Severity.ERROR) -> Problem:
    """Something that *rule* found."""
    return Problem(Location(path, 9, 1), rule, "something is wrong", severity=severity)


def site_of(folder: SiteFolder, rules: str = "{}", ignore: str = "{}") -> Site:
    """The site in that folder, with those `rules` in its config.yaml and that `ignore` in its article."""
    folder.write({"config.yaml": f"{CONFIG}rules: {rules}\n", OWN: article(ignore=ignore)})
    contents = read(folder.root, rules=KNOWN)
    return Site.of(contents.config, contents.library, TODAY)


def verdicts(site: Site, *problems: Problem) -> list[tuple[str, str]]:
    """The rule and the severity of what is left of *problems*."""
    return [(left.rule, left.severity.value) for left in judged(site, problems, KNOWN)]


def unused(site: Site, problems: Iterable[Problem]) -> list[tuple[str, str]]:
    """What is said of each `ignore` that is not needed, and its hint."""
    return [(str(found), found.hint) for found in unused_ignores(site, problems, KNOWN)]


def test_a_rule_has_its_own_severity_where_nothing_else_is_said(site: SiteFolder) -> None:
    """The findings of a rule may be errors and warnings at once."""
    found = (problem("lists"), problem("lists", severity=Severity.WARNING))
    assert verdicts(site_of(site), *found) == [("lists", "error"), ("lists", "warning")]


@pytest.mark.parametrize("severity", list(Severity))
@pytest.mark.parametrize(("setting", "left"), [("error", ["error"]), ("warning", ["warning"]), ('"off"', [])])
def test_config_decides_how_bad_a_finding_is(
    site: SiteFolder, setting: str, left: list[str], severity: Severity
) -> None:
    """Whatever severity the rule gave it, and for that rule only."""
    found = verdicts(site_of(site, f"{{lists: {setting}}}"), problem("lists", severity=severity), problem("headings"))
    assert found == [*(("lists", setting) for setting in left), ("headings", "error")]


def test_a_reason_keeps_a_rule_quiet_on_its_page(site: SiteFolder) -> None:
    """Neither other pages nor other rules profit from it."""
    found = (problem("lists"), problem("lists", OTHER), problem("headings"))
    assert list(judged(site_of(site, ignore="{lists: a table of doses}"), found, KNOWN)) == list(found[1:])


def test_what_is_no_rule_cannot_be_turned_off(site: SiteFolder) -> None:
    """A mistake in the Markdown is told, whatever a page says that it ignores."""
    assert verdicts(site_of(site, ignore="{broken-link: it is gone}"), problem("broken-link")) == [
        ("broken-link", "error")
    ]


def test_a_reason_that_is_needed_is_not_told(site: SiteFolder) -> None:
    """Also where the rule finds more than one thing."""
    assert unused(site_of(site, ignore="{lists: why}"), [problem("lists"), problem("lists")]) == []


@pytest.mark.parametrize("found", [[], [problem("headings")], [problem("lists", OTHER)]], ids=len)
def test_a_reason_that_keeps_nothing_quiet_is_told(site: SiteFolder, found: list[Problem]) -> None:
    """What another rule finds there, or the same rule elsewhere, is no reason; it is a warning at its place."""
    assert unused(site_of(site, ignore="{lists: why}"), found) == [
        (f"{OWN}:7:10: warning: `lists` finds nothing here to ignore [unused-ignore]", "remove this line")
    ]


@pytest.mark.parametrize(
    ("name", "hint"), [("list", "did you mean `lists`?"), ("xyz", "remove this line")], ids=["like one", "like none"]
)
def test_a_reason_for_no_rule_is_told(site: SiteFolder, name: str, hint: str) -> None:
    """With the rule that may be meant, and the name underlined."""
    (found,) = unused_ignores(site_of(site, ignore=f"{{{name}: why}}"), [problem("lists")], KNOWN)
    assert (str(found), found.hint) == (f"{OWN}:7:10: warning: there is no rule `{name}` [unused-ignore]", hint)
    assert found.length == len(name)


def test_each_reason_is_judged_alone(site: SiteFolder) -> None:
    """Of several, those that are not needed are told, each at its place."""
    told = unused(site_of(site, ignore="{lists: a, headings: b, sentence-length: c}"), [problem("headings")])
    assert [line.partition(" finds")[0] for line, _ in told] == [
        f"{OWN}:7:10: warning: `lists`",
        f"{OWN}:7:33: warning: `sentence-length`",
    ]


@pytest.mark.parametrize(
    ("preset", "setting", "basic", "health"),
    [
        ("basic", "", True, False),
        ("health", "", True, True),
        ("basic", "warning", True, True),
        ("basic", "off", False, False),
        ("health", "off", False, False),
    ],
)
def test_which_rules_run(preset: str, setting: str, basic: bool, health: bool) -> None:  # noqa: FBT001 - the answers
    """Those of the preset, those that config.yaml names, and none that it turns off."""
    chosen = {"lists": setting} if setting else {}
    config = Config.model_validate({"title": "A", "base_url": "https://a.example/", "preset": preset, "rules": chosen})
    assert (is_on(config, "lists", "basic"), is_on(config, "lists", "health")) == (basic, health)
