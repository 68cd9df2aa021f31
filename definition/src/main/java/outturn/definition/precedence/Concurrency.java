package outturn.definition.precedence;

import java.util.Optional;
import outturn.definition.expression.Template;

/// How many runs of a workflow may be under way at once.
///
/// @param limit of those with the same key
/// @param key evaluated when a run is made; without one, all runs of the workflow share the limit
public record Concurrency(int limit, Optional<Template> key) {}
