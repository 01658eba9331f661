"""Inforce publishes a company's policies the way an official gazette publishes law."""
