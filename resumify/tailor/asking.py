"""How people ask for what changes a résumé: in English, German and French, with the commonest verbs of others.

Says what is asked of which words; whether and how it is followed is for request.py.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

_ASKS = re.compile(
    r"(?<!not )(?<!n't )(?<!n’t )(?<!never )(?<!nicht )\b(?:(?P<omit>leave (?:out|off|away)|omit|drop|skip|remove|"
    r"delete|exclude|hide|get rid of|cut out|take out|(?:do not|don['’]t|never) (?:include|show|mention|list|print)|"
    r"(?:rather|prefer(?: to)?|please)(?: you)? (?:did )?not (?:to )?(?:have|show|include|mention|list)|"
    r"streiche?n?|entfernen?|lösche?n?|lass(?:e|t|en)?|verzichten? auf|erwähne nicht|omets|omettez|supprime[rz]?|"
    r"enl[eè]ve[rz]?|retire[rz]?|cache[rz]?|masque[rz]?|"
    r"n(?:e |['’])(?:mentionne[rz]?|montre[rz]?|affiche[rz]?|mets|mettez) pas|"
    r"ne pas (?:mentionner|montrer|afficher|mettre|inclure)|omite|omitas?|quita|elimina|ometti|togli|remova|weglaten|"
    r"usuń|pomiń)|"
    r"(?P<lack>without|no|ohne|keine?n?|sans|sin|senza|zonder|utan|bez|sem)|"
    r"(?P<stress>stress|emphasi[sz]e|(?:put |place )?(?:the |more )?emphasis on|focus(?:ing)? on|highlight|"
    r"prioriti[sz]e|underline|bring out|betonen?|hebe|fokus(?:siere)? auf|schwerpunkt auf|mets? l['’]accent sur|"
    r"mettez l['’]accent sur|mettez en avant|mets en avant|insiste[rz]? sur|souligne[rz]?|valorise[rz]?|destaca|"
    r"enfatiza|sottolinea|evidenzia|benadruk|betona|podkreśl))(?!\w)\s*:?\s+",
    re.IGNORECASE,
)
_BEGINS = (
    r"(?:^|[.;,!?]\s*|\b(?:und|and|aber|but)\s+|\b(?:bitte|kannst du|könntest du|können sie|könnten sie|ich möchte|"
    r"ich will|ich hätte gern|dass)\s+)"
)
_LATE_OMIT = re.compile(  # German puts the verb last, English the particle
    rf"{_BEGINS}(?P<what>[^.;,!?]{{2,40}}?)\s+(?:(?:bitte|brauchst du|musst du|soll(?:en|st du)?)\s+)*"
    r"(?:nicht\s+(?:erwähnen|zeigen|aufführen|nennen|auflisten|erscheinen|angeben|aufzuführen|zu\s+(?:erwähnen|zeigen))|"
    r"(?:weg|raus|heraus|aus)(?:zu)?lassen|streichen|entfernen|löschen|ausblenden|verstecken)(?!\w)",
    re.IGNORECASE,
)
_KEPT_OUT = re.compile(r"\b(?:keep|leave|take)\s+(?P<what>[^.;,!?]{2,40}?)\s+(?:out|off|away)(?!\w)", re.IGNORECASE)
_LATE_STRESS = re.compile(
    rf"{_BEGINS}(?P<what>[^.;,!?]{{2,40}}?)\s+(?:bitte\s+|soll\w*\s+)*"
    r"(?:betont|hervorgehoben|betonen|hervorheben|herausstellen|in den vordergrund)(?!\w)",
    re.IGNORECASE,
)
_LATE = {"omit": (_LATE_OMIT, _KEPT_OUT), "stress": (_LATE_STRESS,)}
_TONGUES = {
    "en": "english|englisch|anglais|inglés|inglese|engels",
    "de": "german|deutsch|allemand|alemán|tedesco|duits",
    "fr": "french|französisch|français|francés|francese|frans",
    "es": "spanish|spanisch|espagnol|español|spagnolo|spaans",
    "it": "italian|italienisch|italien|italiano|italiaans",
    "nl": "dutch|niederländisch|néerlandais|nederlands",
    "pt": "portuguese|portugiesisch|portugais|português",
    "pl": "polish|polnisch|polonais|polski|polsku",
    "sv": "swedish|schwedisch|suédois|svenska",
}
_IN_TONGUE = re.compile(
    r"(?:(?:^|[.;,!?]\s*)(?:please\s+|bitte\s+)?(?:(?:write|make|produce|translate|headings?|schreibe?|verfasse|rédige[rz]?|"
    r"écris|écrivez|escribe|redacta|scrivi|schrijf|napisz)\b[^.;!?]{0,30}?\s+)?(?:in|auf|en|po|på)\s+|"
    r"\bbut in\s+|\b(?:language|sprache|langue|idioma|lingua|taal)\s*[:=]\s*)"
    rf"(?:{'|'.join(f'(?P<{code}>{names})' for code, names in _TONGUES.items())})(?!\w)",
    re.IGNORECASE,
)
_END = re.compile(r"[.;!?](?:\s|\Z)|\n")
_PAGES = re.compile(
    r"\b(?:(?P<one>one|1|a single|single|(?<=to )a|(?<=on )a|eine[rn]?|une(?: seule)?|una|un|één|en|jedna|jedną)[\s-]+"
    r"(?:pages?|seiten?|pagina|página|sida|stron[aęy])\b|(?P<einseitig>einseitig)|"
    r"(?:make|keep|cut|fit) (?:it|this|that|everything) (?:very |nice and )?(?P<short>short|brief|concise)|"
    r"(?P<kurz>fasse? dich kurz|kurz und knapp|(?:mach es|halte es|so) kurz|fai(?:s|tes) court|so(?:is|yez) bref))"
    r"|\b(?P<two>two|2|zwei|deux|dos|due|twee|två|dwie)[\s-]+(?:pages?|seiten?|pagine|páginas|pagina's|sidor|strony)\b"
    r"|\b(?P<zweiseitig>zweiseitig)",
    re.IGNORECASE,
)
_TWO = ("two", "zweiseitig")
_NOT_SO = re.compile(r"\b(?:not|nicht|pas)\s+(?:just\s+|only\s+|nur\s+)?$", re.IGNORECASE)
_AND = re.compile(
    r"\s*(?:,|&|/|\band\b|\bor\b|\bnor\b|\bund\b|\boder\b|\bet\b|\bou\b|\by\b|\be\b(?!-)|\ben\b|\boch\b)\s*"
)
_AROUND = re.compile(
    r"^(?:(?:the|my|any|all|all of|section|die|den|das|der|meine?n?|alle|abschnitt|les?|la|mes|ma|mon|rubrique|"
    r"mis?|las?|los|i|le|mijn|mina|bitte|please|kannst du|könntest du|können sie|könnten sie|"
    r"ich (?:möchte|will|hätte gern)|dass|could you|would you|anything about|everything about|"
    r"alles über|alles zu|tout sur)\s+)+|"
    r"^l['’]|\s+(?:sections?|abschnitte?|weg|raus|heraus|aus|hervor|rubriques?|please|bitte|aufführen|zeigen|nennen|"
    r"erwähnen|shown|mentioned|listed|included|at all|s['’]il (?:te|vous) plaît|svp|stp|merci)$",
    re.IGNORECASE,
)
_CONTACTS = {
    "phone": "phone number, phone, telephone number, telephone, mobile, mobile number, telefonnummer, telefon, "
    "handynummer, handy, numéro de téléphone, téléphone, teléfono, telefono, telefoon, telefoonnummer",
    "email": "e-mail, email, e-mail address, email address, mail address, e-mail-adresse, mailadresse, adresse e-mail, "
    "adresse mail, courriel, correo",
    "location": "address, home address, location, city, town, adresse, anschrift, wohnort, adresse postale, ville, "
    "dirección, indirizzo",
    "image": "photo, picture, photograph, foto, bild, lichtbild, passfoto, photographie",
    "url": "website, homepage, web page, webseite, site web",
    "profiles": "links, social media, linkedin, linkedin profile, profiles, linkedin-profil, profil linkedin, réseaux",
}


def asked_in(text: str) -> Iterator[tuple[str, str]]:
    """What is asked ("omit", "lack", "stress") of what, one thing at a time."""
    for ask, patterns in _LATE.items():
        for late in (found for pattern in patterns for found in pattern.finditer(text)):
            yield from ((ask, what) for what in _things(late["what"]))
    found = list(_ASKS.finditer(text))
    for index, one in enumerate(found):
        until = found[index + 1].start() if index + 1 < len(found) else len(text)
        end = _END.search(text, one.end(), until)
        things = _things(text[one.end() : end.start() if end else until])
        yield from ((str(one.lastgroup), what) for what in things)


def pages_in(text: str) -> int | None:
    """How many pages are asked for, what is said last ("One page. No, two pages."); None where nothing is."""
    said = [found for found in _PAGES.finditer(text) if not _NOT_SO.search(text, 0, found.start())]
    return None if not said else 2 if said[-1].lastgroup in _TWO else 1


def tongues_in(text: str) -> list[str]:
    """The languages that headings are asked for in, as codes; several where the text contradicts itself."""
    return list(dict.fromkeys(str(found.lastgroup) for found in _IN_TONGUE.finditer(text)))


def contact_of(what: str) -> str | None:
    """The field of the basics that people call so, None where it is none that may go."""
    called = what.casefold()
    return next((field for field, names in _CONTACTS.items() if called in names.split(", ")), None)


def _things(text: str) -> Iterator[str]:
    return (what for part in _AND.split(text) if (what := _bare(part)))


def _bare(part: str) -> str:
    """A thing's name without the articles and particles around it."""
    before, part = None, part.strip()
    while part != before:
        before, part = part, _AROUND.sub("", part).strip()
    return part
