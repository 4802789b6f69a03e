"""English: which words are the writer's own, and what a line may change of them."""
