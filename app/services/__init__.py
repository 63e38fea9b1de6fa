"""What people do: one module or package a desk. Acts take a Transaction, queries a session."""
