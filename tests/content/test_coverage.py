"""Nothing of the text this site began with gets lost: ``coverage.yaml`` says where each item stands, or why not."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Final

import pytest
import yaml

from healthsite.model.library import Library
from healthsite.reading.read import read

REPOSITORY: Final = Path(__file__).resolve().parents[2]


@dataclass(frozen=True)
class Item:
    """An entry of ``coverage.yaml``: what must stand in which files, or why it is left out."""

    item: str
    where: Sequence[str] = ()
    says: Sequence[str] = ()
    left_out: str = ""

    @property
    def key(self) -> str:
        """Its key in the inventory: ``L163`` of ``L163 a few centimetres``."""
        return self.item.split()[0].rstrip(",")


def _sections() -> Mapping[str, list[Item]]:
    written = yaml.safe_load(Path(__file__).with_name("coverage.yaml").read_text("utf-8"))
    return {name: [Item(**entry) for entry in entries] for name, entries in written.items()}


def _numbered(letter: str, last: int, digits: int = 2) -> str:
    return " ".join(f"{letter}{number:0{digits}}" for number in range(1, last + 1))


def _lines(numbers: str) -> str:
    return " ".join(f"L{number}" for number in numbers.split())


SECTIONS: Final = _sections()
EXPECTED: Final = {
    "exercises": _numbered("E", 39),
    "techniques": _numbered("T", 4, digits=1),
    "activities": _numbered("A", 13),
    "habits": _lines(
        "7 44 46 48 50 52 54 56 58 60 62 152 153 154 155 163 164 165 170 172 314 315 316 331 554",
    ),
    "warnings": _lines("38 40 60 85 89 297 315 318 365 367 379 382 384 478 479 480 481 482 483 484 486"),
    "numbers": _lines(
        "13 14 15 16 22 24 32 34 50 52 70 74 79 85 89 91 93 99 105 111 113 119 123-124 127 131 135 154 163 164 "
        "305-307 341 367 382 398 407 426 466 478-484 492 502 510 520 522 530 536 544 546 548 552",
    ),
    "dangling": _numbered("D", 47),
    "articles": (
        "muscle-tension-and-back-pain ways-to-relax-a-tight-muscle exercises-for-your-back lying-down-stretches "
        "habits-for-a-comfortable-back heavy-legs piriformis-syndrome piriformis-syndrome-treatment "
        "lumbar-osteoarthritis lumbar-osteoarthritis-treatment medicines-and-injections home-remedies-and-rubs "
        "spinal-decompression decompression-exercises-at-home desk-stretches recovery-after-exercise exercise-safely"
    ),
    "body-regions": (
        "neck shoulders chest upper-back lower-back abdomen hips groin buttocks thighs calves feet-ankles whole-body"
    ),
    "conditions": (
        "low-back-pain muscle-tension piriformis-syndrome sciatica slipped-disc lumbar-osteoarthritis heavy-legs "
        "varicose-veins desk-stiffness muscle-soreness neck-tension"
    ),
    "glossary": (
        "osteoarthritis facet-joint intervertebral-disc slipped-disc nerve-root-pain sciatica piriformis-muscle "
        "sacroiliac-joint sit-bone greater-trochanter hold-relax nsaid epidural-injection denervation chondroitin "
        "compression-garment intermittent-claudication deep-vein-thrombosis varicose-veins osteochondrosis "
        "exercise-ball cauda-equina-syndrome scoliosis kyphosis lordosis spinal-stenosis foramina collagen "
        "electrophoresis traction physiotherapist chiropractor doms"
    ),
    "routines": f"{_numbered('R', 5, digits=1)} before-bed piriformis-area",
}
"""The keys of the inventory, section by section."""

NEVER_AS_THEY_ARE: Final = ("Q06", "Q10", "Q14", "Q20", "Q24", "Q26", "Q35", "Q36", "Q38")
"""The claims that would do the most harm if a page repeated them."""


@pytest.fixture(scope="module")
def library() -> Library:
    """All that the repository's content holds."""
    return read(REPOSITORY).library


@cache
def _text(path: str) -> str:
    return " ".join((REPOSITORY / path).read_text("utf-8").split())


@pytest.mark.parametrize("item", [item for items in SECTIONS.values() for item in items], ids=lambda item: item.item)
def test_item_stands_where_it_belongs_or_is_left_out_for_a_reason(item: Item) -> None:
    """All that an item says stands in each of its files; what stands in no file has a reason."""
    if item.left_out:
        assert not item.where
        assert not item.says
        assert len(item.left_out) >= 10
        return
    assert item.where
    assert item.says
    lost = defaultdict(list)
    for path in item.where:
        for words in item.says:
            if not re.search(words, _text(path), re.IGNORECASE):
                lost[path].append(words)
    assert lost == {}


@pytest.mark.parametrize("section", EXPECTED)
def test_every_item_of_the_inventory_is_accounted_for(section: str) -> None:
    """No exercise, habit, warning, number or gap of the inventory is missing from ``coverage.yaml``."""
    assert set(EXPECTED[section].split()) - {item.key for item in SECTIONS[section]} == set()


def test_every_questionable_claim_is_in_the_ledger(library: Library) -> None:
    """The claims ledger holds all 50 claims."""
    assert [claim.slug for claim in library.claims] == _numbered("Q", 50).split()


@pytest.mark.parametrize("claim", NEVER_AS_THEY_ARE)
def test_the_most_harmful_claims_have_phrases_that_guard_them(library: Library, claim: str) -> None:
    """The wording of each of them is on the list of phrases that no page may use."""
    assert claim in {phrase.claim for phrase in library.lexicon.phrases}
