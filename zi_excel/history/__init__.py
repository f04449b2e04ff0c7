"""What earlier refreshes saw: one entry per as-of day, in the workbook's own tab `Monev Riwayat`. Pure."""
