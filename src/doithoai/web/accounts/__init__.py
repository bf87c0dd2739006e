"""Sign-in, sign-out, change of password."""
