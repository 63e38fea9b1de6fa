"""Migrations, from the first table on."""

# In their order; a database with another version was made by a newer program.
REVISIONS = ("0001",)
