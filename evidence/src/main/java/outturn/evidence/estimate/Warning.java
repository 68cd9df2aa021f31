package outturn.evidence.estimate;

/// A reason to read a result with care.
///
/// @param name as in JSON: `few-points`
/// @param text one sentence, with the figures
public record Warning(String name, String text) {}
