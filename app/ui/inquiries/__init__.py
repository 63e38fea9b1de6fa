"""Inquiries and comments: what citizens ask and say, and how far the answer has come."""
