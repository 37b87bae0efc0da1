"""Intake: registering a dispute, completeness, competence, acceptance or refusal, hand-over (rules CMP, STN)."""
