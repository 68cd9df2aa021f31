package outturn.evidence.estimate;

/// Why an estimator gives no number.
///
/// @param text what was expected, what was found and what to do, as one sentence
public record Refusal(Reason reason, String text) {}
