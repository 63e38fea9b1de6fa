"""Kantor: the agency, its people and accounts, who is ordered to do what."""
