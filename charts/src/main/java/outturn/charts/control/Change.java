package outturn.charts.control;

import java.time.LocalDate;

/// A dated event that the reader must know of, drawn as a vertical line with its label.
public record Change(LocalDate date, String label) {}
