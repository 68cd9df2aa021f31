package outturn.evidence.forecast;

import java.util.List;
import outturn.evidence.estimate.Grounds;

/// A forecast with what it rests on.
///
/// @param why this method
/// @param steps the periods ahead, the first for the next, with intervals of the level that was
///   asked for
/// @param outlook the same at any other level, and chances
/// @param backtest how the method did at earlier origins
public record Forecast(
    Method method,
    FittedModel model,
    String why,
    List<Step> steps,
    Outlook outlook,
    Accuracy backtest,
    Grounds grounds) {
  public Forecast {
    steps = List.copyOf(steps);
  }
}
