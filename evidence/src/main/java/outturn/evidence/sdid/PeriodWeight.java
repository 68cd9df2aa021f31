package outturn.evidence.sdid;

/// The share, 0..1, of a period before the start in what the periods after are compared with.
///
/// @param period indexed from 0
public record PeriodWeight(int period, double share) {}
