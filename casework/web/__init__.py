"""The top floor: the app factory, the life of a request, error pages, sign-in, the command line."""
