package outturn.evidence.xmr;

/// A rule that a point breaks, and on which side.
public record Signal(Rule rule, Side side) {}
