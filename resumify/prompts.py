"""The prompt for one line: what a model is shown of a fact, the same for training and serving and for every model."""

from __future__ import annotations

from resumify.models import Prompt
from resumify.slots import Cut, may_say

VERSION = "line-1"
"""Changes whenever `line_prompt` gives other text for the same cut."""

SYSTEM = (
    "You rewrite one line of a résumé. Begin with the verb. Keep every slot such as [NUM1] exactly once, bring the "
    "slots under Show forward, cut filler, add nothing, claim no more than the fact. Answer with the line alone."
)
"""What a general model is told besides; a model trained on the prompts needs no telling."""


def line_prompt(cut: Cut) -> Prompt:
    """The prompt that a model continues with the line."""
    text = f"Fact: {cut.text}\nShow: {' '.join(cut.wanted) or '-'}\nLine:"
    return Prompt(text=text, slots=cut.slots, words=may_say(cut.text))
