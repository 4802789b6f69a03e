"""The words that a résumé's form itself says, in the reader's language: headings, "Present", months, countries.

Never a person's own words: those stay as they are.
"""

from __future__ import annotations

import re
from datetime import date
from functools import cache

from babel import Locale
from babel.core import UnknownLocaleError
from babel.dates import format_date

_WORDS = (
    *("basics", "work", "volunteer", "education", "projects", "skills", "certificates", "awards", "publications"),
    *("languages", "interests", "references", "present", "courses", "grade"),
)
_LANGUAGES = {
    "en": "Summary|Experience|Volunteering|Education|Projects|Skills|Certifications|Awards|Publications|Languages"
    "|Interests|References|Present|Courses|Grade",
    "de": "Profil|Berufserfahrung|Ehrenamt|Ausbildung|Projekte|Kenntnisse|Zertifikate|Auszeichnungen"
    "|Veröffentlichungen|Sprachen|Interessen|Referenzen|heute|Schwerpunkte|Note",
    "fr": "Profil|Expérience professionnelle|Bénévolat|Formation|Projets|Compétences|Certifications|Distinctions"
    "|Publications|Langues|Centres d’intérêt|Références|aujourd’hui|Cours|Note",
    "es": "Perfil|Experiencia profesional|Voluntariado|Formación|Proyectos|Competencias|Certificaciones|Premios"
    "|Publicaciones|Idiomas|Intereses|Referencias|actualidad|Cursos|Nota",
    "it": "Profilo|Esperienza professionale|Volontariato|Istruzione|Progetti|Competenze|Certificazioni|Premi"
    "|Pubblicazioni|Lingue|Interessi|Referenze|oggi|Corsi|Voto",
    "nl": "Profiel|Werkervaring|Vrijwilligerswerk|Opleiding|Projecten|Vaardigheden|Certificaten|Prijzen|Publicaties"
    "|Talen|Interesses|Referenties|heden|Vakken|Cijfer",
    "sv": "Profil|Arbetslivserfarenhet|Ideellt arbete|Utbildning|Projekt|Kompetenser|Certifikat|Utmärkelser"
    "|Publikationer|Språk|Intressen|Referenser|pågående|Kurser|Betyg",
}
_DATE = re.compile(r"(\d{4})(?:-(\d{2}))?(?:-\d{2})?\Z")


def known_language(code: str | None) -> str:
    """Return the language of `code` ("de-AT" is "de") where we have its words, else "en"."""
    language = re.split(r"[-_]", (code or "").strip().casefold())[0]
    return language if language in _LANGUAGES else "en"


def word(name: str, language: str) -> str:
    """Return the heading of a section, or one of "present", "courses", "grade"."""
    return _words(known_language(language))[name]


@cache
def _words(language: str) -> dict[str, str]:
    return dict(zip(_WORDS, _LANGUAGES[language].split("|"), strict=True))


def month(when: str, language: str) -> str:
    """Return an ISO date as month and year ("2021-05" is "May 2021"); anything else as it stands."""
    found = _DATE.match(when.strip())
    if found is None or not 1 <= int(found[2] or 1) <= 12 or found[1] == "0000":
        return when.strip()
    if found[2] is None:
        return found[1]
    return format_date(date(int(found[1]), int(found[2]), 1), "MMM y", locale=known_language(language))


def period(start: str, end: str, language: str, runs: bool) -> str:
    """Return "May 2021 – Present": `runs` tells that an open end means that it still lasts."""
    first, last = month(start, language), month(end, language)
    if first and not last and runs:
        last = word("present", language)
    return f"{first} – {last}" if first and last and first != last else first or last


def country(code: str, language: str) -> str:
    """Return the name of a country by its ISO 3166 code; anything else as it stands."""
    try:
        return str(Locale.parse(known_language(language)).territories.get(code.strip().upper(), code))
    except (UnknownLocaleError, ValueError):
        return code
