"""What the job is called and who offers it, as far as the posting says so."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import takewhile

from resumify.posting.cues import cue
from resumify.posting.lines import Line
from resumify.posting.parts import heading
from resumify.words import FUNCTION_WORDS

_LABELLED = re.compile(
    r"^(?:(?:job|post|role|vacancy|position)[- ]?title|job role|"
    r"position|role|title|vacancy|job|stelle|stellenbezeichnung|stellentitel|poste|"
    r"intitulé(?: du poste)?|puesto|functie)\s?:\s*(.+)$",
    re.I,
)
_EMPLOYER = re.compile(
    r"^(?:company|employer|organi[sz]ation|firma|unternehmen|arbeitgeber|entreprise|société|employeur|empresa)\s?:\s*(.+)$",
    re.I,
)
_FIELD = re.compile(r"^[A-Z][\w /-]{1,20}\s?:\s")
_ASKED = re.compile(
    r"\b(?:(?:we(?:['’]re| are)|is|are) (?:currently )?(?:looking for|hiring|seeking|recruiting)|looking for|hiring|"
    r"(?:have|has) .{0,16}?(?:openings?|vacanc(?:y|ies)|positions?) for|"
    r"seeks?|wanted:|(?:wishes?|looking) to (?:appoint|hire|recruit)|join (?:us|our team) as|"
    r"(?:wir )?suchen(?: wir)?(?: ab sofort| zum nächstmöglichen \w+)?(?: für [^,.]{3,40}?)?|sucht|gesucht:|"
    r"nous recherchons|recherchons|recherche|recrute|recrutons|buscamos|se busca|cerchiamo|cercasi|zoeken|zoekt|"
    r"poszukujemy|poszukuje|szukamy|zatrudnimy|die Stelle (?=eine[rs] )|are you(?= an? )|"
    r"as(?= (?:an?|our|the) .{3,50}?,? you))\s+"
    r"(?:(?:an?|the|another|our(?: next)?|eine?n?(?:/n|\(n\)|:n)?|une?|un\(e\)|unser[en]*|een|unos?)\s+)?(.+)",
    re.I,
)
_TITLE_ENDS = re.compile(
    r"\s*(?:[,.;:!?|·•]\s|[,.;:!?]$|\s[–—-]\s|\bw/\s|(?<!/)\b(?:who|you|to|with|for|in|at|that|based|and will|mit|für|"
    r"der|die|zum|zur|bei|ab|pour|avec|chez|à|en|afin|para|con|voor|per|do|ze)\b\s)"
)
_HIRING = re.compile(r"^(?:we['’]re|we are|now|wir) (?:hiring|stellen ein|suchen)\s?[!:.]\s*", re.I)
_WANTED = re.compile(r"\s*\b(?:wanted|gesucht|needed|required|gezocht|sökes|poszukiwan\w+)\b.*$", re.I)
_AT = re.compile(r"\s+(?:at|@|bei(?: der| dem)?|chez)\s+(?=[A-ZÄÖÜÉ0-9])(.+)$")
_GENDER = r"(?:[mwfdhxik]|div|gn|all genders?)"
_GENDERS = re.compile(
    rf"\s*[(\[]\s*(?:{_GENDER}(?:\s?[/|,*]\s?{_GENDER})+|gn|div|all genders?)\s*[)\]]|"
    r"\s+[mwfdhxk]/[mwfdhxk](?:/[mwfdhxk])?\b",
    re.I,
)
_TAG = re.compile(r"^\s*\[[^\]]{2,30}\]\s*")  # "[HIRING]"
_TERMS = re.compile(r"\s+[-–—|]\s.*(?:[$£€]\s?\d|\d\s?[$£€]|/\s?h(?:r|our)?\b).*$")  # place and pay after the title
_BREAK = re.compile(r"\s+[|·•]\s+|\s{2,}|\t")
_ABOUT = re.compile(
    r"^(?:about|über|à propos d[eu']?|who is)\s+(?!(?:us|you|the|uns|our|this|die|das|nous|me)\b)"
    r"([A-ZÄÖÜÉ][^:.!?]{1,50})[:?]?$",
    re.I,
)
_NAME = r"((?:[A-ZÄÖÜÉ0-9][\w&'’.-]*)(?:\s+(?:[A-ZÄÖÜÉ0-9&][\w&'’.-]*|of|and|the|für|und|de|la|du|des))*)"
_HOUSE = re.compile(
    r"\b(?:[Bb]ei der|[Bb]eim|[Bb]ei|[Aa]n der|[Ii]n der) ((?:Stadt|Gemeinde|Universität|Hochschule|Landkreis|"
    r"Kreis|Landeshauptstadt)(?: [A-ZÄÖÜ][\w-]+)+) (?:ist|sind|suchen)\b"
)
_ADDRESS = re.compile(
    r"(?:@|www\.|https?://(?:www\.)?)(?!gmail|outlook|hotmail|yahoo|gmx|web\.|icloud|proton)([\w-]{3,})\."
)
_SUBJECT = re.compile(
    rf"(?:^|[.!?]\s+)(?:(?:The|Das|Die|Der|Le|La|L['’])\s*)?{_NAME}\s+(?:is (?:an? )?"
    r"(?:equal|committed|looking|hiring|seeking|proud|one of|the|a)\b|seeks|zoekt|cerca|busca|poszukuje|söker|"
    r"(?:builds|makes|runs|operates|designs) (?=[a-z])|acts as|are looking|does not|delivers|develops|"
    r"sucht|recherche|recrute|busca)"
)
_FIRM = re.compile(
    r"\b(?:GmbH|GMBH|AG|SE|KG|e\. ?V\.|Ltd|LTD|Inc|INC|LLC|PLC|plc|S\.?A\.?S?|SARL|S\.L\.|B\.?V\.?|AB|Oy|S\.p\.A\.|GbR|"
    r"LLP|[Ss]p\. z o\.o\.)(?!\w)"
)
_NO_NAME = re.compile(
    r"^(?:se|on|si|we|our|the|this|it|you|he|she|they|there|what|who|wir|unser|das|die|der|nous|notre|salary|all|please|by)\b",
    re.I,
)
_OPENING = 15  # lines that may hold the title
_LONGEST = 90
_LONGEST_NAME = 7  # words of a firm's name


def title_of(lines: Sequence[Line]) -> str:
    """The job's title; "" where the posting has none that can be told from the rest."""
    for line in lines[:_OPENING]:
        if labelled := _LABELLED.match(line.text):
            return short_title(labelled[1])
    if len(lines) > 1 and _is_name(lines[1]) and _goes_on(lines[0].text):
        return short_title(lines[0].text)
    opening = takewhile(lambda line: heading(line) is None, lines)
    first = next((line for line in opening if not line.bullet and not _FIELD.match(line.text)), None)
    gendered = next((line.text for line in lines[:_OPENING] if _GENDERS.search(line.text) and _is_title(line.text)), "")
    if gendered and first is not None and not _GENDERS.search(first.text):
        return short_title(gendered)
    if first is not None and _is_title(first.text):
        return short_title(first.text)
    for line in lines[:40]:
        if asked := _ASKED.search(line.text):
            title = short_title(_TITLE_ENDS.split(asked[1] + " ", maxsplit=1)[0])
            if 0 < len(title.split()) <= 8:
                return title
    return (
        short_title(_TITLE_ENDS.split(first.text + " ", maxsplit=1)[0])
        if first is not None and len(first.text) <= 300
        else ""
    )


def _goes_on(text: str) -> bool:
    """Whether the line only begins like a heading: "Legal Counsel", "Benefits Manager"."""
    begun = cue("aside heading").match(text)
    return begun is not None and begun.end() < len(text.rstrip(" :")) and re.fullmatch(_NAME, text) is not None


def _is_title(text: str) -> bool:
    asked = _ASKED.search(text)
    return (
        len(text) <= _LONGEST
        and text[-1:] not in ".,;"
        and not (asked is not None and (asked.start() == 0 or len(text.split()) > 6))
    )


def short_title(raw: str) -> str:
    """The title alone: no genders, no employer or place after it, no shouting."""
    text = _BREAK.split(_GENDERS.sub("", _HIRING.sub("", _TAG.sub("", raw))))[0]
    text = _TERMS.sub("", text)
    text = _AT.sub("", _WANTED.sub("", text)).strip(" -–—:,.!|*#")
    return _unshouted(text) if text.isupper() and len(text) > 5 else text[:1].upper() + text[1:_LONGEST]


def _unshouted(text: str) -> str:
    """Long words with one capital; what is short may be an acronym and stays, unless it is a function word."""
    idle = FUNCTION_WORDS["en"] | FUNCTION_WORDS["de"] | FUNCTION_WORDS["fr"] | FUNCTION_WORDS["es"]
    words = re.sub(r"[^\W\d_]{4,}", lambda word: word[0].capitalize(), text)
    words = re.sub(r"\b[^\W\d_]{1,3}\b", lambda w: w[0].casefold() if w[0].casefold() in idle else w[0], words)
    return re.sub(r"\((?:E|IN|NE|TE|A)\)", lambda ending: ending[0].casefold(), words)[:_LONGEST]


def is_marked(line: Line) -> bool:
    """Whether the line is a title by its form: genders, a label before it, a mail's subject."""
    return line.subject or _GENDERS.search(line.text) is not None or _LABELLED.match(line.text) is not None


def is_title(text: str, title: str) -> bool:
    """Whether the text says nothing else than the title."""
    return (
        bool(title) and len(text.split()) <= len(title.split()) + 2 and short_title(text).casefold() == title.casefold()
    )


def employer_of(lines: Sequence[Line]) -> str:
    """Who offers the job, where the posting names them; "" else."""
    whole = "\n".join(line.text for line in lines)
    for line in lines:
        if labelled := _EMPLOYER.match(line.text):
            return labelled[1].strip()[:_LONGEST]
    if lines and (at := _AT.search(_BREAK.split(lines[0].text)[0])) and len(at[1].split()) <= 6:
        return at[1].strip(" .,!:")
    if under := _under_title(lines, whole):
        return under
    for line in lines:
        if about := _ABOUT.match(line.text):
            return about[1].strip()
    if house := _HOUSE.search(whole):
        return house[1]
    if named_so := _of_address(whole):
        return named_so
    named = [found[1] for line in lines for found in _SUBJECT.finditer(line.text) if not _NO_NAME.match(found[1])]
    return max(named, key=whole.count, default="")


def _under_title(lines: Sequence[Line], whole: str) -> str:
    """The name that stands in the line under the title, as sites and letters have it."""
    title = title_of(lines)
    place = next((n for n, line in enumerate(lines[:_OPENING]) if is_title(line.text, title)), 0)
    if len(lines) <= place + 1:
        return ""
    below = lines[place + 1]
    name = _BREAK.split(below.text)[0].split(",")[0].strip()
    if not name or len(name) > _LONGEST:
        return below.text if _is_name(below) else ""
    if _FIRM.search(name) and len(name.split()) <= _LONGEST_NAME:
        return name
    if len(below.text) > len(name) and _says(name, whole):
        return name
    return below.text if _is_name(below) else ""


def _of_address(text: str) -> str:
    """The name in the text that a web or mail address in it is made of; "" where there is none."""
    labels = {found[1].casefold() for found in _ADDRESS.finditer(text)}
    said = (found[0] for line in text.splitlines() for found in re.finditer(_NAME, line))
    names = [name for name in said if labels & set(name.casefold().split())]
    return max(names, key=lambda name: (names.count(name), len(name)), default="")


def _is_name(line: Line) -> bool:
    """Whether the line under the title is a name of two to five words and nothing else."""
    plain = not line.bullet and not line.headed and heading(line) is None and not line.text.isupper()
    return plain and 2 <= len(line.text.split()) <= 5 and re.fullmatch(_NAME, line.text) is not None


def _says(name: str, text: str) -> bool:
    """Whether it is a firm by its form, or the text goes on to tell of somebody of this name."""
    if _FIRM.search(name):
        return True
    first = name.split()[0]
    told = re.search(rf"{re.escape(name)}(?:['’]s)?\s+(?:[a-z]+s|is|are|plant|sucht|acts)\b", text)
    return told is not None or (
        len(name.split()) > 1 and (text.count(name) > 1 or (len(first) > 5 and text.count(first) > 2))
    )
