package outturn.charts.course;

/// A rectangle of the drawing, in pixels.
record Box(double left, double top, double right, double bottom) {}
