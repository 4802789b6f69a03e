"""Whether a word is another form of one that a text says: coarse stems of English and German, apart from the guard."""

from __future__ import annotations

import re
from collections.abc import Iterable

_IRREGULAR = (
    "led lead leading", "ran run running", "wrote written write writing", "built build building",
    "rewrote rewritten rewrite rewriting", "taught teach teaching", "sold sell selling", "won win winning",
    "grew grown grow growing", "held hold holding", "kept keep keeping", "made make making", "met meet meeting",
    "oversaw overseen oversee overseeing", "drew drawn draw drawing", "gave given give giving",
    "took taken take taking",
    "drove driven drive driving", "found find finding", "brought bring bringing", "bought buy buying",
    "chose chosen choose choosing", "did done do doing", "got get getting", "spoke spoken speak speaking",
    "spent spend spending", "sent send sending", "set setting", "put putting", "cut cutting", "dealt deal dealing",
    "began begun begin beginning", "rebuilt rebuild rebuilding", "caught catch catching", "paid pay paying",
    "maintained maintain maintaining maintenance",
    "saw seen see seeing", "left leave leaving", "went gone go going", "fell fallen fall falling",
    "bore borne bear bearing", "beat beaten beating", "became become becoming", "bent bend bending", "bet betting",
    "bound bind binding", "bit bitten bite biting", "broke broken break breaking", "bred breed breeding",
    "broadcast broadcasting", "cast casting", "clung cling clinging", "came come coming", "dug dig digging",
    "ate eaten eat eating", "fed feed feeding", "fought fight fighting", "flew flown fly flying",
    "forecast forecasting", "foresaw foreseen foresee foreseeing", "froze frozen freeze freezing",
    "ground grind grinding", "hung hang hanging", "heard hear hearing", "hit hitting", "input inputting",
    "knew known know knowing", "laid lay laying", "lent lend lending", "let letting", "lit light lighting",
    "lost lose losing", "mowed mown mow mowing", "offset offsetting", "outsold outsell outselling",
    "overcame overcome overcoming", "overtook overtaken overtake overtaking", "proofread proofreading",
    "read reading", "recast recasting", "redid redone redo redoing", "redrew redrawn redraw redrawing",
    "resold resell reselling", "reset resetting", "retook retaken retake retaking", "retold retell retelling",
    "rethought rethink rethinking", "retrofitted retrofit retrofitting", "rode ridden ride riding",
    "rang rung ring ringing", "rose risen rise rising", "said say saying", "sought seek seeking",
    "sewed sewn sew sewing", "sheared shorn shear shearing", "shed shedding", "shot shoot shooting",
    "showed shown show showing", "shrank shrunk shrink shrinking", "shut shutting", "sang sung sing singing",
    "sat sit sitting", "sowed sown sow sowing", "spun spin spinning", "split splitting", "spread spreading",
    "stood stand standing", "stuck stick sticking", "strung string stringing", "sublet subletting",
    "swept sweep sweeping", "swam swum swim swimming", "swung swing swinging", "tore torn tear tearing",
    "told tell telling", "thought think thinking", "threw thrown throw throwing",
    "troubleshot troubleshoot troubleshooting", "typeset typesetting", "understood understand understanding",
    "undertook undertaken undertake undertaking", "upheld uphold upholding", "upsold upsell upselling",
    "woke woken wake waking", "wore worn wear wearing", "wove woven weave weaving", "wound wind winding",
    "withdrew withdrawn withdraw withdrawing", "withheld withhold withholding",
)  # fmt: skip
_SHARED = {form: group.split()[0] for group in _IRREGULAR for form in group.split()}
_ENDINGS = re.compile(
    r"(?:isations?|izations?|isation|ising|izing|ised|ized|ise|ize|ations?|ating|ated|ate|ements?|ments?|tions?|sions?"
    r"|ances?|ences?|ings?|ied|ies|ed|es|ers?|e|s|y)\Z"
)
_PREFIXES = re.compile(
    r"\A(?:entgegen|zurück|zusammen|weiter|durch|nach|fest|frei|über|unter|vor|auf|aus|ein|her|hin|mit|bei|um|an|ab|zu)(?=\w{4})"
)
_GERMAN_ENDINGS = re.compile(
    r"(?:ungen|ung|eten|etes|etem|eter|ete|tens|ten|tes|ter|tem|te|et|est|en|es|em|er|e|t|n|s)\Z"
)
_STRONG = (
    "bring brach", "denk dach", "nehm nahm nomm", "geh ging gang gangen", "steh stand stund", "tu tat tan",
    "zieh zog", "sitz sass sess", "weiss wuss wiss", "sei war wesen", "hab hat hatt", "komm kam", "treff traf troff",
    "schneid schnitt", "leid litt", "erhalt erhielt",
)  # fmt: skip
_ROOT = {form: group.split()[0] for group in _STRONG for form in group.split()}


def is_related(word: str, known: Iterable[str]) -> bool:
    """Whether the word is one of those known, or a form of one; all in lower case."""
    known = list(known)
    ours, theirs = _stem(word), {_stem(one) for one in known}
    if ours in theirs or (len(ours) > 3 and any(_begins(ours, one) for one in theirs if len(one) > 3)):
        return True
    return _german(word) in {_german(one) for one in known}


def _begins(one: str, other: str) -> bool:
    return one.startswith(other) or other.startswith(one)


def _stem(word: str) -> str:
    if word in _SHARED:
        return _SHARED[word]
    short = _ENDINGS.sub("", word)
    stem = short if len(short) >= 3 else word
    return stem[:-1] if len(stem) > 3 and stem[-1] == stem[-2] else stem


def _german(word: str) -> str:
    """A German verb's root, the same for "führte ein", "eingeführt" and "einzuführen": its consonants where there are
    three of them, as its vowels change ("schrieb", "geschrieben")."""
    bare = _PREFIXES.sub("", word.replace("ß", "ss"), count=1).replace("ä", "a").replace("ö", "o").replace("ü", "u")
    bare = re.sub(r"\A(?:ge|zu)(?=\w{3})", "", bare)
    root = _GERMAN_ENDINGS.sub("", bare)
    root = root if len(root) >= 3 else bare
    root = _ROOT.get(root, root)
    consonants = re.sub(r"[aeiou]", "", root)
    return consonants if len(consonants) >= 3 else root
