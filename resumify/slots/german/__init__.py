"""German: which words are the writer's own, what a line may change of them, and which of them have a capital."""
