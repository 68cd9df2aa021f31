package outturn.evidence.estimate;

/// An estimate and what it rests on.
public record Finding(Estimate estimate, Grounds grounds) {}
