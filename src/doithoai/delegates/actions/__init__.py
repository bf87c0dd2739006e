"""Every write of the delegates room."""

from doithoai.delegates.actions.quotas import lay_quotas

__all__ = ["lay_quotas"]
