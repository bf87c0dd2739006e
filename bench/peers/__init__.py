"""One method a module, each run in a process of its own: reads questions, writes scored pairs."""
