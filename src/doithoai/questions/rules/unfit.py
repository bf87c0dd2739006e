"""A file that cannot be taken."""


class Unfit(ValueError):
    """Why a file is not taken and what to do; read after the file's name."""
