"""Life cycles drawn from their tables, for the pages of docs/."""

from doithoai.workflow.transitions import State, Transitions


def diagram(transitions: Transitions, title: str) -> str:
    """A Mermaid state diagram: begins at the first state, ends where nothing follows."""
    states: list[State] = list(transitions)
    return "\n".join(
        [
            "---",
            f'title: "{title}"',
            "---",
            "stateDiagram-v2",
            *(f'    state "{_quoted(state)}" as {state.name}' for state in states),
            f"    [*] --> {states[0].name}",
            *(line for state in states for line in _arrows(transitions, state)),
        ]
    )


def _arrows(transitions: Transitions, state: State) -> list[str]:
    following = transitions.targets(state)
    if not following:
        return [f"    {state.name} --> [*]"]
    return [f"    {state.name} --> {to.name}" for to in transitions if to in following]


def _quoted(state: State) -> str:
    return str(state.label).replace('"', "#quot;")
