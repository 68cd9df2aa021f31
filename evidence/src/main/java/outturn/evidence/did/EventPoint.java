package outturn.evidence.did;

import outturn.evidence.estimate.Estimate;

/// The difference between treated and controls so many periods after the start, less that of the
/// last period before it.
///
/// @param sinceStart 0 is the first period with treatment, -1 the one compared with
public record EventPoint(int sinceStart, Estimate estimate) {}
