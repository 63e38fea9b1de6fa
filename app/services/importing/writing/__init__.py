"""Good rows become rows of the office: one writer a kind."""
