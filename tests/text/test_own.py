"""Marks of what the dialect itself put into the tree."""

from __future__ import annotations

from xml.etree.ElementTree import Element, SubElement

from healthsite.text.own import mark, marked, unmark


def test_what_is_marked_is_known() -> None:
    """A mark says what the element is; an author's element has none, whatever its class."""
    assert marked(mark(Element("div"), "embed")) == "embed"
    assert marked(Element("div", {"class": "embed"})) == ""


def test_marks_are_taken_off() -> None:
    """Nothing of a mark reaches a page, at any depth, and all else stays."""
    root = mark(Element("div", {"class": "a"}), "one")
    below = mark(SubElement(SubElement(root, "p"), "a", {"href": "#"}), "two")
    unmark(root)
    assert (root.attrib, below.attrib) == ({"class": "a"}, {"href": "#"})
