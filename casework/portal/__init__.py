"""The parties' door: a case by its number and a code, without an account; what is handed in waits for the office."""
