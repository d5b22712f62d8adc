"""Two records, one person? Pure functions over tables; no database, no Django."""
