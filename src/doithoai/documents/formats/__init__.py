"""Papers as files: layout after Nghị định 30/2020/NĐ-CP, Phụ lục I, set once for every kind."""
