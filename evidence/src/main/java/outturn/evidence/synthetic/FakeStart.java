package outturn.evidence.synthetic;

/// The treatment as if it had begun earlier: fitted before that, and read until the real start.
///
/// @param period indexed from 0
/// @param effect average gap from the fake to the real start, which should be near 0
/// @param ratio of the squared gaps after and before the fake start
public record FakeStart(int period, double effect, double ratio) {}
