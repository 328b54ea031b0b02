"""Verbs that an instruction begins with, and how one is told from other sentences."""

from __future__ import annotations

import re
from typing import Final

from healthsite.model.places import words_of

_VERBS: Final = frozenset(
    words_of(
        """
        add adjust aim allow alternate apply arch arrange ask attach avoid balance be begin bend blow bounce brace
        breathe bring brush build buy call calm carry catch change check choose circle clasp clench climb close
        come complete continue contract cool count cover cross cup curl cycle decide dip do drag draw drift drink
        drop dry ease empty end engage enjoy enter exercise exhale expand extend face fall feel fill find finish
        firm fit flatten flex float focus fold follow free gather get give glide go grasp grip grow hang have help
        hinge hold hop hug imagine increase inhale interlace invite jog join jump keep kick knead kneel lace lay
        lead lean leave lengthen let lie lift lighten limit link listen look loosen lower make march mark massage
        match measure mix mount move nod note notice nudge open order pace pad part pat pause pedal perform pick
        place plan plant play point position pour practise prefer prepare press prevent progress prop pull pulse
        push put raise reach read record reduce refresh relax release remain remember remove repeat reposition
        reset resist rest retract return reverse rinse rise rock roll rotate round rub run scan scoop seek select
        separate set shake shift shrug shut sink sip sit skip slide slip slow smile smooth soak soften spread
        squat squeeze stack stand start stay steady steer step stick stop straighten stretch stride stroke support
        suspend swap sway swim swing switch take talk tap tell tense test thread throw tighten tilt time toe touch
        towel trace transfer travel treat try tuck turn twist unclasp unfold unroll use visit wait wake walk warm
        wash watch wear wiggle work wrap write
        """
    )
)
_FIRST: Final = frozenset(words_of("again also always finally first just never next not now once only then together"))
"""Words besides adverbs in -ly that may stand before the verb."""
_LEAD_IN: Final = frozenset(
    words_of(
        """
        after as at before by during each every for from if in instead keeping on once over staying to under until
        when whenever while with without
        """
    )
)
"""Words that begin a lead-in, such as "With your knees bent," in front of the verb."""


def begins_with_verb(text: str) -> bool:
    """Whether *text* begins with what to do: a verb, perhaps behind an adverb or a lead-in that ends in a comma."""
    if _verb_first(text):
        return True
    first = next(iter(words_of(text)), "").lower()
    if first not in _LEAD_IN and not first.endswith("ing"):
        return False
    return any(_verb_first(part) for part in re.split(r"[,:]\s+", text)[1:])


def _verb_first(text: str) -> bool:
    for word in words_of(text)[:4]:
        bare = word.lower()
        if bare in _VERBS or bare.partition("-")[0] in _VERBS:
            return True
        if bare not in _FIRST and bare != "and" and not bare.endswith("ly"):
            return False
    return False
