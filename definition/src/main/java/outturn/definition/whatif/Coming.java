package outturn.definition.whatif;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import outturn.definition.ahead.Starter;
import outturn.definition.workflow.Graph;

/// A run that is to start.
///
/// @param tasks how long each is expected to take; one that is absent takes no time
public record Coming(Starter starter, Instant due, Graph graph, Map<String, Duration> tasks) {}
