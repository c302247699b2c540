"""Words read backwards into stems and endings, and stems spelt forwards into forms."""

import tomllib
from pathlib import Path

import pytest

from qurultay.language.suffixes import Ending, Suffixes, VerbForm

TABLE = tomllib.loads((Path(__file__).parents[2] / "data" / "languages" / "az" / "suffixes.toml").read_text(encoding="utf-8"))
AZ = Suffixes(TABLE)


@pytest.mark.parametrize(
    ("word", "stem", "plural", "possessive", "case"),
    [
        ("nazir", "nazir", False, "", "nom"),
        ("nazirlərə", "nazir", True, "", "dat"),
        ("bakıda", "bakı", False, "", "loc"),
        ("bakıdakı", "bakı", False, "", "rel"),
        ("məhkəməsinin", "məhkəmə", False, "3", "gen"),
        ("məhkəməyə", "məhkəmə", False, "", "dat"),
        ("prokurorluğunun", "prokurorluq", False, "3", "gen"),
        ("nazirliyindən", "nazirlik", False, "3", "abl"),
        ("ölkəmizin", "ölkə", False, "1pl", "gen"),
        ("tdt-nin", "tdt", False, "", "gen"),
        ("report'dan", "report", False, "", "abl"),
    ],
)
def test_a_word_is_read_as_its_stem_and_ending(word: str, stem: str, plural: bool, possessive: str, case: str) -> None:
    assert Ending(stem, plural, possessive, case) in AZ.nominal(word)


@pytest.mark.parametrize(
    ("word", "stem"),
    [
        ("bakıdə", "bakı"),  # the ending's vowel follows the stem's
        ("məhkəmənun", "məhkəmə"),
        ("nazirsi", "nazir"),  # the buffer stands after a vowel only
        ("sda", "s"),  # a stem has a vowel
    ],
)
def test_an_ending_that_the_stem_does_not_allow_is_none(word: str, stem: str) -> None:
    assert stem not in {ending.stem for ending in AZ.nominal(word)}


def test_the_bare_word_is_the_first_reading() -> None:
    assert AZ.nominal("şuşa")[0] == Ending("şuşa")
    assert AZ.nominal("") == (Ending(""),)


@pytest.mark.parametrize(
    ("stem", "form", "told"),
    [
        ("et", "edib", VerbForm("fin", "past")),
        ("et", "etdi", VerbForm("fin", "past")),
        ("imzala", "imzalayıb", VerbForm("fin", "past")),
        ("imzala", "imzalamayıb", VerbForm("fin", "past", negative=True)),
        ("qatıl", "qatılacaq", VerbForm("any", "fut")),
        ("xatırlat", "xatırladıb", VerbForm("fin", "past")),
    ],
)
def test_a_verb_is_spelt_in_every_form(stem: str, form: str, told: VerbForm) -> None:
    assert (form, told) in set(AZ.verb_forms(stem))


def test_a_stem_without_a_vowel_has_no_forms() -> None:
    assert list(AZ.verb_forms("brr")) == []


@pytest.mark.parametrize(
    ("stem", "plural", "possessive", "case", "form"),
    [
        ("nazir", True, "", "dat", "nazirlərə"),
        ("prokurorluq", False, "3", "gen", "prokurorluğunun"),
        ("məhkəmə", False, "3", "loc", "məhkəməsində"),
        ("tdt", False, "", "dat", "tdt"),
        ("ev", False, "", "no such case", "ev"),
    ],
)
def test_inflect(stem: str, plural: bool, possessive: str, case: str, form: str) -> None:
    assert AZ.inflect(stem, plural=plural, possessive=possessive, case=case) == form


@pytest.mark.parametrize("stem", ["nazir", "prokurorluq", "məhkəmə", "nazirlik", "xanım", "bölgü"])
@pytest.mark.parametrize("case", ["gen", "dat", "acc", "loc", "abl"])
@pytest.mark.parametrize("possessive", ["", "3", "1pl"])
def test_what_is_spelt_is_read_back(stem: str, possessive: str, case: str) -> None:
    assert Ending(stem, False, possessive, case) in AZ.nominal(AZ.inflect(stem, possessive=possessive, case=case))
