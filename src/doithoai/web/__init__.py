"""Everything that knows HTTP: pages by room, layout, components, refusals."""
