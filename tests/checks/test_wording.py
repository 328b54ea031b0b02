"""Finding the wording of a list, and what the site's own list finds."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Final

import pytest

from healthsite.checks.wording import Wordings, starts_of, wordings_of
from healthsite.model.lexicon import Lexicon, Phrase
from healthsite.reading.data_files import read_lexicon

SITE: Final = Path(__file__).parents[2]

MUST_NOT: Final = {
    "Q01": "Spasm is the main cause of many diseases.",
    "Q02": "Tense muscles press on nerve roots.",
    "Q03": "If you feel better, the exercises are safe for you.",
    "Q04": "Back pain comes first of all from sitting.",
    "Q05": "Low back pain is caused by osteoarthritis.",
    "Q06": "Osteoarthritis is not difficult to cure.",
    "Q07": "In stage 1 the cartilage dries out.",
    "Q08": "In stage 3 surgery will be required.",
    "Q09": "Exercises are done only in hospital.",
    "Q10": "Put the support on for 14-16 hours a day.",
    "Q11": "A chiropractor puts it back in place.",
    "Q12": "Stretching is absolutely safe if you have no injuries.",
    "Q13": "This is a workout for your internal organs.",
    "Q14": "Do this exercise for calves that swell from sitting.",
    "Q15": "Hanging returns the spine to normal.",
    "Q16": "The laser destroys part of the disc.",
    "Q17": "A cool bath prevents soreness.",
    "Q18": "The blood will return back to the heart.",
    "Q19": "Doctors recognise it at once.",
    "Q20": "Find the posterior superior iliac spine.",
    "Q22": "Muscle relaxants relieve the spasm.",
    "Q23": "Vasodilators restore the flow of blood.",
    "Q24": "Signs are numb toes, and limping after a walk.",
    "Q25": "See a doctor at any discomfort.",
    "Q26": "Phenylbutazone is often prescribed.",
    "Q27": "Have up to 3 injections a year.",
    "Q28": "Chondroitin rebuilds worn cartilage.",
    "Q29": "Denervation ends the pain.",
    "Q30": "The diseased joint is replaced.",
    "Q31": "These habits prevent varicose veins.",
    "Q32": "Wear heels for at most 4 hours a day.",
    "Q33": "Roll firmly over the varicose veins.",
    "Q34": "Soak your feet every evening.",
    "Q35": "Bay leaf perfectly relieves a spasm.",
    "Q36": "Even a long spasm can be ended at home, and spasms go at home.",
    "Q37": "Take ibuprofen when it hurts.",
    "Q38": "Put horseradish on your back overnight.",
    "Q39": "Chamomile ointment relieves pain well.",
    "Q40": "Rub in melted badger fat.",
    "Q41": "Magnetic therapy improves the flow of blood.",
    "Q42": "Acupuncture works.",
    "Q43": "Sleep on a firm mattress.",
    "Q44": "Swimming is without equal.",
    "Q45": "Relaxing is as important as warming up.",
    "Q46": "Damp and cold cause spasms.",
    "Q47": "Crunching is normal.",
    "Q48": "Stress is a main cause of tension.",
    "Q49": "Begin only when the swelling has gone down.",
    "Q50": "Press firmly up the spine.",
}
"""What the source text says, by its entry in the ledger of questionable claims."""

SHOWN_AS: Final = (
    "Muscle tension is one thing that can come with back pain.",
    "Feeling better after 1 or 2 days is a good sign, not proof.",
    "Osteoarthritis cannot be cured, but symptoms can be managed.",
    "A few people are offered surgery, and surgery is rarely needed.",
    "NICE says do not offer corsets, so you do not need to wear a corset.",
    "No good evidence shows that manual therapy puts a bone back in place.",
    "Do not stretch a calf that is newly swollen.",
    "Hanging may feel good, but there is no proof that it returns the spine to normal.",
    "A cool bath may ease next-day soreness.",
    "There is no single test.",
    "A doctor may prescribe a muscle relaxant for a short time.",
    "Trials have not shown that it rebuilds cartilage.",
    "We found no good evidence that any habit prevents varicose veins.",
    "A rule of thumb says to wear heels for no more than 4 hours a day.",
    "Roll gently, and do not roll over varicose veins.",
    "We found no good evidence that bay leaf eases pain.",
    "Ask a pharmacist before you take ibuprofen.",
    "Guidelines differ on whether acupuncture works.",
    "Medium-firm mattresses did better than firm ones.",
    "Massage the muscles on both sides, and do not press on the spine.",
    "A strain is an injury of a muscle.",
    "Long-lasting (chronic) pain has many causes.",
    "The United States Food and Drug Administration warned of it.",
    "No exercise cures osteoarthritis, and there is no known cure.",
    "A broken bone heals in weeks, and many a slipped disc settles.",
)
"""How the site may say it."""


@pytest.fixture(scope="module")
def shipped() -> Lexicon:
    """The site's own list."""
    lexicon, problems = read_lexicon(SITE, [])
    assert not problems
    return lexicon


@pytest.mark.parametrize(("claim", "text"), MUST_NOT.items(), ids=MUST_NOT)
def test_claims_of_the_ledger_are_found(shipped: Lexicon, claim: str, text: str) -> None:
    """The wording of each questionable claim breaks the entry that guards it."""
    assert claim in {entry.claim for entry, _ in wordings_of(shipped).broken_by(text)}


@pytest.mark.parametrize("text", SHOWN_AS)
def test_honest_wording_passes(shipped: Lexicon, text: str) -> None:
    """What the ledger says to show instead breaks nothing."""
    assert [words for _, words in wordings_of(shipped).broken_by(text)] == []


@pytest.mark.parametrize(
    "text",
    [
        "It isn’t so, e.g. for Nurofen & co.",
        "NHS-approved exercises of the cruciate root, seen in Krasnodar.",
        "PATIENTS SUFFER FROM ARTHROSIS, or else.",
        "Utilise a fitball prior to the strain, at the color center.",
    ],
)
def test_the_quick_look_misses_nothing(shipped: Lexicon, text: str) -> None:
    """Every entry whose pattern matches is found, by whatever letters it begins."""
    expected = {
        entry.pattern
        for entry in shipped.phrases
        if re.search(rf"(?<!\w)(?:{entry.pattern})(?!\w)", text, re.IGNORECASE)
        and not (entry.unless and re.search(rf"(?<!\w)(?:{entry.unless})(?!\w)", text, re.IGNORECASE))
    }
    assert len(expected) >= 3
    assert {entry.pattern for entry, _ in wordings_of(shipped).broken_by(text)} == expected


@pytest.mark.parametrize(
    ("pattern", "starts"),
    [
        ("cures?", {"cure"}),
        ("heals", {"heals"}),
        ("in", {"in"}),
        ("colou?r|gr[ae]y", {"colo", "gr"}),
        ("(?:no|without(?: any)?) risk", {"no ri", "witho"}),
        ("(?:very )?safe", {"very ", "safe"}),
        ("(?:a|b)+c", {""}),
        ("(?:(?:x|y)z|[|)]w)|&", {"xz", "yz", ""}),
        (r"\d+ mg", {""}),
        (r"(?:a\)b|c)d|e\.g", {"a", "cd", "e"}),
        ("(?=z)q", {""}),
        ("ab*c", {"a"}),
        ("[^]|]x|y", {"", "y"}),
        ("ab[|(]x|cd", {"ab", "cd"}),
    ],
)
def test_starts_of_patterns(pattern: str, starts: set[str]) -> None:
    """The first letters of each branch are told, as far as they are sure."""
    assert starts_of(pattern) == starts


def test_capital_letters_are_no_signs() -> None:
    """A pattern in capitals finds small letters, and the letters of signs stay what they are."""
    entries = (Phrase(pattern=r"HON\S*", why="no"), Phrase(pattern=r"(?P<name>X)-ray", why="no"))
    found = [words for _, words in Wordings(entries).broken_by("The honcode, the HON seal, an x-Ray.")]
    assert found == ["honcode,", "x-Ray"]
