"""Words that job titles, organisations and terms of employment are made of. A table with three questions."""

from __future__ import annotations

import re

_ORGANISATION = re.compile(
    r"\b(?:gmbh|mbh|ag|kg|ohg|ug|e\.v\.|ltd|limited|inc|llc|llp|plc|corp|corporation|company|co\.|sa|sas|sarl|srl|spa|"
    r"s\.p\.a\.|b\.v\.|bv|nv|ab|aps|oy|oyj|asa|sp\. z o\.o\.|s\.r\.o\.|kft|zrt|bank|group|gruppe|holding|holdings|"
    r"partners?|agency|agentur|agence|studios?|labs?|laborator\w+|solutions|technologies|services|systems|software|"
    r"hotel|restaurant|trattoria|café|council|ministry|ministerium|department of|stadt|stadtverwaltung|gemeinde|"
    r"foundation|stiftung|association|verein|society|institut\w*|academy|akademie|college|school|schule|gymnasium|"
    r"universit\w+|hochschule|högskol\w+|fachhochschule|école|lycée|escuela|istituto|politecnico|trust|nhs|hospital|"
    r"infirmary|clinic|klinik|klinikum|hôpital|ospedale|krankenhaus|surgery|practice|kanzlei|library|museum|charity|"
    r"magazine|verlag|press|airlines|logistik|logistics|therapeutics|pharma\w*|diagnostics|payments|electrical|"
    r"contractors|self-employed|selbstständig|freelance|freiberuflich|indépendant)\b|\w(?:amt|klinik|schule|verwaltung|"
    r"universität|werke?|haus|gericht|betrieb|kammer)\b|"
    r"\b(?:tafe|polytechnic|conservator\w+|seminary|colegio|liceo|lyceum|liceum|technikum|politechnika|uniwersytet\w*|"
    r"univerzit\w+|vysok[áé] škol\w+|szkoł\w+|gimnázium|egyetem|főiskola|yliopisto|ammattikorkeakoulu|sveučilište|"
    r"fakultet\w*|facult\w+|fakultät|üniversite\w*|lisesi|universitas|politeknik|πανεπιστήμιο|университет\w*|університет\w*|"
    r"институт\w*|інститут\w*|академия|академія|колледж\w*|коледж\w*|техникум\w*|лицей|школа|ооо|оао|зао|пао|тов|"
    r"جامعة|معهد|مدرسة|شركة|אוניברסיטת\w*|מכללת|בית ספר|دانشگاه|شرکت|विश्वविद्यालय|a\.ş|anonim şirketi|"
    r"s\.a\.s|s\.r\.l|s\.l|ltda|e\.k|gbr|sp\. k|d\.o\.o|s\.a|pty|pvt|k\.k)(?!\w)|"
    r"大学|大學|学院|學院|高校|高等学校|中学|公司|集团|集團|株式会社|有限会社|合同会社|病院|医院|대학교|고등학교|주식회사|"
    r"มหาวิทยาลัย|บริษัท",
    re.IGNORECASE,
)
_TITLE = re.compile(
    r"\b(?:engineer|developer|programmer|architect|manager|director|head|lead|leader|chief|officer|president|founder|"
    r"analyst|consultant|specialist|technician|mechanic|electrician|plumber|carpenter|chef|cook|waiter|waitress|"
    r"barista|nurse|midwife|doctor|physician|surgeon|pharmacist|therapist|carer|paramedic|teacher|tutor|lecturer|"
    r"professor|researcher|scientist|biologist|chemist|accountant|auditor|bookkeeper|controller|trainee|intern|"
    r"apprentice|assistant|associate|representative|agent|coordinator|administrator|secretary|receptionist|clerk|"
    r"designer|artist|editor|writer|journalist|translator|marketer|buyer|planner|driver|operator|supervisor|foreman|"
    r"worker|labourer|cashier|salesperson|executive|advisor|adviser|lawyer|solicitor|paralegal|judge|volunteer|aider|"
    r"aid|librarian|photographer|producer|owner|student|fellow|postdoc|principal|warden|guard|firefighter|"
    r"leiter\w*|leitung|entwickler\w*|ingenieur\w*|berater\w*|referent\w*|anwalt|anwältin|lehrer\w*|lehrkraft|pfleger\w*|"
    r"praktikant\w*|werkstudent\w*|auszubildende\w*|azubi|geschäftsführer\w*|assistent\w*|koordinator\w*|techniker\w*|"
    r"meister\w*|koch|köchin|verkäufer\w*|kaufmann|kauffrau|arzt|ärztin|juristin?|ingénieure?|développeu\w+|responsable|"
    r"directeur|directrice|infirmi\w+|vendeu\w+|chargée?|assistante|enseignante?|professeure?|comptable|stagiaire|"
    r"ingenier[oa]|desarrollador\w*|director[ae]?|gerente|enfermer[oa]|profesor\w*|contable|becari[oa]|jefe|jefa|"
    r"ingegnere|sviluppatore|direttore|direttrice|infermier[ea]|insegnante|impiegat[oa]|cuoco|cuoca|tirocinante|"
    r"engenheir[oa]|desenvolvedor\w*|verpleegkundige|ontwikkelaar|docent|medewerker|ingenjör|utvecklare|lärare|"
    r"sjuksköterska|chef de \w+|commis|sous)\b|\w(?:leiter(?:in)?|entwickler(?:in)?|bearbeiter(?:in)?|pfleger(?:in)?|"
    r"arbeiter(?:in)?|anwalt|anwältin|schwester|jurist(?:in)?|berater(?:in)?|lehrer(?:in)?|meister(?:in)?|"
    r"mann|frau|verkäufer(?:in)?|führer(?:in)?)\b",
    re.IGNORECASE,
)
_EMPLOYMENT = re.compile(
    r"full.?time|part.?time|permanent|temporary|contract|fixed.term|seasonal|on.?site|hybrid|remote|"
    r"vollzeit|teilzeit|befristet|unbefristet|festanstellung|vor ort|temps plein|temps partiel|cdi|cdd|"
    r"jornada completa|media jornada|tempo pieno|part.time|tempo integral|voltijd|deeltijd|heltid|deltid|"
    r"(?:about |etwa |bis heute )?(?:(?:less than )?(?:\d+|a|one)\s*\+?\s*"
    r"(?:yrs?|years?|mos?|months?|jahre?n?|monate?n?|ans?|années?|mois|años?|mes(?:es)?|ann[oi]|mes[ei]|anos?|mês|"
    r"jaar|maand(?:en)?|år|mån(?:ader)?|måneder|lata?|rok|mies(?:iące|ięcy)?|г|лет|мес)\.?[\s,und]*)+",
    re.IGNORECASE,
)


def is_organisation(text: str) -> bool:
    """Tell whether the words name an employer or a school."""
    return _ORGANISATION.search(text) is not None


def is_title(text: str) -> bool:
    """Tell whether the words name what somebody does."""
    return _TITLE.search(text) is not None


def is_employment(text: str) -> bool:
    """Tell whether the line says nothing but terms of employment and durations ("Full-time · 8 yrs 2 mos")."""
    parts = [part.strip(" ()") for part in re.split(r"[·|•]", text)]
    return any(parts) and all(_EMPLOYMENT.fullmatch(part) for part in parts if part)
