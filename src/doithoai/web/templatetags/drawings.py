"""What is drawn: icons on 18 × 18, state shapes on 14 × 14, and which state has which shape."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Shape:
    """A drawing of a state and the tone it has unless told otherwise."""

    drawing: str
    tone: str = "ink"


CHECK = '<path class="cut" d="m4.3 7.2 2 2 3.5-4"/>'
SHAPES = {
    "new": Shape('<circle class="line" cx="7" cy="7" r="5.2"/>'),
    "unopened": Shape('<circle class="line dashes" cx="7" cy="7" r="5.2"/>'),
    "drafting": Shape(
        '<circle class="line" cx="7" cy="7" r="5.2"/><path class="fill" d="M7 1.8a5.2 5.2 0 0 1 0 '
        '10.4z"/>'
    ),
    "submitted": Shape('<path class="line" d="M7 1.7 12.3 7 7 12.3 1.7 7z"/>', "info"),
    "waiting-chair": Shape('<path class="fill" d="M7 .9 13.1 7 7 13.1.9 7z"/>', "info"),
    "returned": Shape(
        '<path class="line" d="M5.2 2.5 2.2 5.4l3 2.9M2.6 5.4h5.6a3 3 0 0 1 0 6H6"/>', "alarm"
    ),
    "soon": Shape('<path class="line" d="M7 2.2 12.6 12H1.4z"/>', "alarm"),
    "late": Shape(
        '<path class="fill" d="M7 1 13.6 12.8H.4z"/><path class="cut" d="M7 5.2v3.6M7 10.6v.4"/>',
        "alarm",
    ),
    "done": Shape(f'<circle class="fill" cx="7" cy="7" r="6"/>{CHECK}', "ok"),
    "merged": Shape(
        '<path class="line" d="M2.6 1.8v1.4c0 2 4.4 2.6 4.4 5M11.4 1.8v1.4c0 2-4.4 2.6-4.4 5v4"/>'
    ),
    "moved": Shape('<path class="line" d="M1.6 7h10M8 3.2 11.8 7 8 10.8"/>'),
    "set-aside": Shape(
        '<rect class="line" x="2" y="2" width="10" height="10" rx="1"/><path class="line" '
        'd="M4.6 7h4.8"/>'
    ),
    "sealed": Shape(
        '<rect class="fill" x="2" y="6" width="10" height="7" rx="1.4"/><path class="line" '
        'd="M4.4 6V4.2a2.6 2.6 0 0 1 5.2 0V6"/>',
        "alarm",
    ),
    "current": Shape(
        '<circle class="line" cx="7" cy="7" r="5.9"/><circle class="fill" cx="7" cy="7" r="3.9"/>',
        "seal",
    ),
    "past": Shape(f'<circle class="fill" cx="7" cy="7" r="6"/>{CHECK}'),
}

STATE_SHAPES = {
    # questions
    "received": "new",
    "selected": "drafting",
    "set_aside": "set-aside",
    "merged": "merged",
    "referred": "moved",
    "handed_over": "moved",
    "passed_on": "moved",
    "answered": "done",
    # received lists
    "uploaded": "new",
    "reading": "drafting",
    "read": "submitted",
    "taking": "drafting",
    "unreadable": "late",
    # answers
    "draft": "drafting",
    "submitted": "submitted",
    "returned": "returned",
    "appraised": "waiting-chair",
    "approved": "done",
    "published": "done",
    # estimates, settlements
    "passed": "waiting-chair",
    "escalated": "moved",
    "finalized": "done",
    # readings, assignments, conferences
    "review": "drafting",
    "opened": "done",
    "discarded": "set-aside",
    "todo": "unopened",
    "doing": "drafting",
    "done": "done",
    "issued": "done",
    # news, difficulties, messages
    "withdrawn": "set-aside",
    "open": "drafting",
    "settled": "done",
    "waiting": "submitted",
    "sent": "moved",
    "claimed": "soon",
    "failed": "late",
    "cancelled": "set-aside",
    # delegates
    "nominated": "new",
    "accepted": "done",
    "replaced": "moved",
    "prepared": "drafting",
    "declined": "set-aside",
    "substituted": "merged",
    "expected": "unopened",
    "confirmed": "done",
    "present": "done",
    "online": "done",
    "excused": "set-aside",
    "absent": "late",
    # programme, budget
    "ready": "done",
    "released": "done",
    "proposed": "new",
    "agreed": "done",
    "changed": "returned",
    "struck": "set-aside",
    "dropped": "set-aside",
    "pending": "submitted",
    # hall
    "running": "current",
    "paused": "drafting",
    "closed": "done",
    "queued": "new",
    "called": "submitted",
    "speaking": "current",
    "answering": "current",
    "put_off": "moved",
    "shown": "done",
    "refused": "set-aside",
    "taken": "moved",
    # conclusions
    "signed": "done",
    "reported": "submitted",
    "kept": "done",
    "carried": "moved",
    "asked": "submitted",
    "granted": "done",
}

ICONS = {
    "document": '<path d="M4.5 2h6l3 3v11h-9zM10.5 2v3h3M6.8 8.6h4.4M6.8 11.4h4.4"/>',
    "calendar": '<path d="M3 4h12v11.5H3zM3 7.6h12M6 2v3.4M12 2v3.4"/>',
    "pin": '<path d="M9 16s-5-4.6-5-8.6a5 5 0 0 1 10 0C14 11.4 9 16 9 16z"/><circle cx="9" '
    'cy="7.4" r="1.7"/>',
    "people": '<circle cx="6.8" cy="6" r="2.6"/><path d="M1.8 15c.2-3.2 2.2-4.8 5-4.8s4.8 1.6 5 '
    '4.8M11.6 3.6a2.6 2.6 0 0 1 0 4.8M13.6 10.8c1.6.6 2.5 2 2.6 4.2"/>',
    "person": '<circle cx="9" cy="5.8" r="2.9"/><path d="M3.4 15.6c.3-3.6 2.5-5.4 5.6-5.4s5.3 1.8 '
    '5.6 5.4"/>',
    "chat": '<path d="M3 3.4h12v8.4H8l-3.2 3v-3H3z"/>',
    "building": '<path d="M3.5 16V3h7v13M10.5 7h4v9M2 16h14M6 6h2M6 9h2M6 12h2M12.4 10h.2M12.4 '
    '13h.2"/>',
    "download": '<path d="M9 2.6v8.8M5.4 8 9 11.6 12.6 8M3.4 15h11.2"/>',
    "upload": '<path d="M9 11.8V3M5.4 6.4 9 2.8l3.6 3.6M3.4 15h11.2"/>',
    "plus": '<path d="M9 3.4v11.2M3.4 9h11.2"/>',
    "close": '<path d="m4.6 4.6 8.8 8.8M13.4 4.6l-8.8 8.8"/>',
    "check": '<path d="m3.6 9.6 3.6 3.6 7.2-8"/>',
    "search": '<circle cx="8" cy="8" r="4.8"/><path d="m11.6 11.6 4 4"/>',
    "arrow-left": '<path d="M11 4 6 9l5 5"/>',
    "arrow-right": '<path d="m7 4 5 5-5 5"/>',
    "chevron": '<path d="m4.6 6.8 4.4 4.4 4.4-4.4"/>',
    "sort": '<path d="m5 10.6 4-4 4 4"/>',
    "lock": '<rect x="3.6" y="8" width="10.8" height="7.6" rx="1.4"/><path d="M6 8V5.8a3 3 0 0 1 6 '
    '0V8"/>',
    "clock": '<circle cx="9" cy="9" r="6.4"/><path d="M9 5.2V9l2.6 1.8"/>',
    "edit": '<path d="m3 15 .8-3.4 8-8a1.4 1.4 0 0 1 2 0l.6.6a1.4 1.4 0 0 1 0 2l-8 8zM10.4 5l2.6 '
    '2.6"/>',
    "flag": '<path d="M4.4 16V2.6M4.4 3.4h8.8l-2 3.2 2 3.2H4.4"/>',
    "bell": '<path d="M4.4 12.6V8a4.6 4.6 0 0 1 9.2 0v4.6l1.2 1.2H3.2zM7.4 15.6h3.2"/>',
    "history": '<path d="M3 4v3.4h3.4M3.3 7.2A6.2 6.2 0 1 1 3 10.4M9 5.8V9.4l2.4 1.4"/>',
    "external": '<path d="M7 4H4v10h10v-3M10 3.4h4.6V8M14.4 3.6 8.6 9.4"/>',
    "copy": '<rect x="6.4" y="6.4" width="8.6" height="8.6" rx="1"/><path d="M11.6 '
    '6.2V3H3v8.6h3.2"/>',
    "print": '<path d="M5 6.6V2.6h8v4M5 13H2.8V6.6h12.4V13H13M5 10.6h8v4.8H5z"/>',
    "sun": '<circle cx="9" cy="9" r="3.2"/><path d="M9 1.8v1.8M9 14.4v1.8M1.8 9h1.8M14.4 9h1.8M3.9 '
    '3.9l1.3 1.3M12.8 12.8l1.3 1.3M14.1 3.9l-1.3 1.3M5.2 12.8l-1.3 1.3"/>',
    "moon": '<path d="M14.6 10.8A6.2 6.2 0 0 1 7.2 3.4a6.2 6.2 0 1 0 7.4 7.4z"/>',
    "sign-out": '<path d="M7.4 3H3.4v12h4M7 9h8M12 5.8 15.2 9 12 12.2"/>',
    "menu": '<path d="M3 5h12M3 9h12M3 13h12"/>',
    "list": '<path d="M6.6 4.6h8.8M6.6 9h8.8M6.6 13.4h8.8M3 4.6h.2M3 9h.2M3 13.4h.2"/>',
}
