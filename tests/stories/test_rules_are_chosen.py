"""Which rules a site is held to: a preset, a setting of its own for each, and reasons on single pages."""

from __future__ import annotations

import pytest
from conftest import CONFIG, SiteFolder, article

from healthsite.checks.every import RULES
from healthsite.problems import InvalidConfig, InvalidSite, Problem

HEALTH = f"{CONFIG}preset: health\n"
LONG = f"Rest {'and rest ' * 10}until the evening.\n\nIt cures tired legs."
"""A sentence that is too long, in the second line of a text, and a promise."""
PAGE = "content/articles/tired-legs.md"


def said_of(site: SiteFolder, rule: str) -> list[str]:
    """What *rule* says of the site, whether it stops the build or not."""
    return [str(problem) for problem in found_in(site) if problem.rule == rule]


def found_in(site: SiteFolder) -> list[Problem]:
    """All problems of the site."""
    try:
        return list(site.check().problems)
    except InvalidSite as invalid:
        return list(invalid.problems)


def test_a_small_site_about_anything_hears_nothing(site: SiteFolder) -> None:
    """With the preset `basic`, which is the default, nobody is told how to write."""
    assert site.write({PAGE: article(body=LONG)}).build(strict=True).problems == ()
    site.write({"config.yaml": f"{CONFIG}preset: basic\n"})
    assert site.build(strict=True).problems == ()


def test_a_health_site_is_held_to_more(site: SiteFolder) -> None:
    """With the preset `health`, the same pages are not fit to be published, and nothing is."""
    site.write({"config.yaml": HEALTH, PAGE: article(body=LONG)})
    rules = {problem.rule for problem in site.problems()}
    assert {"sentence-length", "sections", "care-cards", "policy-pages"} <= rules
    assert all(RULES[rule].PRESET == "health" for rule in rules)
    assert not site.out.exists()


@pytest.mark.parametrize(
    ("setting", "severities"),
    [("warning", {"warning"}), ("error", {"error"}), ('"off"', set())],
)
def test_a_rule_has_the_severity_that_the_config_gives_it(site: SiteFolder, setting: str, severities: set[str]) -> None:
    """`rules: {name: warning}` lets an error pass, `error` stops at a warning, and `off` hears neither."""
    for rule in ("sections", "sentence-length"):
        site.write({"config.yaml": f"{HEALTH}rules: {{{rule}: {setting}}}\n", PAGE: article(body=LONG)})
        assert {problem.severity.value for problem in found_in(site) if problem.rule == rule} == severities


def test_a_rule_can_be_turned_on_alone(site: SiteFolder) -> None:
    """A site of the preset `basic` may choose a rule of the other; as a warning it does not stop the build."""
    site.write({"config.yaml": f"{CONFIG}rules: {{sentence-length: warning}}\n", PAGE: article(body=LONG)})
    outcome = site.build()
    assert [str(problem) for problem in outcome.problems] == [
        f"{PAGE}:9:1: warning: this sentence has 24 words [sentence-length]"
    ]
    assert site.build().problems == outcome.problems
    with pytest.raises(InvalidSite):
        site.build(strict=True)


def test_turning_a_rule_on_finds_what_was_rendered_before(site: SiteFolder) -> None:
    """Pages in the cache are read again for a rule that is new to them, and are the same when it goes."""
    site.write({PAGE: article(body=LONG)}).build()
    before = site.published()
    site.write({"config.yaml": f"{CONFIG}rules: {{sentence-length: warning}}\n"})
    assert len(site.build().problems) == 1
    site.write({"config.yaml": CONFIG})
    assert site.build().problems == ()
    assert site.published() == before


def test_a_structural_rule_can_be_turned_down(site: SiteFolder) -> None:
    """A broken anchor is an error unless the site says that it is a warning."""
    site.write({PAGE: article(body="See [below](#nowhere).")})
    (said,) = said_of(site, "broken-anchor")
    assert " error: there is no heading or place `#nowhere`" in said
    site.write({"config.yaml": f"{CONFIG}rules: {{broken-anchor: warning}}\n"})
    assert [problem.severity.value for problem in site.build().problems] == ["warning"]


def test_a_page_may_have_a_reason(site: SiteFolder) -> None:
    """`ignore` keeps one rule quiet on one page, and no other rule and no other page."""
    ignoring = article(body=LONG, ignore='{sentence-length: "a quotation of a law"}')
    site.write({"config.yaml": HEALTH, PAGE: ignoring, "content/articles/other.md": article("Other", LONG)})
    assert [line.partition(":")[0] for line in said_of(site, "sentence-length")] == ["content/articles/other.md"]
    assert PAGE in {line.partition(":")[0] for line in said_of(site, "sections")}
    assert said_of(site, "unused-ignore") == []


@pytest.mark.parametrize(
    ("rule", "said"),
    [
        ("sentence-length", "`sentence-length` finds nothing here to ignore"),
        ("sentence-lenght", "there is no rule `sentence-lenght`"),
    ],
)
def test_a_reason_that_is_not_needed_is_told(site: SiteFolder, rule: str, said: str) -> None:
    """An `ignore` that keeps nothing quiet, or names no rule, is a warning at its place."""
    site.write({PAGE: article(ignore=f'{{{rule}: "it was long once"}}')})
    (problem,) = site.build().problems
    assert str(problem) == f"{PAGE}:7:10: warning: {said} [unused-ignore]"


def test_a_rule_that_is_none_is_told(site: SiteFolder) -> None:
    """A misspelt rule in config.yaml is told with what was meant: else nobody would notice that it does not run."""
    with pytest.raises(InvalidConfig) as caught:
        site.write({"config.yaml": f"{CONFIG}rules: {{sentence-lenght: warning}}\n"}).build()
    (problem,) = caught.value.problems
    assert str(problem).startswith("config.yaml:3:9: error: ")
    assert "`sentence-length`" in problem.hint
