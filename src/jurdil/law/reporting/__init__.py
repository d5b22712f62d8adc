"""Reports and press: numbers and days in Indonesian text, sum checks, planned against done."""
