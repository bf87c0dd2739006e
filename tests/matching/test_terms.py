import os
import subprocess
import sys

from doithoai.matching.terms import EVERY, hashed, terms
from doithoai.matching.words import normalise


def test_words_and_neighbouring_pairs_are_terms():
    found = terms(normalise("trạm bơm hỏng"))

    words = {hashed("tram"), hashed("bom"), hashed("hong")}
    assert set(found) == words | {hashed("tram", "bom"), hashed("bom", "hong")}


def test_formulas_are_not_terms():
    assert terms(normalise("Kính thưa đồng chí Chủ tịch, trạm bơm hỏng")) == terms(
        normalise("trạm bơm hỏng")
    )


def test_a_text_of_formulas_alone_still_has_terms():
    assert terms(normalise("Xin trân trọng cảm ơn"))


def test_diacritics_and_abbreviations_change_no_term():
    assert terms(normalise("thẻ BHYT hết hạn")) == terms(normalise("the bao hiem y te het han"))


def test_terms_fit_a_bigint_and_are_never_every():
    found = terms(normalise(" ".join(f"từ{number}" for number in range(300))))

    assert all(-(2**63) <= term < 2**63 and term != EVERY for term in found)
    assert list(found) == sorted(set(found))


def test_every_process_makes_the_same_terms():
    code = "from doithoai.matching.terms import hashed; print(hashed('tram', 'bom'))"
    seeds = [{**os.environ, "PYTHONHASHSEED": seed} for seed in ("1", "2")]
    told = [
        subprocess.run([sys.executable, "-c", code], env=env, capture_output=True, text=True)
        for env in seeds
    ]

    assert {one.stdout.strip() for one in told} == {str(hashed("tram", "bom"))}
