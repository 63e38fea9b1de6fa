"""What people do: one module or package a desk; no Qt."""
