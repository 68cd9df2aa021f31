package outturn.evidence.bsts;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import outturn.evidence.estimate.Answer;
import outturn.evidence.estimate.Reason;
import outturn.evidence.estimate.Refusal;
import outturn.evidence.its.Placebo;
import outturn.evidence.its.model.Control;
import outturn.evidence.its.model.Intervention;
import outturn.evidence.its.model.ItsModel;
import outturn.evidence.series.Series;
import outturn.evidence.series.Window;

/// Says what an intervention changed by a Bayesian structural time series, as R's CausalImpact
/// does.
///
/// Brodersen, Gallusser, Koehler, Remy, Scott, Annals of Applied Statistics 9 (2015), 247-274. The
/// level may be joined by a season. Assumes that controls were not touched by the intervention and
/// go on moving the measure as they did. Without controls it takes drifts for effects more often
/// than its level says. Monte Carlo error of an average of draws is their deviation over the square
/// root of their number, of a bound about three times that.
public final class Bsts {
  /// R's CausalImpact refuses below.
  private static final int LEAST_BEFORE = 3;

  private static final double LARGEST = 1e100;
  private static final int LEAST_SEASONS = 2;
  private static final int LONGEST_SEASON = 60;
  private static final int MOST_DATES = 40;
  private static final int LEAST_OF_PLACEBO = ItsModel.LEAST_BEFORE + ItsModel.LEAST_AFTER - 1;

  private Bsts() {}

  /// @param values of the measure, one per period; missing ones are skipped
  public static Answer<BstsResult> analyse(Series values, BstsModel model) {
    Optional<Refusal> refusal =
        settings(model)
            .or(() -> outside(values, model.intervention()))
            .or(() -> lengths(values, model.controls()))
            .or(() -> varying("the measure", values, model))
            .or(() -> controls(model));
    if (refusal.isPresent()) {
      return new Answer.Refused<>(refusal.get());
    }
    Prepared prepared = new Prepared(values, model);
    refusal = few(prepared);
    if (refusal.isPresent()) {
      return new Answer.Refused<>(refusal.get());
    }
    return Answer.found(new Summary(values, prepared, new Sampler(prepared).draws()).result());
  }

  /// The same analysis at dates at which nothing happened, all before the intervention: an effect
  /// is declared where the interval of the average does not hold 0.
  public static Answer<Placebo> placebo(Series values, BstsModel model) {
    return analyse(values, model).then(_ -> Answer.found(fakes(values, model)));
  }

  private static Placebo fakes(Series values, BstsModel model) {
    int at = model.intervention().at();
    Window window = new Window(0, at);
    Control[] controls =
        model.controls().stream()
            .map(control -> new Control(control.name(), control.values().slice(window)))
            .toArray(Control[]::new);
    int stride = Math.max(1, Math.ceilDiv(at - LEAST_OF_PLACEBO, MOST_DATES));
    List<Integer> dates = new ArrayList<>();
    List<Integer> declared = new ArrayList<>();
    for (int date = ItsModel.LEAST_BEFORE; date <= at - ItsModel.LEAST_AFTER; date += stride) {
      Intervention fake = new Intervention(date, model.intervention().transition());
      BstsModel shortened =
          BstsModel.of(fake, controls)
              .withLevelDeviation(model.levelDeviation())
              .withSeason(model.season())
              .with(model.sampling());
      Optional<BstsResult> result = analyse(values.slice(window), shortened).result();
      if (result.isPresent()) {
        dates.add(date);
        if (!result.get().average().interval().contains(0)) {
          declared.add(date);
        }
      }
    }
    return new Placebo(dates, declared);
  }

  private static Optional<Refusal> refused(Reason reason, String text) {
    return Optional.of(new Refusal(reason, text));
  }

  private static Optional<Refusal> settings(BstsModel model) {
    Sampling sampling = model.sampling();
    if (sampling.draws() < 100 || sampling.draws() > 100_000) {
      return refused(
          Reason.OUT_OF_RANGE,
          "Expected 100 to 100000 draws, found %d; 1000 are usual.".formatted(sampling.draws()));
    }
    if (!(sampling.level() >= .5 && sampling.level() <= .99)) {
      return refused(
          Reason.OUT_OF_RANGE,
          "Expected a level of the intervals from 0.5 to 0.99, found %s; 0.95 is usual."
              .formatted(sampling.level()));
    }
    if (model.season() < 1 || model.season() > LONGEST_SEASON) {
      return refused(
          Reason.OUT_OF_RANGE,
          "Expected a season of 1 to %d periods, found %d; 1 is none."
              .formatted(LONGEST_SEASON, model.season()));
    }
    return model.levelDeviation() >= 1e-4 && model.levelDeviation() <= 1
        ? Optional.empty()
        : refused(
            Reason.OUT_OF_RANGE,
            "Expected a level deviation from 0.0001 to 1, found %s; 0.1 is the safer choice."
                .formatted(model.levelDeviation()));
  }

  private static Optional<Refusal> outside(Series values, Intervention intervention) {
    return intervention.at() >= 1
            && intervention.transition() >= 0
            && intervention.after() < values.size()
        ? Optional.empty()
        : refused(
            Reason.OUTSIDE_THE_DATA,
            "Expected an intervention within the %d periods of the series, found one before period"
                    .formatted(values.size())
                + " %d with a transition of %d; check its date."
                    .formatted(intervention.at() + 1L, intervention.transition()));
  }

  private static Optional<Refusal> lengths(Series values, List<Control> controls) {
    return controls.stream()
        .filter(control -> control.values().size() != values.size())
        .findFirst()
        .map(control ->
            new Refusal(
                Reason.IRREGULAR_PERIODS,
                "Expected %d periods of control %s as of the measure, found %d; cut both to the same."
                    .formatted(values.size(), control.name(), control.values().size())));
  }

  private static Optional<Refusal> controls(BstsModel model) {
    return model.controls().stream()
        .flatMap(control -> varying("control " + control.name(), control.values(), model).stream())
        .findFirst();
  }

  private static Optional<Refusal> varying(String what, Series values, BstsModel model) {
    double[] known = values.slice(new Window(0, model.intervention().at())).valid().toArray();
    if (values.valid().anyMatch(value -> Math.abs(value) > LARGEST)) {
      return refused(
          Reason.OUT_OF_RANGE,
          "Expected values of %s up to 1e100, found larger ones; use other units.".formatted(what));
    }
    if (known.length < LEAST_BEFORE) {
      return refused(
          known.length == 0 ? Reason.ALL_MISSING : Reason.TOO_FEW,
          "Expected at least %d values of %s before the intervention, found %d; begin earlier."
              .formatted(LEAST_BEFORE, what, known.length));
    }
    Series before = Series.of(known);
    double size = Arrays.stream(known).map(Math::abs).max().orElse(0);
    return before.standardDeviation() > 1e-12 * size
        ? Optional.empty()
        : refused(
            Reason.CONSTANT,
            "Expected values of %s that vary before the intervention, found %s in every period; it"
                    .formatted(what, known[0])
                + " tells nothing about what would have been.");
  }

  private static Optional<Refusal> few(Prepared prepared) {
    int before = prepared.before().length;
    int after = prepared.after().length;
    int season = prepared.model().season();
    if (season > 1 && before < LEAST_SEASONS * season) {
      return refused(
          Reason.TOO_FEW,
          "Expected at least %d seasons of %d values before the intervention, found %d values; begin"
                  .formatted(LEAST_SEASONS, season, before)
              + " earlier, or leave the season out.");
    }
    return before >= LEAST_BEFORE && after >= 1
        ? Optional.empty()
        : refused(
            Reason.TOO_FEW,
            "Expected at least %d periods before and 1 after with values of measure and controls,"
                    .formatted(LEAST_BEFORE)
                + " found %d and %d; fill gaps of the controls.".formatted(before, after));
  }
}
