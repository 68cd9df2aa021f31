package outturn.evidence.synthetic;

/// The share, 0..1, of a donor in the synthetic control.
public record Weight(String donor, double share) {}
