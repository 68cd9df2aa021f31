package outturn.charts.course;

import outturn.evidence.series.Window;

/// A typical value of a stretch of periods.
public record Level(Window window, double value) {}
