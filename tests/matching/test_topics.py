"""A topic of the plan is proposed by the telling words a question shares with it."""

import pytest

from doithoai.matching.topics import propose_topic

TOPICS = (
    "Hỗ trợ phụ nữ khởi nghiệp, vay vốn ưu đãi, tìm đầu ra cho sản phẩm",
    "Phòng, chống bạo lực gia đình, xâm hại trẻ em đối với phụ nữ",
    "Bảo hiểm xã hội, chế độ thai sản cho phụ nữ và lao động tự do",
)


@pytest.mark.parametrize(
    "text, place",
    [
        ("Phụ nữ khởi nghiệp được vay vốn ưu đãi bao nhiêu?", 0),
        ("Gặp bạo lực gia đình, xâm hại trẻ em thì báo cho ai?", 1),
        ("che do thai san cua lao dong tu do the nao", 2),
    ],
)
def test_the_topic_that_shares_most_is_proposed(text, place):
    found = propose_topic(text, TOPICS)

    assert found is not None
    assert found.place == place


def test_the_reason_quotes_the_shared_words_as_they_were_sent():
    found = propose_topic("Chị em khởi nghiệp cần Vay vốn ưu đãi", TOPICS)

    assert found is not None
    assert found.reason == "Cùng nói: “khởi nghiệp”, “Vay vốn ưu đãi”"


@pytest.mark.parametrize(
    "text", ["", "?!", "Khi nào xã có nước sạch?", "Phụ nữ xã tôi hỏi về đường"]
)
def test_nothing_telling_shared_proposes_nothing(text):
    assert propose_topic(text, TOPICS) is None


def test_two_topics_that_share_as_much_propose_nothing():
    same = "Phụ nữ khởi nghiệp, vay vốn ưu đãi"

    assert propose_topic(same, [same, same]) is None


def test_a_plan_without_topics_or_with_one_is_no_trouble():
    assert propose_topic("Vay vốn ưu đãi khởi nghiệp", []) is None
    assert propose_topic("Vay vốn ưu đãi cho phụ nữ khởi nghiệp", TOPICS[:1]) is not None
