"""Which templates there are, what each is made of, and what is said about broken ones."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

import pytest

from healthsite.disk import MOST_BYTES
from healthsite.problems import InvalidSite, Problem
from healthsite.rendering.templates import Template, Templates, load_templates
from healthsite.shipped import shipped

PAGES = {
    "base.html": "<title>{% include 'frame/head.html' %}</title>{% block main %}{% endblock %}",
    "frame/head.html": "head",
    "pages/article.html": "{% extends 'base.html' %}{% from 'components/card.html' import card %}{{ card() }}",
    "pages/topic.html": "{% extends 'base.html' %}{% import 'components/list.html' as lists %}{{ lists.items() }}",
    "pages/bare.html": "nothing",
    "components/card.html": "{% from 'components/dose.html' import dose %}{% macro card() %}{{ dose() }}{% endmacro %}",
    "components/dose.html": "{% macro dose() %}{% endmacro %}",
    "components/list.html": "{% macro items() %}{% endmacro %}",
}


def write(root: Path, files: Mapping[str, str | bytes]) -> Path:
    for name, content in files.items():
        file = root / "templates" / name
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_bytes(content if isinstance(content, bytes) else content.encode())
    return root


def templates(files: dict[str, str]) -> Templates:
    return Templates(tuple(Template(name, f"templates/{name}", text) for name, text in files.items()))


def problems(own: Path, tmp_path: Path) -> list[Problem]:
    with pytest.raises(InvalidSite) as caught:
        load_templates(write(tmp_path / "shipped", {"base.html": "base"}), own)
    return list(caught.value.problems)


def test_own_templates_stand_in_front_of_shipped_ones(tmp_path: Path) -> None:
    """A site replaces a template by one of the same name, file by file, and may add some."""
    shipped_ones = write(tmp_path / "shipped", {"base.html": "shipped", "pages/plain.html": "shipped"})
    own = write(tmp_path / "own", {"pages/plain.html": "own", "pages/new.html": "own"})
    assert load_templates(shipped_ones, own).all == (
        Template("base.html", "templates/base.html", "shipped"),
        Template("pages/new.html", "templates/pages/new.html", "own"),
        Template("pages/plain.html", "templates/pages/plain.html", "own"),
    )


def test_a_site_needs_no_templates_of_its_own(tmp_path: Path) -> None:
    """Where there is no site, or none of its own templates, the shipped ones serve."""
    shipped_ones = write(tmp_path / "shipped", {"base.html": "shipped"})
    assert [template.name for template in load_templates(shipped_ones, tmp_path / "none").all] == ["base.html"]
    assert [template.name for template in load_templates(shipped_ones, None).all] == ["base.html"]


def test_what_is_no_template_is_left_out(tmp_path: Path) -> None:
    """Only files that end in ``.html`` are templates."""
    root = write(tmp_path, {"base.html": "x", "notes.txt": "{% broken", "base.html~": "{% broken"})
    assert [template.name for template in load_templates(root, None).all] == ["base.html"]


def test_the_shipped_templates_are_sound() -> None:
    """Every shipped template can be parsed and refers to shipped ones only; the pages are among them."""
    names = {template.name for template in load_templates(shipped(), None).all}
    assert {"base.html", "pages/article.html", "embeds/care.html", "embeds/exercise.html"} <= names


@pytest.mark.parametrize(
    ("changed", "pages"),
    [
        ("components/dose.html", {"pages/article.html"}),
        ("components/card.html", {"pages/article.html"}),
        ("components/list.html", {"pages/topic.html"}),
        ("frame/head.html", {"pages/article.html", "pages/topic.html"}),
        ("base.html", {"pages/article.html", "pages/topic.html"}),
        ("pages/bare.html", {"pages/bare.html"}),
    ],
)
def test_a_change_reaches_exactly_the_pages_that_use_it(changed: str, pages: set[str]) -> None:
    """A new text gives another digest to the pages made of it, through any number of others, and to no more."""
    before, after = templates(PAGES).digests, templates({**PAGES, changed: PAGES[changed] + "!"}).digests
    assert {name for name in before if before[name] != after[name] and name.startswith("pages/")} == pages


def test_a_template_beside_changes_nothing() -> None:
    """A template that nobody uses leaves every digest as it was."""
    before, after = templates(PAGES).digests, templates({**PAGES, "components/new.html": "new"}).digests
    assert {name: after[name] for name in before} == before


def test_digests_do_not_depend_on_the_order_of_files() -> None:
    """The same templates in another order have the same digests."""
    assert templates(dict(reversed(PAGES.items()))).digests == templates(PAGES).digests


def test_templates_may_use_each_other() -> None:
    """Two templates that refer to each other have digests too, and share their changes."""
    circle = {"a.html": "{% include 'b.html' %}", "b.html": "{% include 'a.html' %}", "c.html": ""}
    before, after = templates(circle).digests, templates({**circle, "b.html": circle["b.html"] + "!"}).digests
    assert (before["a.html"] == after["a.html"], before["c.html"] == after["c.html"]) == (False, True)


def test_a_template_that_cannot_be_parsed(tmp_path: Path) -> None:
    """A syntax error is told at the template's own line."""
    own = write(tmp_path / "own", {"pages/plain.html": "<p>\n\n{% if %}</p>"})
    (problem,) = problems(own, tmp_path)
    assert str(problem) == (
        "templates/pages/plain.html:3: error: "
        "this is not a template: Expected an expression, got 'end of statement block' [template]"
    )
    assert problem.length == 0


def test_a_block_that_is_not_closed(tmp_path: Path) -> None:
    """What is left open is told by its template."""
    own = write(tmp_path / "own", {"pages/plain.html": "{% if x %}\ny"})
    (problem,) = problems(own, tmp_path)
    assert problem.message.startswith("this is not a template: Unexpected end of template.")


def test_a_reference_to_nothing(tmp_path: Path) -> None:
    """A template that is referred to and is not there is told where it is referred to."""
    own = write(tmp_path / "own", {"pages/plain.html": "{% extends 'base.html' %}\n{% include 'none.html' %}"})
    (problem,) = problems(own, tmp_path)
    assert str(problem) == "templates/pages/plain.html:2: error: there is no template `none.html` [template]"


def test_a_template_that_is_no_text(tmp_path: Path) -> None:
    """Bytes that are not UTF-8 are told at their line."""
    (problem,) = problems(write(tmp_path / "own", {"pages/plain.html": b"one\ncaf\xe9"}), tmp_path)
    assert str(problem) == "templates/pages/plain.html:2: error: this is not UTF-8 text [encoding]"
    assert problem.hint == "save it again as UTF-8"


def test_a_template_that_leads_out_of_the_site(tmp_path: Path) -> None:
    """A template that is a link to a file elsewhere is a problem of the template's, and is not read."""
    (tmp_path / "secret.html").write_text("secret", "utf-8")
    own = write(tmp_path / "own", {"a.html": "a"})
    (own / "templates" / "b.html").symlink_to(tmp_path / "secret.html")
    assert {problem.location.path for problem in problems(own, tmp_path)} == {"templates/b.html"}


def test_a_template_that_is_too_large(tmp_path: Path) -> None:
    """A template that nobody can have written by hand is not read."""
    (problem,) = problems(write(tmp_path / "own", {"big.html": b" " * (MOST_BYTES + 1)}), tmp_path)
    assert problem.location.path == "templates/big.html"


def test_a_template_that_is_nested_too_deeply(tmp_path: Path) -> None:
    """A template beyond what can be parsed is a problem, not a crash."""
    deep = "{% if x %}" * 2_000 + "{% endif %}" * 2_000
    (problem,) = problems(write(tmp_path / "own", {"deep.html": deep}), tmp_path)
    assert str(problem) == "templates/deep.html: error: this is nested too deeply [template]"


def test_all_broken_templates_are_told_at_once(tmp_path: Path) -> None:
    """One broken template does not hide another, and they are sorted by their place."""
    own = write(tmp_path / "own", {"b.html": "{% x %}", "a.html": "{% include 'no.html' %}", "c.html": b"\xff"})
    assert [problem.location.path for problem in problems(own, tmp_path)] == [
        "templates/a.html",
        "templates/b.html",
        "templates/c.html",
    ]


@pytest.mark.parametrize("tag", ["{% include view.name %}", "{% extends name ~ '.html' %}", "{% import x as y %}"])
def test_a_reference_that_is_not_written_out(tmp_path: Path, tag: str) -> None:
    """It would be missing from the digest, so that a change would not reach the page; it is told at its line."""
    (problem,) = problems(write(tmp_path / "own", {"pages/plain.html": f"<p>\n{tag}"}), tmp_path)
    assert str(problem) == (
        "templates/pages/plain.html:2: error: this template includes another one by a name that is put together "
        "[template]"
    )
    assert problem.hint == "write the name out: what a page is made of must be known before it is rendered"


def test_a_reference_to_nothing_is_told_at_each_of_its_lines(tmp_path: Path) -> None:
    """Where the name stands in the text before it does not matter."""
    own = write(
        tmp_path / "own", {"pages/plain.html": "none.html\n{% include 'none.html' %}\n{% include 'none.html' %}"}
    )
    assert [problem.location.line for problem in problems(own, tmp_path)] == [2, 3]
