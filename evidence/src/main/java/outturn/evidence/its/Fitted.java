package outturn.evidence.its;

/// A model with its fit.
record Fitted(Terms terms, Inference inference) {
  /// Whether the average effect differs from 0 by the level of the model.
  boolean declaresAnEffect() {
    return inference.declares(terms.averageContrast(), terms.model().reading().alpha());
  }
}
