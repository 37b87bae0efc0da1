"""Performance (履行): what an agreement obliges to, proof of it, urging, return visits, breach and what may follow."""
