"""Backups: a whole store as one portable file, and a store made of it again."""
