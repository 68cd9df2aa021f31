package outturn.evidence.sdid;

/// The effect between a fake start and the real one, which should be near 0.
///
/// @param period indexed from 0
public record FakeStart(int period, double effect) {}
