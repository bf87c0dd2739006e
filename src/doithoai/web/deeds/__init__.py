"""Lines of the trail in words officials read, wherever a trail is shown."""

from doithoai.web.deeds.lines import Deed, deeds_of

__all__ = ["Deed", "deeds_of"]
