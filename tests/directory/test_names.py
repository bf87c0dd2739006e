"""An agency's name in full."""

from doithoai.directory.names import full_name


def test_the_full_name_holds_the_place_once():
    assert full_name("Sở Y tế", "tỉnh", "Cao Bằng") == "Sở Y tế tỉnh Cao Bằng"
    assert full_name("Báo Cao Bằng", "tỉnh", "Cao Bằng") == "Báo Cao Bằng"
