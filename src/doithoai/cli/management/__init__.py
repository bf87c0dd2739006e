"""Management commands of Đối Thoại."""
