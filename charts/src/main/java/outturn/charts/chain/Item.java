package outturn.charts.chain;

import java.util.List;

/// What takes room in a column: a box, or the way of links past the boxes of it.
///
/// @param key of the box, or of the way
/// @param lines of the title; none of a way
record Item(String key, double height, List<String> lines) {}
