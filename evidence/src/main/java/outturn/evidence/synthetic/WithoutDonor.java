package outturn.evidence.synthetic;

/// The average effect without a donor that has weight.
public record WithoutDonor(String donor, double effect) {}
