"""English: who was at an event, who spoke there and who held it, one construction a case."""
# ruff: noqa: E501 (sentences stay whole)

from __future__ import annotations

import pytest

from tests.unit.telling import told

_SEMINAR = "A seminar was held in Baku on March 12. "


def of(predicate: str, sentences: str) -> set[str]:
    """Return who is told as attendee, speaker, participant … of any event of some sentences."""
    return {fact.split(f" {predicate} ", 1)[1].removeprefix("organization/") for fact in told(sentences, "en") if f" {predicate} " in fact}


@pytest.mark.parametrize(
    ("sentence", "people", "bodies"),
    [
        # told by the noun for those present, the verb before them
        ("Participants included Prosecutor General Kamran Aliyev and the Minister of Justice of Georgia Paata Salia.", {"Kamran Aliyev", "Paata Salia"}, {"pgo-az", "moj-ge"}),
        ("The guests were Prosecutor General Kamran Aliyev and UNODC Representative Anna Smith.", {"Kamran Aliyev", "Anna Smith"}, {"pgo-az", "unodc"}),
        ("Taking part were the prosecutors general of Kazakhstan, Uzbekistan and Kyrgyzstan.", set(), {"pgo-kz", "pgo-uz", "pgo-kg"}),
        ("Also attending were officials from the Ministry of Justice and the Council of Europe.", set(), {"moj-az", "council-of-europe"}),
        ("Also present were Justice Minister Farid Ahmadov and UNODC Representative Anna Smith.", {"Farid Ahmadov", "Anna Smith"}, {"moj-az", "unodc"}),
        # people without names, by where they come from
        ("It was attended by representatives of the prosecutor's offices of Kazakhstan and Georgia, as well as experts from the Council of Europe.", set(), {"pgo-kz", "pgo-ge", "council-of-europe"}),
        ("Chief prosecutors from Georgia and Kazakhstan attended it.", set(), {"pgo-ge", "pgo-kz"}),
        ("Over sixty lawyers have signed up, among them judges from Georgia and Hungary.", set(), {"state/GE", "state/HU"}),
        # full names without a title
        ("It was attended by Anna Smith, John Brown and Peter White.", {"Anna Smith", "John Brown", "Peter White"}, set()),
        ("It was attended by Anna Smith (UNODC) and John Brown (OSCE).", {"Anna Smith", "John Brown"}, {"unodc", "osce"}),
        # sides, delegations and those who stand for others
        ("On the Georgian side, the seminar was attended by Deputy Prosecutor General Tamar Beridze.", {"Tamar Beridze"}, {"pgo-ge"}),
        ("From the Turkish side, Justice Minister Yilmaz Tunc and Prosecutor General Bekir Sahin took part in the seminar.", {"Yilmaz Tunc", "Bekir Sahin"}, {"moj-tr", "pgo-tr"}),
        ("Prosecutor General Nigmatilla Yuldashev led the Uzbek delegation.", {"Nigmatilla Yuldashev"}, {"pgo-uz"}),
        ("Heading the Georgian delegation was Deputy Minister of Justice Tamar Beridze.", {"Tamar Beridze"}, {"moj-ge"}),
        ("Deputy Prosecutor General Tamar Beridze represented Georgia.", {"Tamar Beridze"}, {"pgo-ge"}),
        ("Representing Georgia was Deputy Prosecutor General Tamar Beridze.", {"Tamar Beridze"}, {"pgo-ge"}),
        ("The Council was represented by its secretary.", set(), set()),
        ("Delegations from Georgia's Ministry of Justice and the Supreme Court of Kazakhstan were in attendance.", set(), {"moj-ge", "supreme-court-kz"}),
        ("Among the countries represented were Georgia and Kazakhstan.", set(), {"state/GE", "state/KZ"}),
        ("The jury consisted of Justice Minister Farid Ahmadov and Judge Anna Smith.", {"Farid Ahmadov", "Anna Smith"}, {"moj-az"}),
        ("Justice Minister Farid Ahmadov listened from the front row. So did Supreme Court Chairman Inam Karimov.", {"Farid Ahmadov", "Inam Karimov"}, {"moj-az", "supreme-court-az"}),
        ("Participants: representatives of the OSCE and UNODC.", set(), {"osce", "unodc"}),
        ("In the chair: Prosecutor General Kamran Aliyev.", {"Kamran Aliyev"}, {"pgo-az"}),
        # posts beside names
        ("It was attended by Prosecutor General Kamran Aliyev and Minister Farid Ahmadov.", {"Kamran Aliyev", "Farid Ahmadov"}, {"pgo-az"}),
        ("It was attended by Anar Bayramli, Head of Department at the Prosecutor General's Office, and Giorgi Gabitashvili, Prosecutor General of Georgia.", {"Anar Bayramli", "Giorgi Gabitashvili"}, {"pgo-az", "pgo-ge"}),
    ],
)  # fmt: skip
def test_who_was_there(sentence: str, people: set[str], bodies: set[str]) -> None:
    assert of("attendee", _SEMINAR + sentence) == people
    assert of("participant", _SEMINAR + sentence) == bodies


@pytest.mark.parametrize(
    ("sentence", "speakers", "bodies"),
    [
        ("Anna Smith praised the reforms.", {"Anna Smith"}, set()),
        ('"Training is vital," said Anna Smith. Smith thanked the hosts.', {"Anna Smith"}, set()),
        ("Anna Smith, representing the Council of Europe, praised the reforms.", {"Anna Smith"}, {"council-of-europe"}),
        ("Anna Smith from the Council of Europe praised the reforms.", {"Anna Smith"}, {"council-of-europe"}),
        ("Niamh Gallagher of CARIN and Eurojust's Stefan Kruger spoke at it.", {"Niamh Gallagher", "Stefan Kruger"}, {"carin", "eurojust"}),
        ("Presentations were given by Anna Smith of UNODC and John Brown of the OSCE.", {"Anna Smith", "John Brown"}, {"unodc", "osce"}),
        ("Also speaking at the event were Justice Minister Farid Ahmadov and UNODC Representative Anna Smith.", {"Farid Ahmadov", "Anna Smith"}, {"moj-az", "unodc"}),
        ("The participants were welcomed by Prosecutor General Kamran Aliyev.", {"Kamran Aliyev"}, {"pgo-az"}),
        ("Prosecutor General Kamran Aliyev opened proceedings.", {"Kamran Aliyev"}, {"pgo-az"}),
        ("It began with welcoming remarks from Prosecutor General Kamran Aliyev.", {"Kamran Aliyev"}, {"pgo-az"}),
        ("Concluding remarks were made by Prosecutor General Kamran Aliyev.", {"Kamran Aliyev"}, {"pgo-az"}),
        ("The report was introduced by Vugar Rahimov, member of the Milli Majlis of Azerbaijan.", {"Vugar Rahimov"}, {"parliament-az"}),
        ("Comments were offered by Nazgul Abdyraeva (Kyrgyzstan).", {"Nazgul Abdyraeva"}, {"state/KG"}),
        ("The sessions were facilitated by Prosecutor General Kamran Aliyev.", {"Kamran Aliyev"}, {"pgo-az"}),
        ("Prosecutor General Kamran Aliyev took the floor first, followed by Georgia's Minister of Justice Paata Salia.", {"Kamran Aliyev", "Paata Salia"}, {"pgo-az", "moj-ge"}),
        ('Prosecutor General Kamran Aliyev: "Training is vital."', {"Kamran Aliyev"}, {"pgo-az"}),
        ("Speakers: Prosecutor General Kamran Aliyev and Anna Smith of UNODC.", {"Kamran Aliyev", "Anna Smith"}, {"pgo-az", "unodc"}),
        ("The trainers were Anna Smith and John Brown.", {"Anna Smith", "John Brown"}, set()),
        # names that are nobody's
        ("Freedom House praised the reforms.", set(), set()),
        ("Asian Development noted growth, and Silk Road said so.", set(), set()),
    ],
)  # fmt: skip
def test_who_spoke(sentence: str, speakers: set[str], bodies: set[str]) -> None:
    assert of("speaker", _SEMINAR + sentence) == speakers
    assert of("participant", _SEMINAR + sentence) == bodies


_PARTIES = {"Farid Ahmadov", "Berik Assylov"}


@pytest.mark.parametrize(
    "sentence",
    [
        "Farid Ahmadov, Minister of Justice, had talks in Astana with Mr. Berik Assylov, Prosecutor General of Kazakhstan.",
        "Minister of Justice Farid Ahmadov had a working meeting the same day with Berik Assylov, Prosecutor General of Kazakhstan.",
        "Minister of Justice Farid Ahmadov called on Prosecutor General of Kazakhstan Berik Assylov.",
        "Minister of Justice Farid Ahmadov paid a courtesy call on Prosecutor General of Kazakhstan Berik Assylov.",
        "Minister of Justice Farid Ahmadov paid a courtesy visit to Prosecutor General of Kazakhstan Berik Assylov in Astana.",
        "Minister of Justice Farid Ahmadov was hosted in Astana by Prosecutor General of Kazakhstan Berik Assylov.",
        "Minister of Justice Farid Ahmadov's meeting with Prosecutor General of Kazakhstan Berik Assylov took place in Astana.",
        "A meeting took place in Astana, with Minister of Justice Farid Ahmadov and Prosecutor General of Kazakhstan Berik Assylov attending.",
        "The paper was signed after talks held in Astana by Minister of Justice Farid Ahmadov and Prosecutor General of Kazakhstan Berik Assylov.",
        "In Astana, Minister of Justice Farid Ahmadov and Prosecutor General of Kazakhstan Berik Assylov met on 4 March.",
    ],
)
def test_who_met(sentence: str) -> None:
    found = told(sentence, "en")
    assert {f"Meeting attendee {name}" for name in _PARTIES} <= found
    assert {"Meeting participant organization/moj-az", "Meeting participant organization/pgo-kz"} <= found


@pytest.mark.parametrize(
    ("sentence", "bodies"),
    [
        ("The justice ministers of Azerbaijan and Kazakhstan, Farid Ahmadov and Yerlan Sarsembayev, met in Tashkent.", {"moj-az", "moj-kz"}),
        ("Azerbaijani and Kazakh justice ministers Farid Ahmadov and Yerlan Sarsembayev met in Tashkent.", {"moj-az", "moj-kz"}),
        ("Azerbaijan's Prosecutor General Kamran Aliyev and his counterparts from Georgia and Türkiye met in Tashkent.", {"pgo-az", "pgo-ge", "pgo-tr"}),
        ("Prosecutor General Kamran Aliyev met with his Georgian and Turkish counterparts in Tashkent.", {"pgo-az", "pgo-ge", "pgo-tr"}),
        ("Deputy Minister of Justice Azer Jafarov hosted a delegation from Kazakhstan's Ministry of Justice in Baku.", {"moj-az", "moj-kz"}),
    ],
)  # fmt: skip
def test_several_of_one_post_meet(sentence: str, bodies: set[str]) -> None:
    assert of("participant", sentence) == bodies


def test_several_meetings_are_told_by_one_noun() -> None:
    found = told("Minister of Justice Farid Ahmadov held separate meetings with Daniyar Kassenov and Umid Kholmatov.", "en")
    assert {"Meeting attendee Daniyar Kassenov", "Meeting attendee Umid Kholmatov"} <= found


def test_who_accompanies_a_guest_is_on_his_visit() -> None:
    assert of("attendee", "Judge Kadir Aydin, accompanied by Judge Yusuf Kaya, visited Baku on 4 March.") == {"Kadir Aydin", "Yusuf Kaya"}


def test_a_call_upon_a_state_is_no_meeting() -> None:
    assert not of("attendee", "Minister of Justice Farid Ahmadov called on Georgia to join the convention.")


@pytest.mark.parametrize(
    "sentence",
    [
        "Addressing the opening of the seminar in Tashkent on March 4, Prosecutor General Kamran Aliyev said that cooperation is expanding.",
        "Opening the seminar in Tashkent on March 4, Prosecutor General Kamran Aliyev said that cooperation is expanding.",
        '"Cooperation is expanding," said Prosecutor General Kamran Aliyev at a seminar in Tashkent on March 4.',
        "Cooperation is expanding, Prosecutor General Kamran Aliyev told a seminar in Tashkent on March 4.",
        "Prosecutor General Kamran Aliyev addressed a seminar on cybercrime in Tashkent on March 4.",
    ],
)
def test_a_clause_of_speech_tells_its_event(sentence: str) -> None:
    found = told(sentence, "en")
    assert {"Seminar speaker Kamran Aliyev", "Seminar place place/tashkent", "Seminar date 2024-03-04"} <= found


@pytest.mark.parametrize(
    "sentence",
    [
        "The organizers of the seminar held in Baku on March 12 were UNODC and the Ministry of Justice of Azerbaijan.",
        _SEMINAR + "The organisers were UNODC and the Ministry of Justice of Azerbaijan.",
        _SEMINAR + "Organisers: UNODC and the Ministry of Justice of Azerbaijan.",
        "UNODC and the Ministry of Justice of Azerbaijan gave a seminar in Baku on March 12.",
    ],
)
def test_who_held_it(sentence: str) -> None:
    assert of("organizer", sentence) == {"unodc", "moj-az"}


def test_who_brings_people_together_holds_the_event() -> None:
    found = told("The OSCE brought together judges from Georgia and Kazakhstan for a seminar in Baku on March 12.", "en")
    assert {"Seminar organizer organization/osce", "Seminar participant state/GE", "Seminar participant state/KZ"} <= found
    assert "Seminar participant organization/osce" not in found


@pytest.mark.parametrize(
    ("sentence", "bodies"),
    [
        ("Judges from Armenia and Georgia took part in a regional workshop on cybercrime held in Tbilisi on 12 March.", {"state/AM", "state/GE"}),
        ("The conference in Almaty on 12 March was attended by heads of missions, representatives of international organizations, including the OSCE and UNODC.", {"osce", "unodc"}),
        ("The conference in Almaty on 12 March was attended by contact points from Armenia and Georgia.", {"state/AM", "state/GE"}),
        ("The conference was held in Tashkent on 12 March. Ashita Mittal, who represented UNODC, thanked the hosts.", {"unodc"}),
        ("The conference was held in Tashkent on 12 March. From UNODC, the event was attended by Regional Representative Ashita Mittal.", {"unodc"}),
    ],
)  # fmt: skip
def test_lists_of_those_present_go_on(sentence: str, bodies: set[str]) -> None:
    assert of("participant", sentence) == bodies


@pytest.mark.parametrize(
    "sentence",
    [
        "Speakers will include Prosecutor General Kamran Aliyev.",
        "Prosecutor General Kamran Aliyev is expected to deliver a keynote speech.",
    ],
)
def test_who_is_to_speak_speaks_at_what_is_to_come(sentence: str) -> None:
    found = told("The conference will be held in Tashkent on 12 April. " + sentence, "en")
    assert {"Conference speaker Kamran Aliyev", "Conference status Planned"} <= found
