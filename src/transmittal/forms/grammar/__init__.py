"""What several layouts share: numbered parts, value tables, contractor sentences."""
