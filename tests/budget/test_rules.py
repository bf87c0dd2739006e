"""Money is whole đồng; norms hold by the day; proposals say why."""

from datetime import date, time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from doithoai.budget.rules import (
    MEALS,
    TOLD_SHARE,
    Headcount,
    Norm,
    ceiling_warning,
    differs_much,
    half_days,
    line_amount,
    norm_of,
    norms_in_force,
    paper_kind,
    propose_lines,
    propose_source,
)

OLD, NEW = date(2017, 7, 1), date(2025, 5, 4)
whole = st.integers(min_value=0, max_value=10**6)


def a_norm(key=1, item="break", ceiling=20_000, **over):
    values = {
        "content": "Giải khát giữa giờ",
        "unit": "người/buổi",
        "basis": "Thông tư 40/2017/TT-BTC",
        "basis_on": date(2017, 4, 28),
        "is_local": False,
        "is_verified": True,
        "valid_from": OLD,
        "valid_to": None,
    }
    return Norm(key=key, item=item, ceiling=ceiling, **(values | over))


@given(whole, whole, whole)
def test_an_amount_is_the_exact_product_and_never_a_fraction(quantity, times, rate):
    amount = line_amount(quantity, times, rate)

    assert type(amount) is int
    assert line_amount(quantity, times, rate + 1) - amount == quantity * times
    assert line_amount(times, quantity, rate) == amount


@given(st.lists(st.tuples(whole, whole, whole), max_size=40))
def test_a_sum_does_not_depend_on_the_order_of_its_lines(lines):
    amounts = [line_amount(*line) for line in lines]

    assert sum(amounts) == sum(reversed(amounts))


@given(st.integers(0, 10**12), st.integers(0, 10**12))
def test_a_difference_is_told_exactly_beyond_the_stated_share(approved, spent):
    beyond = abs(spent - approved) * 100 > approved * TOLD_SHARE

    assert differs_much(approved, spent) == beyond
    assert not differs_much(approved, approved)


def test_one_dong_beyond_the_share_is_told():
    assert not differs_much(10_000_000, 11_000_000)
    assert differs_much(10_000_000, 11_000_001)
    assert not differs_much(10_000_000, 9_000_000)
    assert differs_much(0, 1)


def test_the_norm_of_the_day_holds():
    old = a_norm(1, valid_to=date(2025, 5, 3))
    new = a_norm(2, ceiling=40_000, valid_from=NEW)

    assert norms_in_force([old, new], date(2024, 10, 24)) == [old]
    assert norms_in_force([old, new], date(2025, 5, 3)) == [old]
    assert norms_in_force([old, new], NEW) == [new]
    assert norms_in_force([old, new], date(2016, 1, 1)) == []


def test_the_provinces_own_norm_comes_before_the_countrys():
    national = a_norm(1, ceiling=40_000, valid_from=NEW)
    local = a_norm(2, ceiling=30_000, is_local=True, valid_from=OLD)

    assert norms_in_force([national, local], NEW) == [local]


def test_items_without_a_name_of_their_own_all_hold():
    first, second = a_norm(1, "other"), a_norm(2, "other")

    assert norms_in_force([first, second], NEW) == [first, second]


def test_a_rate_above_the_ceiling_is_told_with_its_source():
    warning = ceiling_warning(30_000, a_norm())

    assert "30.000 đ cao hơn mức chi tối đa 20.000 đ" in warning
    assert "Thông tư 40/2017/TT-BTC, ngày 28/4/2017" in warning
    assert ceiling_warning(20_000, a_norm()) == ""
    assert ceiling_warning(10**9, None) == ""


def test_a_norm_nobody_has_compared_with_its_paper_says_so():
    assert "chưa đối chiếu" in ceiling_warning(30_000, a_norm(is_verified=False))


@pytest.mark.parametrize(
    "content, found",
    [
        ("Nước giải khát giữa giờ", 1),
        ("Hỗ trợ tiền ăn đại biểu", 3),
        ("Thuê hội trường", None),
    ],
)
def test_words_of_a_line_find_the_highest_norm_they_may_mean(content, found):
    norms = [a_norm(1), a_norm(2, MEALS["town"], 150_000), a_norm(3, MEALS["city"], 200_000)]
    norm = norm_of(content, None, norms)

    assert (norm.key if norm else None) == found


def test_the_norm_a_person_chose_binds_while_it_is_in_force():
    town, city = a_norm(2, MEALS["town"], 150_000), a_norm(3, MEALS["city"], 200_000)

    assert norm_of("Tiền ăn", 2, [town, city]) == town
    assert norm_of("Tiền ăn", 99, [town, city]) == city


def test_proposals_follow_the_number_of_delegates_and_say_why():
    people = Headcount(expected=450, listed=20, unpaid=12, unknown=3)
    norms = [a_norm(7), a_norm(8, MEALS["town"], 150_000, content="Hỗ trợ tiền ăn")]
    tea, meal, *rest = propose_lines(people, norms, meal=MEALS["town"], sessions=2)

    assert (tea.quantity, tea.times, tea.rate, tea.amount) == (450, 2, 20_000, 18_000_000)
    assert tea.reason.startswith("450 đại biểu theo kế hoạch")
    assert (meal.quantity, meal.amount, meal.norm) == (12, 1_800_000, 8)
    assert "Còn 3 đại biểu" in meal.reason
    assert [line.rate for line in rest] == [0, 0, 0]
    assert all(line.reason for line in rest)


def test_nobody_known_without_salary_means_no_meals_are_proposed():
    people = Headcount(expected=0, listed=30, unpaid=0, unknown=30)
    norms = [a_norm(7), a_norm(8, MEALS["town"], 150_000)]
    found = propose_lines(people, norms, meal=MEALS["town"], sessions=1)

    assert [line.key for line in found] == ["break", "hall", "decoration", "papers"]
    assert found[0].quantity == 30


@pytest.mark.parametrize(
    "funding, has_finance, source",
    [
        ("Sử dụng nguồn tài chính công đoàn của Liên đoàn Lao động tỉnh.", True, "union"),
        ("Ngân sách tỉnh cấp trong dự toán chi thường xuyên.", False, "budget"),
        ("Xã hội hóa và nguồn tài trợ hợp pháp khác.", False, "other"),
        ("", True, "budget"),
        ("", False, "other"),
    ],
)
def test_the_source_is_proposed_from_the_plans_words(funding, has_finance, source):
    found, reason = propose_source(funding, has_finance)

    assert found == source
    assert reason


@pytest.mark.parametrize(
    "start, end, count",
    [
        (time(7, 30), time(11, 30), 1),
        (time(8), time(16, 30), 2),
        (time(13, 30), time(17), 1),
        (None, time(17), 1),
        (time(8), None, 1),
    ],
)
def test_half_days_are_told_by_the_hours(start, end, count):
    assert half_days(start, end) == count


def test_a_paper_is_known_by_its_bytes_and_never_by_its_name():
    assert paper_kind(b"%PDF-1.7 ...") == ("application/pdf", "pdf")
    assert paper_kind(b"\xff\xd8\xff\xe0") == ("image/jpeg", "jpg")
    assert paper_kind(b"\x89PNG\r\n\x1a\n") == ("image/png", "png")
    assert paper_kind(b"<html><script>") is None
    assert paper_kind(b"MZ") is None
    assert paper_kind(b"") is None
