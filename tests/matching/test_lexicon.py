from doithoai.matching.lexicon import Abbreviation, Concept, lexicon_from, shipped_lexicon


def test_tables_are_read_with_or_without_a_head_and_notes_are_skipped(tmp_path):
    (tmp_path / "abbreviations.tsv").write_text(
        "short\tfull\tafter\n# ghi chú\nCN\tcông nhân\tkcn; cty\n"
    )
    (tmp_path / "synonyms.tsv").write_text("lon\tlợn; heo\n")
    (tmp_path / "formulas.txt").write_text("xin hỏi\n\n")
    (tmp_path / "opposed.tsv").write_text("left\tright\ncấp\tthu hồi\n")
    (tmp_path / "aspects.tsv").write_text("aspect\tterms\nwhere\tở đâu\n")
    (tmp_path / "agency_phrases.tsv").write_text(
        "agency\tfield\tweight\tphrases\nso-y-te\tthuốc\t3\tthuốc tây; giá … thuốc\n"
    )
    lexicon = lexicon_from(tmp_path)
    assert lexicon.abbreviations == (Abbreviation("CN", "công nhân", ("kcn", "cty")),)
    assert lexicon.concepts == (Concept("lon", ("lợn", "heo")),)
    assert (lexicon.formulas, lexicon.opposed) == (("xin hỏi",), (("cấp", "thu hồi"),))
    assert lexicon.topics == (Concept("so-y-te/thuốc", ("thuốc tây",)),)
    assert lexicon.aspects == (Concept("where", ("ở đâu",)),)


def test_a_provinces_own_entries_come_before_ours():
    own = Abbreviation("BHYT", "bệnh viện y tế")
    extended = shipped_lexicon().extended(abbreviations=[own])
    assert extended.abbreviations[0] == own
    assert extended.concepts == shipped_lexicon().concepts
