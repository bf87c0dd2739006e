"""Questions about the same matter, proposed as groups, each pair with its reason."""

from doithoai.matching.groups.grouping import Group, Item, Pair, group, near, score_pairs
from doithoai.matching.groups.linking import Contradiction

__all__ = ["Contradiction", "Group", "Item", "Pair", "group", "near", "score_pairs"]
