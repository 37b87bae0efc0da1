"""A year of a city's life: invented disputes walked through the same verbs as the screens, up to a given instant."""
