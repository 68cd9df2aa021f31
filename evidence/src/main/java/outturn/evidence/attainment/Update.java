package outturn.evidence.attainment;

/// A forecast after observations, beside the one before them.
///
/// @param before what the plan promised
/// @param now the same draws, weighted by how well they fit the observations; the chance without
///   the People levers stays the one before, because the observations were made with them
/// @param lag share of the draws, before, whose latest observed period is at least as bad as what
///   was observed: small when the data are behind the plan, near 1 when they are ahead
/// @param effective number of equally weighted draws that tell as much as the weighted ones
public record Update(Forecast before, Forecast now, double lag, double effective) {}
