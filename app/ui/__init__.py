"""What people see: one package a screen; no SQL, no rules of the office."""
