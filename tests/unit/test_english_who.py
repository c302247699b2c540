"""Who was there, who held it, who spoke: grids of lists and constructions in English, and those whom words point back to."""

from __future__ import annotations

from itertools import product

import pytest

from tests.unit.telling import told

_PERSON = {"attendee Giorgi Beridze", "participant organization/pgo-ge"}
_LISTS = {
    "Prosecutor General of Georgia Giorgi Beridze": _PERSON,
    "the Supreme Court of Georgia": {"participant organization/supreme-court-ge"},
    "representatives of the Ministry of Justice of Georgia and the Supreme Court of Hungary": {
        "participant organization/moj-ge",
        "participant organization/supreme-court-hu",
    },
    "officials of the Ministry of Justice, the Supreme Court and the Prosecutor General's Office of Georgia": {
        "participant organization/moj-ge",
        "participant organization/supreme-court-ge",
        "participant organization/pgo-ge",
    },
    "delegations from Georgia, Hungary and Moldova": {"participant state/GE", "participant state/HU", "participant state/MD"},
    "judges and prosecutors from Georgia and Hungary": {"participant state/GE", "participant state/HU"},
    "the prosecutors general of Georgia, Hungary and Moldova": {
        "participant organization/pgo-ge",
        "participant organization/pgo-hu",
        "participant organization/pgo-md",
    },
    "experts from UNDP, the OSCE and the Council of Europe": {
        "participant organization/undp",
        "participant organization/osce",
        "participant organization/council-of-europe",
    },
    "Prosecutor General of Georgia Giorgi Beridze, Justice Minister of Moldova Ana Rusu and UNDP Representative Mikael Strand": {
        *_PERSON,
        "attendee Ana Rusu",
        "participant organization/moj-md",
        "attendee Mikael Strand",
        "participant organization/undp",
    },
    "Georgia's Justice Ministry, Hungary's Supreme Court and Moldova's Parliament": {
        "participant organization/moj-ge",
        "participant organization/supreme-court-hu",
        "participant organization/parliament-md",
    },
}
_HELD = "A seminar on mediation was held in Tbilisi on 5 March. "
_PRESENT = (
    _HELD + "{} took part in the seminar.",
    _HELD + "The seminar was attended by {}.",
    _HELD + "It was attended by: {}.",
    _HELD + "The seminar brought together {}.",
    _HELD + "The seminar saw the participation of {}.",
    _HELD + "Participants included {}.",
    _HELD + "Among those present were {}.",
    _HELD + "Taking part in the seminar were {}.",
    _HELD + "In attendance were {}.",
    _HELD + "Participants: {}.",
    "A seminar on mediation, which was attended by {}, was held in Tbilisi on 5 March.",
    "A seminar on mediation was held in Tbilisi on 5 March with the participation of {}.",
    "A seminar on mediation took place in Tbilisi on 5 March, with {} in attendance.",
    "A seminar on mediation took place in Tbilisi on 5 March, with {} taking part.",
    "On 5 March {} gathered in Tbilisi for a seminar on mediation.",
    "{} looked for answers in Tbilisi on 5 March at a seminar on mediation.",
)


def _sentence(construction: str, words: str) -> str:
    told_ = construction.format(words)
    return ". ".join(part[:1].upper() + part[1:] for part in told_.split(". "))


@pytest.mark.parametrize("construction", _PRESENT)
def test_who_was_there_is_read_in_every_construction(construction: str) -> None:
    missed = {
        words: wanted
        for words, all_wanted in _LISTS.items()
        if (wanted := {f"Seminar {one}" for one in all_wanted} - told(_sentence(construction, words), "en"))
    }
    assert not missed


@pytest.mark.parametrize("construction", _PRESENT)
def test_nobody_else_is_read_to_have_been_there(construction: str) -> None:
    extra = {
        words: more
        for words, wanted in _LISTS.items()
        if (
            more := {
                fact
                for fact in told(_sentence(construction, words), "en")
                if " participant " in fact or " attendee " in fact or " organizer " in fact
            }
            - {f"Seminar {one}" for one in wanted}
        )
    }
    assert not extra


_BODIES = {
    "the Georgian Ministry of Justice": {"organization/moj-ge"},
    "the Supreme Court of Georgia and UNDP": {"organization/supreme-court-ge", "organization/undp"},
    "the Ministry of Justice of Georgia, the Supreme Court of Hungary and the OSCE": {
        "organization/moj-ge",
        "organization/supreme-court-hu",
        "organization/osce",
    },
}
_HOSTS = (
    "A seminar on mediation was organised jointly by {} in Tbilisi on 5 March.",
    "A seminar on mediation, co-hosted by {}, was held in Tbilisi on 5 March.",
    "On the initiative of {}, a seminar was held in Tbilisi on 5 March.",
    "{} staged a seminar on mediation in Tbilisi on 5 March.",
    "The seminar that {} held in Tbilisi on 5 March was devoted to mediation.",
    "Hosted by {}, the seminar took place in Tbilisi on 5 March.",
    "The seminar took place in Tbilisi on 5 March, with {} acting as host.",
    _HELD + "{} acted as host.",
    _HELD + "The organisers were {}.",
    "{} was the organiser of the seminar held in Tbilisi on 5 March.",
)


@pytest.mark.parametrize(("construction", "bodies"), list(product(_HOSTS, _BODIES)))
def test_who_held_it_is_read_in_every_construction(construction: str, bodies: str) -> None:
    held = {fact for fact in told(_sentence(construction, bodies), "en") if " organizer " in fact}
    assert held == {f"Seminar organizer {body}" for body in _BODIES[bodies]}


_SPOKE = """dwelt on the reform; focused on the reform; expanded on the reform; lauded the role of courts; gave an overview of the reform
gave a detailed account of the reform; provided insight into the reform; introduced the participants to the reform
facilitated the discussion; summarised the discussion; raised concerns about the reform; posed a question; illustrated the reform
joked that courts are slow; echoed the view; rejected the criticism; set out the priorities; delved into the reform
shed light on the reform; made the case for reform; put forward a proposal; was the keynote speaker; was the first to speak
was given the floor; highlighted the importance of mediation; called on the participants to act; specified that courts are slow"""


@pytest.mark.parametrize("spoke", [one.strip() for line in _SPOKE.splitlines() for one in line.split(";")])
def test_speaking_is_read_in_all_its_words(spoke: str) -> None:
    assert "Seminar speaker Giorgi Beridze" in told(f"{_HELD}Minister of Justice of Georgia Giorgi Beridze {spoke}.", "en")


_TALKS = "Chairman of the Supreme Court of Georgia Giorgi Beridze met Laszlo Torma, President of the Curia of Hungary, in Budapest. "
_TRIP = "Justice Minister of Uzbekistan Sherzod Olimjonov arrived in Budapest. "
_POINTING = {
    _TALKS + "The two men then opened a seminar on mediation.": {"Seminar speaker Giorgi Beridze", "Seminar speaker Laszlo Torma"},
    _TALKS + "They then took part in a seminar on mediation.": {"Seminar attendee Giorgi Beridze", "Seminar attendee Laszlo Torma"},
    _TALKS + "Both took part in a seminar on mediation.": {"Seminar attendee Giorgi Beridze", "Seminar attendee Laszlo Torma"},
    _TRIP + "He was received by Laszlo Torma, President of the Curia of Hungary.": {
        "Meeting attendee Sherzod Olimjonov",
        "Meeting attendee Laszlo Torma",
    },
    _TRIP[:-2] + " and was received by Laszlo Torma, President of the Curia of Hungary.": {
        "Meeting attendee Sherzod Olimjonov",
        "Meeting attendee Laszlo Torma",
    },
    _TRIP + "The Uzbek minister met Laszlo Torma, President of the Curia of Hungary.": {
        "Meeting attendee Sherzod Olimjonov",
        "Meeting participant organization/moj-uz",
    },
    "The visit of a delegation led by Prosecutor General of Azerbaijan Nijat Mehdi to Serbia has ended. The delegation was received by "
    "Serbian Minister of Justice Dejan Obradovic.": {"Meeting attendee Nijat Mehdi", "Meeting attendee Dejan Obradovic"},
    "A forum was held in Astana. It was chaired by Chairman of the Supreme Court of Kazakhstan Bekzat Aliev. The Chairman received UNDP "
    "Representative Mikael Strand.": {"Meeting attendee Bekzat Aliev", "Meeting attendee Mikael Strand"},
    "A forum of ministers was held in Turkistan on 2 March, preceded on 1 March by a seminar of officials.\n\nMinister of Justice of "
    "Moldova Ana Rusu stated that courts are slow.": {"Forum speaker Ana Rusu"},
    "A meeting of attorneys general was held in Muscat. Taking part were Hamad Al Zaabi, Attorney General of Qatar; "
    "Ibrahim Al Dosari, Attorney General of Bahrain; and Mubarak Al Rashidi, Public Prosecutor of Kuwait.": {
        "Meeting attendee Hamad Al Zaabi",
        "Meeting attendee Ibrahim Al Dosari",
        "Meeting attendee Mubarak Al Rashidi",
    },
    _HELD + "Guests came from Georgia and Hungary. Also represented were Interpol and the OSCE.": {
        "Seminar participant state/GE",
        "Seminar participant state/HU",
        "Seminar participant organization/interpol",
        "Seminar participant organization/osce",
    },
    _HELD + "Ombudsman Akos Torma of Hungary attended.": {"Seminar participant organization/ombudsman-hu"},
}


@pytest.mark.parametrize(("sentences", "facts"), _POINTING.items())
def test_words_point_back_to_those_who_are_meant(sentences: str, facts: set[str]) -> None:
    assert facts <= told(sentences, "en")


_ABSENT = {
    _HELD + "Minister of Justice of Georgia Giorgi Beridze was represented by his deputy, Ana Rusu.": "Seminar attendee Giorgi Beridze",
    _HELD + "Minister of Justice of Georgia Giorgi Beridze did not attend.": "Seminar attendee Giorgi Beridze",
    _HELD + "A message from Minister of Justice of Georgia Giorgi Beridze was read out by Ana Rusu.": "Seminar attendee Giorgi Beridze",
    "A seminar sponsored by the OSCE was held in Tbilisi.": "Seminar organizer organization/osce",
    "The Council held its sitting in Tbilisi with deputies from Georgia and Hungary.": "Session organizer state/GE",
    _HELD + "It was attended by Samir Guliyev, head of the International Relations Department.": (
        "Seminar participant International Relations Department"
    ),
    _HELD + "Ana Rusu was introduced to the staff by Minister of Justice of Georgia Giorgi Beridze.": "Seminar speaker Giorgi Beridze",
}


@pytest.mark.parametrize(("sentences", "fact"), _ABSENT.items())
def test_who_was_not_there_is_not_read(sentences: str, fact: str) -> None:
    facts = told(sentences, "en")
    assert facts
    assert fact not in facts
