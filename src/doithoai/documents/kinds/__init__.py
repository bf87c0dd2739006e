"""Official papers as facts and what they say: one file a kind, no query, no font."""

KINDS = (
    "plan",
    "delegate_list",
    "invitation",
    "seat_map",
    "compiled_questions",
    "guidance_slip",
    "transfer_slip",
    "referral_letter",
    "answers_booklet",
    "programme",
    "script",
    "speech",
    "estimate",
    "escalation_report",
    "settlement",
    "minutes",
    "conclusion_notice",
    "result_report",
    "press_kit",
)
"""Every kind by the name of its file, in the order of the life cycle."""
