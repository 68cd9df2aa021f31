package outturn.evidence.its.model;

import java.util.Optional;
import java.util.stream.Stream;
import outturn.evidence.estimate.Reason;
import outturn.evidence.estimate.Refusal;
import outturn.evidence.regression.SmallSample;
import outturn.evidence.series.Series;

/// What must hold of a model and the length of a series before any number is looked at.
final class ModelChecks {
  private static final int LEAST_REPLICATIONS = 99;
  private static final int MOST_REPLICATIONS = 99_999;

  private final Series values;
  private final ItsModel model;

  private ModelChecks(Series values, ItsModel model) {
    this.values = values;
    this.model = model;
  }

  /// The first thing that is wrong.
  static Optional<Refusal> refusal(Series values, ItsModel model) {
    ModelChecks checks = new ModelChecks(values, model);
    return Stream.of(
            checks.missing(),
            checks.outside(),
            checks.lengths(),
            checks.harmonics(),
            checks.errors(),
            checks.level())
        .flatMap(Optional::stream)
        .findFirst();
  }

  private static Optional<Refusal> refused(Reason reason, String text) {
    return Optional.of(new Refusal(reason, text));
  }

  private Optional<Refusal> missing() {
    return values.count() > 0
        ? Optional.empty()
        : refused(
            Reason.ALL_MISSING,
            ("Expected values before and after the intervention, found none in %d periods; check"
                    + " which column is read.")
                .formatted(values.size()));
  }

  private Optional<Refusal> outside() {
    Intervention intervention = model.intervention();
    if (intervention.transition() < 0) {
      return refused(
          Reason.OUT_OF_RANGE,
          "Expected a transition of 0 periods or more, found %d; leave it out if there is none."
              .formatted(intervention.transition()));
    }
    return intervention.at() >= 1 && intervention.after() < values.size()
        ? Optional.empty()
        : refused(
            Reason.OUTSIDE_THE_DATA,
            ("Expected an intervention within the %d periods of the series, found one before period"
                    + " %d with a transition of %d; check its date.")
                .formatted(values.size(), intervention.at() + 1L, intervention.transition()));
  }

  private Optional<Refusal> lengths() {
    for (Control control : model.controls()) {
      if (control.values().size() != values.size()) {
        return length("control " + control.name(), control.values());
      }
    }
    return switch (model.response()) {
      case Response.Amounts _ -> Optional.empty();
      case Response.Counts(var _, var exposure) ->
          exposure == null || exposure.size() == values.size()
              ? Optional.empty()
              : length("exposure", exposure);
    };
  }

  private Optional<Refusal> length(String what, Series found) {
    return refused(
        Reason.IRREGULAR_PERIODS,
        "Expected %d periods of the %s as of the measure, found %d; cut both to the same periods."
            .formatted(values.size(), what, found.size()));
  }

  private Optional<Refusal> harmonics() {
    int cycle = model.harmonics().cycle();
    int pairs = model.harmonics().pairs();
    if (pairs < 0 || cycle < 2 || pairs > cycle / 2) {
      return refused(
          Reason.OUT_OF_RANGE,
          "Expected 0 to %d pairs of harmonics for a cycle of %d periods, found %d; two are usual."
              .formatted(Math.max(0, cycle / 2), cycle, pairs));
    }
    return pairs == 0 || values.size() >= 2L * cycle
        ? Optional.empty()
        : refused(
            Reason.TOO_FEW,
            ("Expected two full cycles of %d periods for a season, found %d periods; leave the"
                    + " harmonics out.")
                .formatted(cycle, values.size()));
  }

  private Optional<Refusal> errors() {
    return switch (model.response()) {
      case Response.Counts _ -> Optional.empty();
      case Response.Amounts(Scale _, Errors.RemlAr1(int replications)) ->
          replications == 0
                  || (LEAST_REPLICATIONS <= replications && replications <= MOST_REPLICATIONS)
              ? Optional.empty()
              : refused(
                  Reason.OUT_OF_RANGE,
                  "Expected 0 or %d to %d bootstrap replications, found %d; 999 are usual."
                      .formatted(LEAST_REPLICATIONS, MOST_REPLICATIONS, replications));
      case Response.Amounts(Scale _, Errors.NeweyWest(int lag, SmallSample _)) ->
          0 <= lag && lag < values.count()
              ? Optional.empty()
              : refused(
                  Reason.OUT_OF_RANGE,
                  ("Expected a lag of 0 to %d, below the number of values, found %d; take a small"
                          + " one.")
                      .formatted(values.count() - 1, lag));
      case Response.Amounts(Scale _, Errors.Ols _) -> Optional.empty();
      case Response.Amounts(Scale _, Errors.PraisWinsten _) -> Optional.empty();
    };
  }

  private Optional<Refusal> level() {
    double level = model.reading().level();
    return level >= .5 && level <= .999
        ? Optional.empty()
        : refused(
            Reason.OUT_OF_RANGE,
            "Expected a level of the intervals from 0.5 to 0.999, found %s; 0.95 is usual."
                .formatted(level));
  }
}
