"""Words and letters that degrees, school-leaving certificates and qualifications of a trade are made of, by country.

A table with one question; which school gave a degree, and in what, is for `entries`.
"""

from __future__ import annotations

import re

_WORDS = (  # whatever their case
    # English
    r"bachelor\w*|master\w*|doctor\w*|associate|diploma|degree|certificate|apprenticeship|technician|ph\.?d|mba|"
    r"b\.?sc|m\.?sc|b\.?a|m\.?a|b\.?eng|m\.?eng|ll\.?[bmd]|pgce|pgcert|pgdip|postgraduate|undergraduate|"
    r"(?:a|as|o|t)[ -]levels?|(?:advanced )?highers?|i?gcses?|leaving cert(?:ificate)?|junior cert(?:ificate)?|"
    r"[ns]vq|gnvq|hn[cd]|btec|city (?:&|and) guilds|cert\.? (?:i{1,3}|iv|\d)|ncea|matric(?:ulation)?|"
    r"class (?:x(?:ii)?|1[02])|1[02]th(?: (?:grade|standard|class))?|10 ?\+ ?2|international baccalaureate",
    # German
    r"doktor\w*|promotion|habilitation|diplom\w*|(?:vor|haupt)diplom|dipl\.?(?:-?\s?\w+\.?)?|mag\.|magist\w+|"
    r"\w*examen|staats(?:prüfung|examen)|examinierte[rn]?|staatlich (?:anerkannte|geprüfte|examinierte)[rn]?|"
    r"\w+abschluss|\w*abitur|matura|maturität|\w*matur|\w*hochschulreife|mittlere reife|ausbildung|lehre|umschulung|"
    r"\w*meisterbrief|gesellenbrief|gesellenprüfung|facharbeiterbrief|lehrabschlussprüfung|\w*fachausweis|"
    r"fachwirt\w*|geprüfte[rn]?|bakkalaure\w+",
    # French
    r"licen[cs]\w+|maîtrise|doctorat|baccalauréat|bac(?: ?\+ ?\d| pro\w*)?|brevet|diplôme\w*|agrégation|"
    r"titre professionnel|mastère|ingénieur diplômé",
    # Spanish, Portuguese, Italian
    r"grado|postgrado|posgrado|máster|maestría|doctorado|bachiller(?:ato)?|diplomatura|tecnicatura|"
    r"técnico (?:superior|medio|de grado medio)|formación profesional|bacharel(?:ado)?|mestrado|doutora(?:do|mento)|"
    r"pós-graduação|graduação|tecnólogo|ensino (?:médio|secundário)|laurea|dottorato|maturità|perito|ragioniere|"
    r"qualifica professionale|licenza media|specializzazione",
    # Dutch and the North
    r"hbo(?:-\w+)?|mbo(?:-\w+| \d)?|vwo|havo|vmbo|mavo|propedeuse|doctorandus|drs\.|atheneum|kandidat\w*|"
    r"cand\.?\s?\w+\.?|\w*eksamen|civilingen\w+|sivilingeniør|licentiat\w*|(?:bachelor|master)grad|fagbrev|svendebrev|tutkinto|"
    r"ylioppila\w+|maisteri|kandidaatti|lisensiaatti|tohtori|diplomi-insinööri",
    # Polish, Czech and Slovak, Hungarian, Romanian, South Slavic, Baltic
    r"inżynier\w*|inż\.|mgr\.?|licencjat\w*|studia (?:podyplomowe|magisterskie|licencjackie|inżynierskie)|"
    r"świadectwo\w*|maturita|bakalář\w*|magistr\w*|inžen[ýi]r\w*|výuční list|bc\.|ing\.|dr|(?:mu|ju|ph|rn|th|mv)dr\.?|"
    r"érettségi|okleveles|alapképzés|mesterképzés|masterat|bacalaureat|licență|prvostupni\w+|bakalau?r\w*|magistras",
    # Turkish, Greek
    r"(?:yüksek |ön)?lisans|doktora|lise diploması|πτυχίο|δίπλωμα|μεταπτυχιακό\w*|διδακτορικό\w*|απολυτήριο\w*",
    # Russian, Ukrainian, Bulgarian
    r"бакалавр\w*|магистр\w*|магістр\w*|магистър|специалист|специалитет|спеціаліст|аспирантура|аспірантура|"
    r"(?:кандидат|доктор)\w* наук|диплом\w*|(?:неполное |незаконченное )?высшее|"
    r"среднее (?:специальное|профессиональное)",
    # Arabic, Hebrew, Persian, Hindi
    r"بكالوريوس|البكالوريوس|ماجستير|الماجستير|دكتوراه|دبلوم|ليسانس|الثانوية العامة|תואר|בגרות|תעודת|کارشناسی|کاردانی|"
    r"دکترا\w*|دیپلم|स्नातक\w*|परास्नातक",
    # Indonesian, Vietnamese
    r"sarjana|cử nhân|thạc sĩ|tiến sĩ|kỹ sư|cao đẳng|tú tài",
)
_LETTERS = (  # only as they are written here, for "ms" and "bed" are words
    r"[BM][A-Z][a-z]{1,5}|B\.?S|M\.?S|[BM]\.E|[BM]\.(?:Tech|Com|Ed|Phil)|A\.A|A\.?A\.?S|A\.S|B\.?Ed|M\.?Ed|BBA|DBA|EMBA|"
    r"[BM]\.?F\.?A|[BM]CA|MP[AH]|[BM]S[NW]|DNP|J\.?D|M\.D|EdD|DPhil|MPhil|MRes|PharmD|DDS|DVM|BVSc|MBBS|MBChB|Fd(?:A|Sc)|"
    r"GED|BTS|DUT|DEUG|DESS|DEA|BEP|CAPES|DCG|DSCG|CFC|CFGS|CFGM|EFZ|N[2-6]|Ir\."
)
_FIRST = (  # a degree where the line begins with it: elsewhere a state, a firm, a motorway
    r"MD|AA|AS|AB|BS|MS|SB|SM|DO|RN|CAP|BUT|DE|DI|EBA|HF|FH|FP|ESO|BA|MA|[ML][1-3]|S[1-3]|D[34]|SM[AK]|SSC|HSC|SSLC|PUC|"
    r"VCE|SACE|WACE|QCE|NSC|IB|WO|DEC|AEC|DEP|Intermediate|Specialist|Foundation|Licence|Lic\.|M\.?T|[BM]\.?Arch"
)
_UNPARTED = re.compile("学士|學士|硕士|碩士|修士|博士|本科|专科|大专|研究生|학사|석사|박사|ปริญญา")
_DEGREE = re.compile(rf"(?<!\w)(?:{'|'.join(_WORDS)}|(?-i:{_LETTERS}))(?!\w)", re.IGNORECASE)
_BEGINS = re.compile(rf"(?:{_FIRST})(?=\W*\Z|\s*[,(:/–—-]|\s+(?:in|en|of|im|i|-)\s)")


def is_degree(text: str) -> bool:
    """Tell whether the words name a degree."""
    line = text.strip()
    return any((_DEGREE.search(line), _BEGINS.match(line), _UNPARTED.search(line)))
