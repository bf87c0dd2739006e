"""What every citizens' page stands on, whichever room shows it: who may read, names, limits."""
