package outturn.outcome.quality;

/// A rule that is not kept, and why.
///
/// @param reason a clause that follows the value or the measure: `is above 100`
public record Failure(Rule rule, String reason) {}
