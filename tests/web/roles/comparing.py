"""Addresses of search and of the lexicon."""

# address                     key        anon host offi odec chai lead supp depa else read door admi
PAGES = """
public:search                 -          200  200  200  200  200  200  200  200  200  200  200  200
questions:search              -          in   200  200  200  200  200  200  200  200  200  200  200
"""
