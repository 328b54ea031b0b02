"""Where only rules about outlines are on, texts are not read whole: what these rules find is the same."""

from __future__ import annotations

from typing import Final

import pytest
from checks.harness import CASES, Case, cases_of, problems_of
from conftest import CONFIG, SiteFolder, article
from hypothesis import given, settings
from hypothesis import strategies as st

from healthsite.checks.every import OF_OUTLINES, PROSE_RULES, TextRules, check_text
from healthsite.model.lexicon import Lexicon
from healthsite.pages.body import Body
from healthsite.rendering import job
from healthsite.text.dialect import convert

NAMES: Final = tuple(rule.RULE for rule in OF_OUTLINES)
ALL: Final = [case for name in NAMES for case in cases_of(CASES / f"{name}.md")]
PIECES: Final = (
    *("Words. ", "\n", "\n\n", "# ", "## ", "### ", "##### ", "> ", "- ", "1. ", "    ", "Twice", "here", "more"),
    *(
        "[here](a.md)",
        "[ ](a.md)",
        "[words](a.md)",
        "[](a.md)",
        "https://a.example",
        "<https://a.example>",
        "![i](b.png)",
    ),
    *(
        "[![i](b.png)](a.md)",
        "*",
        "`",
        "[^nhs]",
        "[^1]",
        "\n[^1]: Note",
        "\n/// do\n",
        "\n/// warning | Mind\n",
        "\n///\n",
    ),
    *("{: #one }", "| a | b |\n|---|---|\n| ", " | "),
)


@pytest.mark.parametrize("case", ALL, ids=lambda case: f"{case.rule}: {case.title}")
def test_a_rule_says_the_same_without_the_others(case: Case, site: SiteFolder) -> None:
    """With no rule on but the basic ones, each of its cases is found where it is written."""
    site.write({"config.yaml": CONFIG, **case.files})
    found = [str(problem) for problem in problems_of(site) if problem.rule == case.rule]
    assert found == list(case.expected)


@settings(max_examples=200, deadline=None)
@given(st.lists(st.sampled_from(PIECES), min_size=1, max_size=20).map("".join))
def test_an_outline_tells_whether_there_is_anything(text: str) -> None:
    """Whatever the text, a rule finds something in its outline if, and only if, it does in the whole."""
    body = Body("content/articles/a.md", 5, text, citations=("nhs",))
    whole, outlined = (convert(body, lambda *_: "<p>drawn</p>", outlined=outlined) for outlined in (False, True))
    assert whole.html == outlined.html
    assert not outlined.text.whole or "///" in text or not outlined.html
    for rule in set(PROSE_RULES) & set(OF_OUTLINES):
        rules = TextRules((rule.RULE,), Lexicon())
        found, seen = (list(check_text(rules, one.text, one.html)) for one in (whole, outlined))
        assert bool(found) == bool(seen), rule.RULE


@pytest.mark.parametrize(("text", "times"), [("## Fine", 1), ("## One\n\n#### Three", 2)])
def test_a_text_is_read_whole_only_where_something_is_wrong(
    text: str, times: int, site: SiteFolder, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Most texts are converted once; one with a problem a second time, for its place."""
    converted: list[str] = []

    def counted(body: Body, *args: object, **keys: object) -> object:
        converted.append(body.path)
        return convert(body, *args, **keys)  # type: ignore[arg-type]

    monkeypatch.setattr(job, "convert", counted)
    path = "content/articles/tired-legs.md"
    site.write({path: article(body=text)})
    problems = problems_of(site)
    assert converted.count(path) == times
    assert [problem.rule for problem in problems] == ["headings"] * (times - 1)
