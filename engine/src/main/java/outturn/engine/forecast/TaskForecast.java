package outturn.engine.forecast;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import outturn.engine.duration.Knowledge;

/// How a task that has not ended is expected to go.
///
/// @param critical the chance that it is on a path that decides a promised end of its course, or
///   the end of the course where nothing is promised
/// @param slack how much later it may end without moving an end that matters, in half of the draws
///   at least; empty when no such end comes of it
/// @param start of its last attempt, the median; empty when it begins in fewer than half of the
///   draws
/// @param success the chance that it succeeds
public record TaskForecast(
    String name,
    double critical,
    Optional<Duration> slack,
    Optional<Instant> start,
    Expected finish,
    double success,
    Knowledge knowledge) {}
