package outturn.evidence.forecast;

/// What a method made of the series.
///
/// @param name in the words of the field: `A,Ad,N`
/// @param weights of exponential smoothing; [Weights#NONE] where the method has none
public record FittedModel(String name, Weights weights) {
  FittedModel with(String more) {
    return new FittedModel(name + more, weights);
  }
}
