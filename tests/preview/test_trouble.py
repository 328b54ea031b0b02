"""How problems are shown in a browser."""

from __future__ import annotations

import re
from html import unescape

from healthsite.preview.board import Trouble
from healthsite.preview.trouble import MOST, nothing_yet, trouble_dialog
from healthsite.problems import Location, Problem, Severity

EVIL = "`</template><script>alert('1')</script>&amp;\""


def dialog(*problems: Problem, message: str = "") -> str:
    """The dialog about these *problems*, or that *message*."""
    return trouble_dialog(Trouble(problems, message), "/-/trouble.css")


def words(html: str) -> str:
    """What somebody reads of *html*, white space folded."""
    return " ".join(unescape(re.sub(r"<[^>]+>", " ", html)).split())


def test_a_problem_is_told_with_its_place_and_its_hint() -> None:
    """File, line, column, message, hint, severity and rule; what is quoted is shown as code."""
    html = dialog(Problem(Location("content/a.md", 3, 7), "broken-link", "there is no page `b.md`", "write `c.md`"))
    assert "<code>b.md</code>" in html
    assert words(html).startswith("1 error The page behind this is the last that could be built.")
    assert "content/a.md , line 3, column 7 there is no page b.md write c.md error · broken-link" in words(html)


def test_a_place_without_a_line_is_the_whole_file() -> None:
    """And without a hint there is none."""
    html = dialog(Problem(Location("content/a.md"), "file", "this file cannot be read"))
    assert "content/a.md this file cannot be read error · file" in words(html)
    assert 'class="hint"' not in html


def test_errors_stand_before_warnings() -> None:
    """They are what must be mended; among themselves, all keep their order."""
    warning = Problem(Location("a.md"), "x", "first", severity=Severity.WARNING)
    html = dialog(warning, Problem(Location("b.md"), "x", "second"), Problem(Location("c.md"), "x", "third"))
    assert re.findall("first|second|third", html) == ["second", "third", "first"]
    assert "2 errors, 1 warning" in html


def test_very_many_problems_are_not_all_shown() -> None:
    """The others are counted."""
    html = dialog(*(Problem(Location(f"{number}.md"), "x", "no") for number in range(MOST + 2)))
    assert html.count("<li ") == MOST
    assert f"{MOST + 2} errors" in html
    assert "And 2 more; the terminal lists them all." in html


def test_what_an_author_wrote_is_shown_and_never_obeyed() -> None:
    """A file's name, a message, a hint, a rule and the words of a crash cannot end the dialog or run."""
    told = dialog(Problem(Location(EVIL, 1), EVIL, EVIL, EVIL)), dialog(message=EVIL)
    for html in told:
        assert EVIL in unescape(html)
        assert "<script" not in html
        assert html.count("</template>") == 1
        assert "alert('" not in html


def test_an_error_without_problems_is_told_in_its_words() -> None:
    """As for a disk that is full, or a bug."""
    html = dialog(message="the disk is full\n\nand so on")
    assert "The site could not be built" in html
    assert "<pre>the disk is full\n\nand so on</pre>" in html


def test_before_there_is_a_site_a_page_says_so() -> None:
    """It is whole, and has the style sheet of the preview."""
    html = nothing_yet("/-/trouble.css")
    assert "The site has not been built yet." in html
    assert html.startswith("<!doctype html>")
    assert html.endswith("</body>\n</html>\n")
