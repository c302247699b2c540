"""English: the day and the place of an event are found wherever its sentence tells them: kinds of event by verbs by dates by places."""

from __future__ import annotations

import pytest

from tests.unit.telling import told

_EVENTS = [
    ("an international conference on cybercrime", "Conference"),
    ("the 3rd Forum of Prosecutors General", "Forum"),
    ("a seminar for judges", "Seminar"),
    ("a round table on legal aid", "Seminar"),
    ("a training course", "Training"),
    ("the 5th session of the Council of Prosecutors General", "Session"),
    ("a wreath-laying ceremony", "Ceremony"),
]
_DAYS = [
    ("on Friday", "2024-03-08", ""),
    ("on 5 March", "2024-03-05", ""),
    ("on March 5, 2024", "2024-03-05", ""),
    ("yesterday", "2024-03-11", ""),
    ("earlier today", "2024-03-12", ""),
    ("on 5-6 March", "2024-03-05", "2024-03-06"),
    ("from 5 to 6 March", "2024-03-05", "2024-03-06"),
    ("on 5 and 6 March", "2024-03-05", "2024-03-06"),
    ("between 5 and 6 March", "2024-03-05", "2024-03-06"),
    ("on Thursday and Friday", "2024-03-07", "2024-03-08"),
    ("from Wednesday to Friday", "2024-03-06", "2024-03-08"),
    ("on Tuesday, 5 March", "2024-03-05", ""),
    ("on the 5th of March", "2024-03-05", ""),
    ("last month", "2024-02", ""),
]
_PLACES = [
    ("in Tashkent", "place/tashkent"),
    ("in Tashkent, Uzbekistan", "place/tashkent"),
    ("in the Uzbek capital", "place/tashkent"),
    ("in Tashkent (Uzbekistan)", "place/tashkent"),
    ("in the Uzbek capital Tashkent", "place/tashkent"),
    ("in the city of Samarkand", "place/samarkand"),
    ("in downtown Tashkent", "place/tashkent"),
    ("at the Hilton Hotel in Tashkent", "place/tashkent"),
    ("at the headquarters of the Ministry of Justice in Tashkent", "place/tashkent"),
    ("in the capital of Uzbekistan", "place/tashkent"),
    ("in Uzbekistan's Samarkand", "place/samarkand"),
    ("in the southern city of Termez", "place/termez"),
    ("in Uzbekistan", "state/UZ"),
]
_ONE = "Prosecutor General of Georgia Giorgi Beridze"
_SENTENCES = [
    "{e} was held {p} {d}.",
    "{e} was held {d} {p}.",
    "{d}, {e} was held {p}.",
    "{d} {e} took place {p}.",
    "{p}, {e} was held {d}.",
    "{e} opened {p} {d}.",
    "{e} kicked off {d} {p}.",
    "{d}, {e} opened its doors {p}.",
    "the Ministry of Justice of Georgia held {e} {p} {d}.",
    "{d}, the Ministry of Justice of Georgia organised {e} {p}.",
    "the Ministry of Justice of Georgia hosted {e} {d} {p}.",
    f"{_ONE} took part in {{e}} {{p}} {{d}}.",
    f"{{d}}, {_ONE} took part in {{e}} held {{p}}.",
    f"{_ONE} took part in {{e}}, held {{p}} {{d}}.",
    f"{_ONE} took part in {{e}}, which took place {{p}} {{d}}.",
    f"{{d}}, {_ONE} spoke at {{e}} {{p}}.",
    f"{_ONE} addressed {{e}} {{p}} {{d}}.",
    f"speaking at {{e}} {{p}} {{d}}, {_ONE} said that cooperation was growing.",
    "{e} brought together prosecutors of Georgia and Hungary {p} {d}.",
    "{e}, held {p} {d}, brought together prosecutors of Georgia and Hungary.",
    "held {p} {d}, {e} brought together prosecutors of Georgia and Hungary.",
    "judges and prosecutors gathered {p} {d} for {e}.",
    "the Ministry of Justice of Georgia organised {e}. It was held {p} {d}.",
    "the Ministry of Justice of Georgia organised {e}. The event took place {p} {d}.",
    "{e} was held {p}. The event took place {d}.",
    "{e} was held {d}. The event took place {p}.",
    "the ministry reported that {e} had been held {p} {d}.",
    "{e} was organised {p} {d} by UNDP.",
    f"{{e}}, which was held {{p}} {{d}}, was attended by {_ONE}.",
    "there was {e} {p} {d}.",
    f"among the participants of {{e}}, held {{p}} {{d}}, was {_ONE}.",
]
_CELLS = [
    pytest.param(sentence, _EVENTS[at % len(_EVENTS)], day, place, id=f"{at}-{day[0]}-{place[0]}")
    for at, sentence in enumerate(_SENTENCES)
    for day, place in [
        *((day, _PLACES[at % len(_PLACES)]) for day in _DAYS[at % 2 :: 2]),
        *((_DAYS[at % len(_DAYS)], place) for place in _PLACES[at % 3 :: 3]),
    ]
]


@pytest.mark.parametrize(("sentence", "event", "day", "place"), _CELLS)
def test_day_and_place_are_told(sentence: str, event: tuple[str, str], day: tuple[str, str, str], place: tuple[str, str]) -> None:
    (noun, kind), (when, first, last), (where, path) = event, day, place
    text = sentence.format(e=noun, d=when, p=where)
    found = told(text[0].upper() + text[1:], "en")
    dated = {f"{kind} date {first}"} | ({f"{kind} end {last}"} if last else set())
    assert {kind, f"{kind} place {path}"} | dated <= found


_OTHER = "Hungarian Prosecutor General Peter Polt"
_MEETINGS = [
    f"{_ONE} met with {_OTHER} {{p}} {{d}}.",
    f"{{d}}, {_ONE} met {_OTHER} {{p}}.",
    f"{_ONE} held talks with {_OTHER} {{d}} {{p}}.",
    f"talks between {_ONE} and {_OTHER} were held {{p}} {{d}}.",
    f"{{d}}, a meeting was held {{p}} between {_ONE} and {_OTHER}.",
    f"{_OTHER} was received by {_ONE} {{p}} {{d}}.",
    f"{_ONE} and {_OTHER} met {{p}} {{d}}.",
    f"{_ONE} and {_OTHER} discussed cooperation at a meeting {{p}} {{d}}.",
    f"{_ONE} said that cooperation was growing at a meeting with {_OTHER} {{p}} {{d}}.",
    f"during a meeting with {_OTHER} {{p}} {{d}}, {_ONE} praised cooperation.",
    f"{_ONE} met with {_OTHER}. The meeting took place {{p}} {{d}}.",
    f"{_ONE} had a meeting {{p}} {{d}} with {_OTHER}.",
    f"{_ONE} and {_OTHER} agreed on joint training at talks {{p}} {{d}}.",
    f"{_ONE} told reporters after talks with {_OTHER} {{p}} {{d}} that trust was growing.",
    f"{_ONE} exchanged views with {_OTHER} {{p}} {{d}}.",
    f"{_ONE} told {_OTHER} at a meeting {{p}} {{d}} that the law had changed.",
    f"{_ONE} and {_OTHER} sat down for talks {{p}} {{d}}.",
]
_ONE_DAY = [day for day in _DAYS if len(day[1]) == len("2024-03-05") and not day[2]]


@pytest.mark.parametrize("at", range(len(_ONE_DAY)))
@pytest.mark.parametrize("sentence", _MEETINGS)
def test_who_met_when_and_where_is_told(sentence: str, at: int) -> None:
    (when, day, _), (where, path) = _ONE_DAY[at], _PLACES[at % len(_PLACES)]
    text = sentence.format(d=when, p=where)
    found = told(text[0].upper() + text[1:], "en")
    people = {"Meeting attendee Giorgi Beridze", "Meeting attendee Peter Polt"}
    assert people | {f"Meeting date {day}", f"Meeting place {path}"} <= found


@pytest.mark.parametrize(
    ("days", "first", "last"),
    [
        ("from Monday to Friday", "2024-03-18", "2024-03-22"),
        ("from Wednesday to Friday", "2024-03-13", "2024-03-15"),
        ("on Thursday and Friday", "2024-03-14", "2024-03-15"),
    ],
)
def test_weekdays_to_come_are_of_one_week(days: str, first: str, last: str) -> None:
    found = told(f"The Ministry of Justice of Georgia will host a conference on mediation in Tbilisi {days}.", "en")
    assert {f"Conference date {first}", f"Conference end {last}"} <= found
