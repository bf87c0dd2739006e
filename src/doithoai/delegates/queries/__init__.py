"""Reading the delegates room."""

from doithoai.delegates.queries.quotas import QuotaTable, quota_table

__all__ = ["QuotaTable", "quota_table"]
