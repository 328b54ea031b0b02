"""The job that makes a page: what it makes, what it finds, and what its key depends on."""

from __future__ import annotations

import os
import pickle
import subprocess
import sys
from dataclasses import replace

import pytest
from jinja2 import TemplateNotFound

from healthsite.artifact import Anchored
from healthsite.pages.body import Body, Embed, Target, Word
from healthsite.pages.care import CareView
from healthsite.pages.frame import NO_THEME, Frame
from healthsite.pages.page import Head, Link, Page
from healthsite.problems import Location
from healthsite.rendering.job import Settings, key_of, render
from healthsite.rendering.templates import Template, Templates

FRAME = Frame(
    title="Testing",
    language="en",
    locale="",
    origin="https://testing.example",
    theme=NO_THEME,
    publisher="",
    contact=None,
    home="/",
    feed="/feed.xml",
    manifest="/manifest.webmanifest",
    search="/search/",
    saved_pages="/offline/",
    my_routine="",
    navigation=(Link("Topics", "/topics/"),),
    help=None,
    footer=(),
)
TEMPLATES = {
    "page.html": "{% from 'link.html' import link %}<h1>{{ view.title }}</h1>{{ body.html }}{{ link(view) }}",
    "bare.html": "{{ frame.title }}: {{ head.title }}: {{ body }}",
    "contents.html": "{% for id, html in body.contents %}<a href='#{{ id }}'>{{ html }}</a>{% endfor %}",
    "link.html": "{% macro link(to) %}<a href='{{ to.href }}'>{{ to.title }}</a>{% endmacro %}",
    "embeds/care.html": "<div id='care-{{ view.slug }}'>{{ view.title }}</div>",
    "embeds/exercise.html": "{{ view.title }}",
}
BODY = Body(
    path="content/articles/back.md",
    first_line=9,
    text="## Signs\n\nA disc.[^nhs] See [legs](legs.md#signs).\n\n/// care | back\n///\n",
    links=(Target("legs.md", "/articles/legs/"),),
    words=(Word("disc", ("disc",), "/glossary/#disc"),),
    citations=("nhs",),
    embeds=(Embed("care", "back", CareView("back", "Get help", ())),),
)
PAGE = Page("/articles/back/", "page.html", Head("Back", "", "", (), "{}"), Link("Back & <neck>", "/x/"), BODY)


def settings(**changed: str) -> Settings:
    """The settings of a build; *changed* are templates by their names, with ``__`` for a slash and no suffix."""
    texts = {**TEMPLATES, **{f"{name.replace('__', '/')}.html": text for name, text in changed.items()}}
    all_of_them = tuple(Template(name, f"templates/{name}", text) for name, text in texts.items())
    return Settings(frame=FRAME, templates=Templates(all_of_them), assets=(("css/main.css", "/css/main.1a.css"),))


def html(made_with: Settings, page: Page = PAGE) -> str:
    return (render(made_with, page).content or b"").decode()


def test_a_page_is_its_view_in_its_template() -> None:
    """What a view holds is escaped, the body is poured in as it is."""
    made = html(settings())
    assert made.startswith('<h1>Back &amp; &lt;neck&gt;</h1><h2 id="signs">Signs</h2>\n<p>A <a class="term"')
    assert made.endswith("<a href='/x/'>Back &amp; &lt;neck&gt;</a>")


def test_a_page_without_a_text() -> None:
    """Templates see the frame, the head, and no body where there is none."""
    artifact = render(settings(), replace(PAGE, template="bare.html", body=None))
    assert artifact.content == b"Testing: Back: None"
    assert artifact.path == "articles/back/index.html"


def test_cards_are_drawn_by_their_templates() -> None:
    """A block in the text becomes what its template makes of its view."""
    assert "<div id='care-back'>Get help</div>" in html(settings())


def test_the_contents_are_the_second_level_headings() -> None:
    """Smaller headings and those of blocks are not in the list; signs in it are escaped once, marks left out."""
    text = "## Pins & needles\n\n### Why\n\n/// do\n- walk\n///\n\n## *Both* legs"
    page = replace(PAGE, template="contents.html", body=replace(BODY, text=text))
    assert html(settings(), page) == (
        "<a href='#pins-needles'>Pins &amp; needles</a><a href='#both-legs'>Both legs</a>"
    )


def test_static_files_are_asked_for_by_name() -> None:
    """A template names a static file, and gets where it is published."""
    page = replace(PAGE, template="bare.html", body=None)
    assert html(settings(bare="{{ asset('css/main.css') }}"), page) == "/css/main.1a.css"


def test_the_ids_and_addresses_of_a_page_are_found() -> None:
    """Each id and each address of the site is found once, in order; other sites and plain text are left out."""
    text = (
        '<p id="a"><a href="/x/">x</a><a href="#a">y</a><a href="/x/">z</a><img src="/y&amp;z.png">'
        '<a href="https://x.example/">w</a> id="b" href="/no/" <i data-id="c" title="href=/no/"></i></p>'
    )
    findings = render(settings(bare=text), replace(PAGE, template="bare.html", body=None)).findings
    assert findings.ids == ("a",)
    assert findings.hrefs == ("/x/", "#a", "/y&z.png")


def test_links_to_anchors_keep_their_place() -> None:
    """What only the whole site can judge goes with the artifact."""
    assert render(settings(), PAGE).findings.anchored == (
        Anchored("#source-nhs", Location("content/articles/back.md", 11, 10)),
        Anchored("/articles/legs/#signs", Location("content/articles/back.md", 11, 26)),
    )


def test_problems_of_the_text_go_with_the_page() -> None:
    """What is wrong with a text is told with its place, and the page is made all the same."""
    artifact = render(settings(), replace(PAGE, body=replace(BODY, text="Some <b>bold</b>.")))
    assert [str(problem.location) for problem in artifact.findings.problems] == [
        "content/articles/back.md:9:6",
        "content/articles/back.md:9:13",
    ]
    assert b"&lt;b&gt;" in (artifact.content or b"")


@pytest.mark.parametrize(
    ("template", "said"),
    [
        ("a\n\n{{ nope }}", "templates/page.html:3: error: 'nope' is undefined [template]"),
        ("a\n{{ view.nope }}", "templates/page.html:2: error: 'healthsite.pages.page.Link object' has no attribute"),
        ("{{ asset('no.css') }}", "templates/page.html:1: error: there is no static file `no.css` [template]"),
        ("a\n{{ 'x'|nope }}", "templates/page.html:2: error: no filter named 'nope'"),
        ("a\n{{ 1 / 0 }}", "templates/page.html:2: error: division by zero [template]"),
        ("{% from 'link.html' import nope %}\n{{ nope() }}", "templates/page.html:2: error: the template 'link.html'"),
    ],
)
def test_mistakes_in_a_template_are_told_at_its_line(template: str, said: str) -> None:
    """What goes wrong in a template is a problem of the template, and the page is empty."""
    artifact = render(settings(page=template), PAGE)
    (problem,) = artifact.findings.problems
    assert str(problem).startswith(said)
    assert artifact.content == b""


def test_mistakes_in_a_component_are_told_at_the_component() -> None:
    """The innermost template is the one to mend."""
    artifact = render(settings(link="{% macro link(to) %}\n{{ to.nope }}\n{% endmacro %}"), PAGE)
    assert [str(problem.location) for problem in artifact.findings.problems] == ["templates/link.html:2"]


def test_mistakes_in_the_template_of_a_card_are_told_there() -> None:
    """A card that cannot be drawn is a problem of the card's template."""
    artifact = render(settings(embeds__care="a\n{{ view.nope }}"), PAGE)
    assert [str(problem.location) for problem in artifact.findings.problems] == ["templates/embeds/care.html:2"]
    assert artifact.content == b""


def test_a_template_sees_its_arguments_only() -> None:
    """A component does not see the view of the page that uses it."""
    artifact = render(settings(link="{% macro link(to) %}{{ view.title }}{% endmacro %}"), PAGE)
    assert [problem.message for problem in artifact.findings.problems] == ["'view' is undefined"]


def test_a_page_without_its_template_is_a_bug() -> None:
    """What no author can mend keeps its traceback."""
    with pytest.raises(TemplateNotFound):
        render(settings(), replace(PAGE, template="pages/none.html"))


def test_rendering_is_pure() -> None:
    """The same page gives the same bytes and findings again, whatever was rendered in between."""
    first = render(settings(), PAGE)
    render(settings(), replace(PAGE, body=replace(BODY, text="## Signs\n\n/// inset\n[^1]\n\n[^1]: x")))
    render(settings(page="other"), PAGE)
    assert render(settings(), PAGE) == first


def test_a_page_and_its_artifact_cross_processes() -> None:
    """Settings, pages and artifacts are plain values that can be sent to another process."""
    made_with, page = pickle.loads(pickle.dumps((settings(), PAGE)))  # noqa: S301 - our own bytes
    artifact = render(made_with, page)
    assert pickle.loads(pickle.dumps(artifact)) == render(settings(), PAGE)  # noqa: S301 - our own bytes


CHANGES = {
    "its address": (settings(), replace(PAGE, url="/articles/neck/")),
    "its view": (settings(), replace(PAGE, view=Link("Neck", "/x/"))),
    "its head": (settings(), replace(PAGE, head=replace(PAGE.head, title="Neck"))),
    "whether it has a text": (settings(), replace(PAGE, body=None)),
    "its text": (settings(), replace(PAGE, body=replace(BODY, text="Other."))),
    "where its text stands": (settings(), replace(PAGE, body=replace(BODY, first_line=10))),
    "where its links lead": (settings(), replace(PAGE, body=replace(BODY, links=(Target("legs.md", "/moved/"),)))),
    "its sources": (settings(), replace(PAGE, body=replace(BODY, citations=("who", "nhs")))),
    "its cards": (
        settings(),
        replace(PAGE, body=replace(BODY, embeds=(Embed("care", "back", CareView("back", "New", ())),))),
    ),
    "the frame": (replace(settings(), frame=replace(FRAME, title="Other")), PAGE),
    "the static files": (replace(settings(), assets=(("css/main.css", "/css/main.2b.css"),)), PAGE),
    "its template": (settings(page="other"), PAGE),
    "a component": (settings(link=TEMPLATES["link.html"] + "!"), PAGE),
    "the template of a card": (settings(embeds__care="other"), PAGE),
}


@pytest.mark.parametrize("what", CHANGES)
def test_the_key_changes_with_whatever_a_page_is_made_of(what: str) -> None:
    """Nothing that a page shows can change without its key."""
    assert key_of(*CHANGES[what]) != key_of(settings(), PAGE)


@pytest.mark.parametrize("template", ["bare", "embeds__exercise", "unused"])
def test_the_key_does_not_change_with_other_templates(template: str) -> None:
    """A template that a page is not made of leaves its key as it was."""
    assert key_of(settings(**{template: "other"}), PAGE) == key_of(settings(), PAGE)


@pytest.mark.parametrize("seed", ["0", "1", "4242"])
def test_the_key_is_the_same_in_every_process(seed: str) -> None:
    """Neither the key nor the page depends on how a process hashes its strings."""
    code = (
        "import pickle, sys; from healthsite.rendering.job import key_of, render;"
        "made_with, page = pickle.load(sys.stdin.buffer);"
        "print(key_of(made_with, page), render(made_with, page).digest)"
    )
    made = subprocess.run(
        [sys.executable, "-c", code],
        input=pickle.dumps((settings(), PAGE)),
        env={**os.environ, "PYTHONHASHSEED": seed},
        capture_output=True,
        check=True,
    )
    assert made.stdout.decode().split() == [key_of(settings(), PAGE), render(settings(), PAGE).digest]


def test_the_key_takes_any_text() -> None:
    """Text that is not whole Unicode still has a key."""
    assert len(key_of(settings(), replace(PAGE, view=Link("\ud800", "/x/")))) == 64
