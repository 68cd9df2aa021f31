package outturn.evidence.bsts;

/// How probable it is that a control counts, 0..1.
public record Inclusion(String control, double probability) {}
