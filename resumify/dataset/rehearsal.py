"""Made-up examples beside a person's few: what a writer could do before, it rehearses while it learns something new.

Without them a tuned model follows the answers' style and forgets to keep a slot here and there.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator
from itertools import islice

from resumify.corpus import made_up
from resumify.editing.rules import edit
from resumify.models import Example
from resumify.prompts import line_prompt
from resumify.slots.keeping import check_kept

_DRILLS = 0.3


def rehearse(count: int, seed: int, test: Collection[Example] = ()) -> tuple[Example, ...]:
    """Return `count` examples of nobody's facts, each answered by the rules; the same from the same seed. None of them
    has a prompt of `test`."""
    tested = {example.prompt.text for example in test}
    return tuple(islice((one for one in _examples(seed) if one.prompt.text not in tested), count))


def _examples(seed: int) -> Iterator[Example]:
    for number, one in enumerate(made_up(seed, drills=_DRILLS)):
        answer = edit(one.cut)
        if not check_kept(answer, one.cut.text, one.cut.language):
            yield Example(
                id=f"rehearsal-{seed}-{number}",
                owner="",
                fact="",
                source=one.cut.text,
                prompt=line_prompt(one.cut),
                answer=answer,
                terms=one.cut.wanted,
            )
