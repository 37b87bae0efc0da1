"""Speed, as ratios to a bare floor measured in the same run. Not part of the product."""
