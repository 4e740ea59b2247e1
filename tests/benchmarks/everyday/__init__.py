"""What users do all day, beside what they would use instead."""
