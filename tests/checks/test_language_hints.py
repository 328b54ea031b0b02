"""What the rules about language say to write instead."""

from __future__ import annotations

import pytest
from checks.harness import page_of

from healthsite.checks import do_dont, glossary_first, numbers, units
from healthsite.model.lexicon import Lexicon

LEXICON = Lexicon(explained=(("spinal stenosis", "Narrowed spinal canal"),))


@pytest.mark.parametrize(
    ("written", "hint"),
    [
        ("2.5 cm", "write `25 millimetres`"),
        ("1.5 hours", "write `90 minutes`"),
        ("0.01 metres", "write `1 centimetre`"),
        ("0.333 litres", "write `333 millilitres`"),
        ("10.3 seconds", "round it, as in `10 seconds`"),
        ("1 min", "write `1 minute`"),
        ("1,500 m", "write `1,500 metres`"),
        ("30-sec", "write `30 seconds`"),
        ("20minutes", "write `20 minutes`"),
    ],
)
def test_measure_comes_with_what_to_write(written: str, hint: str) -> None:
    """A measure is written out for the author, in whole numbers where a smaller unit allows it."""
    (problem,) = units.check(page_of(f"About {written} of it."), LEXICON)
    assert problem.hint == hint


@pytest.mark.parametrize(
    ("written", "hint"),
    [("ten", "write `10`"), ("Twelve", "write `12`"), ("thirty-five", "write `35`"), ("ninety", "write `90`")],
)
def test_number_word_comes_with_its_figures(written: str, hint: str) -> None:
    """A number word is turned into figures for the author."""
    (problem,) = numbers.check(page_of(f"Do this:\n\n1. {written} slow steps."), LEXICON)
    assert problem.hint == hint


@pytest.mark.parametrize(
    ("written", "hint"),
    [("10-30", "write `10 to 30`"), ("1.5 – 2", "write `1.5 to 2`"), ("5%–10%", "write `5% to 10%`")],
)
def test_range_comes_with_its_words(written: str, hint: str) -> None:
    """A range with a dash is turned into words for the author."""
    (problem,) = numbers.check(page_of(f"About {written} of them."), LEXICON)
    assert problem.hint == hint


@pytest.mark.parametrize(
    ("markdown", "hint"),
    [
        ("/// dont\n- avoid it\n- sit\n///", "leave it out: the site adds `do not`"),
        ("/// do\n- avoid it\n- sit\n///", "move it to a `dont` block"),
        ("/// dont\n- Sit still\n- stand\n///", "write `sit`"),
        ("/// do\n- rest\n///", "say it in a sentence: 2 to 7 items can be remembered"),
    ],
)
def test_item_comes_with_how_to_mend_it(markdown: str, hint: str) -> None:
    """What is wrong in a `do` or `dont` block decides how to mend it."""
    (problem,) = do_dont.check(page_of(markdown), LEXICON)
    assert problem.hint == hint


def test_medical_word_comes_with_its_plain_word() -> None:
    """The author is given the plain word with the medical one behind it."""
    (problem,) = glossary_first.check(page_of("Spinal stenosis hurts. Ask about spinal stenosis."), LEXICON)
    assert problem.hint == "write `narrowed spinal canal (spinal stenosis)`"


def test_plain_word_may_be_inflected() -> None:
    """Any form of the words of the plain term explains the medical one."""
    page = page_of("A narrowing of the spinal canal is what doctors call spinal stenosis.")
    assert list(glossary_first.check(page, LEXICON)) == []
