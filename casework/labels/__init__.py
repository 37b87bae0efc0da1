"""Labels (标签): repeat, relapse, group, intent, bad faith. The product proposes with sources; people find."""
