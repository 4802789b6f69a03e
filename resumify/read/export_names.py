"""The names that a LinkedIn export's files and columns have, or had in other years and languages -> the ones used here.

A table and its look-ups. Files of an export that are not read are named here too, with the reason.
"""

from __future__ import annotations

from collections.abc import Sequence

from resumify.headings import section_of
from resumify.models import Section

COLUMNS: dict[str, frozenset[str]] = {
    file: frozenset(columns.split(", "))
    for file, columns in {
        "profile": "first name, last name, headline, summary, industry, geo location, websites, twitter handles",
        "positions": "company name, title, description, location, started on, finished on",
        "education": "school name, started on, finished on, notes, degree name, activities",
        "skills": "name",
        "languages": "name, proficiency",
        "certifications": "name, url, authority, started on, finished on, license number",
        "projects": "title, description, url, started on, finished on",
        "honors": "title, description, issuer, issued on",
        "volunteering": "company name, role, cause, description, started on, finished on",
        "organizations": "name, position, description, started on, finished on",
        "publications": "name, publisher, published on, description, url",
        "patents": "title, issuer, number, description, issued on, url",
        "causes you care about": "supported cause",
        "email addresses": "email address, confirmed, primary",
        "phonenumbers": "number, type, extension",
    }.items()
}
"""The files that are read, and the columns that tell a header row from the notes before it."""

SECTIONS: dict[str, Section] = {
    "profile": "basics",
    "positions": "work",
    "education": "education",
    "skills": "skills",
    "languages": "languages",
    "certifications": "certificates",
    "projects": "projects",
    "honors": "awards",
    "volunteering": "volunteer",
    "organizations": "volunteer",
    "publications": "publications",
    "patents": "publications",
    "causes you care about": "interests",
}

UNUSED = {
    "courses": "it does not say at which school they were",
    "test scores": "a score is no section of a résumé",
    "recommendations received": "it holds other people's words and names",
    "recommendations given": "it holds your words about other people",
    "endorsement received info": "it holds other people's names",
    "learning": "it lists what was watched, not what was learned",
}
"""Files that say something of a career and are not used, with the reason."""

_OTHER_NAMES = {
    "first name": "given name, vorname, prénom, nombre, nome, voornaam",
    "last name": "surname, family name, nachname, nom, apellido, apellidos, cognome, sobrenome, achternaam",
    "headline": "professional headline, slogan, überschrift, titre du profil, titular, titolo del profilo",
    "summary": "about, zusammenfassung, info, résumé, infos, extracto, acerca de, riepilogo, resumo",
    "geo location": "location, location name, ort, lieu, ubicación, località, localização",
    "company name": "company, organization, organization name, organisation, employer, unternehmen, firma, "
    "firmenname, name des unternehmens, entreprise, nom de l'entreprise, empresa, nombre de la empresa, azienda, "
    "bedrijf",
    "title": "name, position, position title, job title, titel, bezeichnung, titre, intitulé du poste, poste, cargo, "
    "título, titolo, ruolo, functie",
    "role": "position, title, funktion, rolle, rôle, función, ruolo",
    "position": "role, title, position held",
    "description": "beschreibung, descripción, descrizione, descrição, omschrijving",
    "location": "ort, standort, lieu, ubicación, luogo, local, locatie",
    "started on": "start date, started, begin date, beginn, begonnen am, startdatum, von, date de début, début, "
    "fecha de inicio, data di inizio, data de início",
    "finished on": "end date, ended on, finished, expires on, ende, beendet am, enddatum, bis, date de fin, fin, "
    "fecha de finalización, fecha de fin, data di fine, data de término",
    "issued on": "date, date issued, issue date, dated on, filed on, ausgestellt am, date d'obtention, fecha",
    "published on": "date, publication date, date published, veröffentlicht am, date de publication, "
    "fecha de publicación",
    "school name": "school, institution, schule, hochschule, name der hochschule, école, établissement, "
    "centro educativo, institución, scuola, opleidingsinstelling",
    "degree name": "degree, abschluss, diplôme, titulación, titolo di studio, diploma",
    "notes": "comments, anmerkungen, notizen, remarques, notas, note",
    "activities": "activities and societies, aktivitäten, activités, actividades",
    "name": "title, skill, skill name, language, bezeichnung, nom, nombre, nome, naam, kenntnis, sprache, langue",
    "proficiency": "level, fluency, niveau, kenntnisstufe, nivel, livello",
    "authority": "issuer, organization, issuing organization, issuing authority, zertifizierungsstelle, "
    "organisme, entidad emisora, ente",
    "issuer": "authority, awarder, organization, patent office",
    "number": "patent number, patent or application number, application number, phone number",
    "publisher": "publication, verlag, éditeur, editorial, editore",
    "url": "link, certificate url",
    "email address": "email, e-mail address, e-mail-adresse, adresse e-mail, correo electrónico",
}


def file_of(stem: str) -> str | None:
    """The file that is read under this name, None for one that is not."""
    plain = plain_name(stem)
    if plain in COLUMNS:
        return plain
    section = section_of(plain)
    return next((file for file, known in SECTIONS.items() if known == section), None) if section else None


def plain_name(name: str) -> str:
    """A file's or column's name without the ways to write it: small letters, single spaces."""
    return " ".join(name.casefold().replace("_", " ").replace("’", "'").split())


def columns_of(file: str, header: Sequence[str]) -> list[str]:
    """The header's names as they are used here; where the file has a name already, its namesakes stay as they are."""
    plain = [plain_name(cell) for cell in header]
    known = COLUMNS[file]
    taken = known & set(plain)
    for place, name in enumerate(plain):
        meant = next((column for column in sorted(known - taken) if name in _namesakes(column)), None)
        if name not in known and meant is not None:
            plain[place] = meant
            taken |= {meant}
    return plain


def _namesakes(column: str) -> list[str]:
    return _OTHER_NAMES.get(column, "").split(", ")
