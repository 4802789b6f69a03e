"""The words that a résumé's form itself says, in the reader's language: headings, "Present", months, countries.

Never a person's own words: those stay as they are.
"""

from __future__ import annotations

import re
from datetime import date
from functools import cache

from babel import Locale
from babel.core import UnknownLocaleError
from babel.dates import format_skeleton

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
    "pt": "Perfil|Experiência profissional|Voluntariado|Formação|Projetos|Competências|Certificações|Distinções"
    "|Publicações|Idiomas|Interesses|Referências|presente|Disciplinas|Nota",
    "pl": "Podsumowanie|Doświadczenie zawodowe|Wolontariat|Wykształcenie|Projekty|Umiejętności|Certyfikaty|Nagrody"
    "|Publikacje|Języki|Zainteresowania|Referencje|obecnie|Kursy|Ocena",
    "sv": "Profil|Arbetslivserfarenhet|Ideellt arbete|Utbildning|Projekt|Kompetenser|Certifikat|Utmärkelser"
    "|Publikationer|Språk|Intressen|Referenser|pågående|Kurser|Betyg",
    "da": "Profil|Erhvervserfaring|Frivilligt arbejde|Uddannelse|Projekter|Kompetencer|Certificeringer|Priser"
    "|Publikationer|Sprog|Interesser|Referencer|nu|Fag|Karakter",
    "nb": "Profil|Arbeidserfaring|Frivillig arbeid|Utdanning|Prosjekter|Kompetanse|Sertifiseringer|Utmerkelser"
    "|Publikasjoner|Språk|Interesser|Referanser|nå|Fag|Karakter",
    "fi": "Profiili|Työkokemus|Vapaaehtoistyö|Koulutus|Projektit|Osaaminen|Sertifikaatit|Palkinnot|Julkaisut"
    "|Kielitaito|Kiinnostuksen kohteet|Suosittelijat|nykyhetki|Kurssit|Arvosana",
    "cs": "Profil|Pracovní zkušenosti|Dobrovolnictví|Vzdělání|Projekty|Dovednosti|Certifikáty|Ocenění|Publikace"
    "|Jazyky|Zájmy|Reference|současnost|Předměty|Známka",
    "tr": "Özet|İş Deneyimi|Gönüllü Çalışmalar|Eğitim|Projeler|Yetenekler|Sertifikalar|Ödüller|Yayınlar|Diller"
    "|İlgi Alanları|Referanslar|günümüz|Dersler|Not",
    "el": "Προφίλ|Επαγγελματική εμπειρία|Εθελοντισμός|Εκπαίδευση|Έργα|Δεξιότητες|Πιστοποιήσεις|Βραβεία|Δημοσιεύσεις"
    "|Γλώσσες|Ενδιαφέροντα|Συστάσεις|σήμερα|Μαθήματα|Βαθμός",
    "ru": "О себе|Опыт работы|Волонтёрство|Образование|Проекты|Навыки|Сертификаты|Награды|Публикации|Языки|Интересы"
    "|Рекомендации|настоящее время|Курсы|Оценка",
    "uk": "Про себе|Досвід роботи|Волонтерство|Освіта|Проєкти|Навички|Сертифікати|Нагороди|Публікації|Мови|Інтереси"
    "|Рекомендації|дотепер|Курси|Оцінка",
    "zh": "个人简介|工作经历|志愿经历|教育背景|项目经历|专业技能|证书|荣誉奖项|出版物"
    "|语言能力|兴趣爱好|推荐人|至今|主修课程|成绩",
    "ja": "概要|職務経歴|ボランティア|学歴|プロジェクト|スキル|資格|受賞歴|出版物"
    "|語学|趣味・関心|推薦者|現在|履修科目|成績",
    "ar": "نبذة|الخبرات المهنية|العمل التطوعي|التعليم|المشاريع|المهارات|الشهادات|الجوائز|المنشورات|اللغات|الاهتمامات"
    "|المراجع|حتى الآن|المقررات|التقدير",
    "he": "תקציר|ניסיון תעסוקתי|התנדבות|השכלה|פרויקטים|מיומנויות|הסמכות|פרסים|פרסומים|שפות|תחומי עניין|ממליצים|היום"
    "|קורסים|ציון",
    "fa": "خلاصه|سوابق شغلی|فعالیت داوطلبانه|تحصیلات|پروژه‌ها|مهارت‌ها|گواهی‌نامه‌ها|جوایز|انتشارات|زبان‌ها|علایق|معرف‌ها"
    "|اکنون|دروس|نمره",
}
_FROM_RIGHT = frozenset({"ar", "he", "fa"})
_ALSO = {"no": "nb", "nn": "nb", "iw": "he"}
_DATE = re.compile(r"(\d{4})(?:-(\d{2}))?(?:-\d{2})?\Z")


def known_language(code: str | None) -> str:
    """Return the language of `code` ("de-AT" is "de") where we have its words, else "en"."""
    language = re.split(r"[-_]", (code or "").strip().casefold())[0]
    language = _ALSO.get(language, language)
    return language if language in _LANGUAGES else "en"


def reads_from_right(language: str) -> bool:
    """Tell whether a whole page in this language is read from right to left."""
    return language in _FROM_RIGHT


def word(name: str, language: str) -> str:
    """Return the heading of a section, or one of "present", "courses", "grade"."""
    return _words(known_language(language))[name]


def headings() -> dict[str, dict[str, str]]:
    """Return all that `word` gives, by language."""
    return {language: _words(language) for language in _LANGUAGES}


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
    return str(format_skeleton("yMMM", date(int(found[1]), int(found[2]), 1), locale=known_language(language)))


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
