package outturn.outcome.statement;

/// What a rule finds in a statement.
///
/// @param rule its identity, such as `OUT-1`
/// @param text what is wrong, with the words that it is about
/// @param hint what to do
public record Finding(String rule, Severity severity, String text, String hint) {}
