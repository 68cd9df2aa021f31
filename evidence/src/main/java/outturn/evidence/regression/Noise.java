package outturn.evidence.regression;

import outturn.evidence.series.Series;

/// What a regression left over.
///
/// @param residuals per row: value less fit; of a count divided by the square root of its mean
/// @param innovations residuals less what the residual before foretells, with the same standard
///   deviation in every row; the residuals where the method knows no autocorrelation
/// @param autocorrelation between neighbours as the method estimated it; 0 where it does not
/// @param scale standard deviation of the innovations; of counts variance over mean
public record Noise(Series residuals, Series innovations, double autocorrelation, double scale) {}
