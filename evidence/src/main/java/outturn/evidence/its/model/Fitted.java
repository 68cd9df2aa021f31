package outturn.evidence.its.model;

import java.util.Optional;
import outturn.evidence.estimate.Answer;
import outturn.evidence.estimate.Refusal;
import outturn.evidence.series.Series;

/// A model with its fit.
public record Fitted(Terms terms, Inference inference) {
  /// Whether the average effect differs from 0 by the level of the model.
  public boolean declaresAnEffect() {
    return inference.declares(terms.averageContrast(), terms.model().reading().alpha());
  }

  /// Fits a model, or says what is wrong with it or with the values.
  ///
  /// @param values of the measure, one per period; missing ones are left out, not filled
  public static Answer<Fitted> of(Series values, ItsModel model) {
    Optional<Refusal> refusal = ModelChecks.refusal(values, model);
    if (refusal.isPresent()) {
      return new Answer.Refused<>(refusal.get());
    }
    Terms terms = new Terms(values, model);
    refusal = DataChecks.refusal(terms);
    if (refusal.isPresent()) {
      return new Answer.Refused<>(refusal.get());
    }
    return Inference.of(terms).then(inference -> Answer.found(new Fitted(terms, inference)));
  }
}
