package outturn.engine.worth;

import java.util.List;

/// A run that comes, with its draws.
///
/// @param arrives in seconds
/// @param due in seconds
/// @param perHour what an hour of lateness costs
/// @param takes how long each task will take, in seconds, which nobody knows before
record Job(RecordedGraph graph, double arrives, double due, double perHour, List<Double> takes) {}
