package outturn.definition.flow;

import java.time.Duration;
import outturn.definition.expression.Expression;

/// A task that is done again, however well it went, until something is so.
///
/// @param until over the task's own outputs, and all else that its expressions may see
/// @param every the wait between the end of a round and the next
/// @param atMost so many rounds; then the task fails
public record Repeat(Expression until, Duration every, int atMost) {}
