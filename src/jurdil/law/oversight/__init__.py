"""Law of the overseer: clocks and steps of cases, advice, neutrality, prevention, risk."""
