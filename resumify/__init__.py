"""Resumify's domain: everything that can be run and tested without a framework."""
