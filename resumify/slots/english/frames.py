"""What people put around the verb of their work in English, as patterns over words in lower case: duties,
charges, openings.

The rules read the verb out of a frame; keeping lets a frame go with all its words.
"""

from __future__ import annotations

import re

from resumify.lexicon.english import nominals

_ADVERBS = "(?:also|mainly|primarily|mostly|usually|currently|previously|then|now)"
_ROLE = (
    "(?:role|job|duty|duties|tasks?|responsibility|responsibilities|work|position|post|function|capacity|assignment"
    "|activities)"
)
_KIND = (
    "(?:(?:main|key|primary|other|further|daily|core|typical|biggest|central|additional|first|regular|current|present"
    "|previous|last) ){0,2}"
)
_HOLDS = (
    "(?:included|includes|include|involved|involves|involve|consisted of|consists of|consist of|comprised|comprises"
    "|covered|covers|cover|entailed|entails|meant|means)"
)
_BE = "(?:was|were|is|are|has been|have been)"
_MINE = "(?:my|the|our|some of my|among my|part of my)"

OPENING = (
    rf"(?:(?:(?:in|during|as part of|within|throughout) (?:this|that|my|the) {_KIND}{_ROLE}(?: (?:there|here))?"
    "|during my time (?:there|here)|in addition(?: to (?:this|that))?|besides(?: (?:this|that))?"
    r"|apart from (?:this|that)|on top of (?:this|that)|there|here|as such)(?= ?,| i\b)"
    r"|i (?:think|believe|can say)(?: that)?(?= i )|additionally|furthermore|moreover|also|currently(?= ?,| i\b))"
)
"""Before the person: "in this role, i ..."."""

DUTIES_HELD = rf"(?:{_MINE} )?{_KIND}(?:{_ROLE}|achievements?) (?:(?:there|here|{_ADVERBS}) )*{_HOLDS}"
DUTIES_WERE = rf"(?:{_MINE} )?{_KIND}(?:{_ROLE}|achievements?) (?:(?:there|here|{_ADVERBS}) )*{_BE}(?: {_ADVERBS})?"
DUTIES_LISTED = rf"(?:{_MINE} )?{_KIND}(?:{_ROLE}|achievements?)(?: (?:included|include|were|are))? ?(?::| -| –)"
IT_WAS_MINE = (
    rf"(?:it {_BE} (?:{_ADVERBS} )?(?:part of )?my {_KIND}(?:job|task|duty|role|responsibility|work) to"
    rf"|(?:{_MINE} )?{_ROLE} (?:required|requires) me to|i {_BE} (?:the (?:one|person)|one) who|it {_BE} me who)"
)
CHARGE = (
    "(?:responsible for|accountable for|in charge of|(?:charged|tasked|entrusted|occupied|busy|concerned) with"
    "|given the (?:task|job) of|(?:had|have|took|took on|held) (?:the )?responsibility for"
    "|(?:had|have) the (?:task|job) of)"
)
DONE = (
    "(?:(?:was|am|were|have been|had been) able to|(?:was|were) (?:required|tasked) to|managed to|had to"
    "|had (?:the )?responsibility to|(?:^|(?<=i )|(?<=also ))(?:used to|would))"
)
CARRIED_OUT = "(?:did|doing|carried out|carrying out|performed|performing|undertook|undertaking)"
"""Before a noun of work: "carried out the installation of"."""

FRAMES = re.compile(
    rf"(?:^|(?<=[.;] )){OPENING}(?=[,\s])"
    rf"|\b(?:{DUTIES_HELD}|{DUTIES_LISTED}|{IT_WAS_MINE}|{DUTIES_WERE}|{CHARGE}|{DONE})(?!\S)"
    rf"|\b{CARRIED_OUT} (?=(?:the )?(?:{'|'.join(sorted(nominals()))}) of\b)"
)
"""Any of them, wherever it stands."""
