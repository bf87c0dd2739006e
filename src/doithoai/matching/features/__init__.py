"""What two questions have in common and what sets them apart, as numbers."""

from doithoai.matching.features.pair import FEATURES, Standing, features
from doithoai.matching.features.profile import Profile, Unit, profile
from doithoai.matching.features.weighed import Weighed, weighed
from doithoai.matching.features.weighing import Weighing, frequencies, shares

__all__ = [
    "FEATURES",
    "Profile",
    "Standing",
    "Unit",
    "Weighed",
    "Weighing",
    "features",
    "frequencies",
    "profile",
    "shares",
    "weighed",
]
