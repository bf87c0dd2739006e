"""Đối Thoại: a dialogue conference from the official plan to the last promise kept."""
