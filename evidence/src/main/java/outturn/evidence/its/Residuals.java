package outturn.evidence.its;

import outturn.evidence.regression.Portmanteau;
import outturn.evidence.series.Series;

/// What the model leaves over, and what that says of it.
///
/// @param values per period on the scale of the model, of counts Pearson residuals; missing where
///   the period is not used
/// @param autocorrelation of neighbours: as the method estimated it, else of the residuals
/// @param durbinWatson sum of squared differences of neighbours over the sum of squares, Durbin,
///   Watson, Biometrika 37 (1950), 409-428; to be told only, unreliable in short series
/// @param portmanteau of what is left after the autocorrelation
/// @param normality p of Jarque, Bera, International Statistical Review 55 (1987), 163-172
/// @param scale standard deviation of the innovations; of counts variance over mean
public record Residuals(
    Series values,
    double autocorrelation,
    double durbinWatson,
    Portmanteau portmanteau,
    double normality,
    double scale) {}
