package outturn.charts.control;

/// What a chart shows, in plain words.
///
/// @param title one line, such as the measure's title
/// @param description a sentence or two for those who do not see the chart; may be empty
public record Caption(String title, String description) {}
