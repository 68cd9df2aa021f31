package outturn.charts.chain;

import outturn.charts.svg.Paint;

/// A column of a chain.
///
/// @param title above it
/// @param paint of the edges of its boxes
public record Column(String title, Paint paint) {}
