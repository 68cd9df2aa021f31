package outturn.evidence.xmr;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import outturn.evidence.series.Series;
import outturn.evidence.series.Window;

/// Makes the individuals and moving range chart (XmR), the default control chart of a measure.
///
/// Wheeler, *Making Sense of Data* (2003); NHS England, *Making Data Count*. Moving ranges and runs
/// never cross a gap or the border of a phase.
public final class Xmr {
  /// NHS England warns below 13 points.
  private static final int ENOUGH_POINTS = 13;

  private Xmr() {}

  /// @throws IllegalArgumentException if a phase starts behind the end of the series
  public static XmrChart of(Series series, XmrOptions options) {
    List<XmrPhase> phases = phases(series, options);
    List<XmrPoint> points = new ArrayList<>();
    List<Warning> warnings = new ArrayList<>();
    for (int phase = 0; phase < phases.size(); phase++) {
      points.addAll(points(series, options, phases.get(phase), phase));
      warnings.addAll(warnings(phases.get(phase), phase, options.limits()));
    }
    return new XmrChart(series, options, phases, points, warnings);
  }

  private static List<XmrPhase> phases(Series series, XmrOptions options) {
    List<PhaseStart> starts = new ArrayList<>(options.phases());
    if (starts.isEmpty() || starts.getFirst().index() > 0) {
      starts.addFirst(PhaseStart.at(0));
    }
    if (series.size() == 0 && options.phases().isEmpty()) {
      return List.of();
    }
    if (starts.getLast().index() >= series.size()) {
      throw new IllegalArgumentException(
          "a phase starts at %d but the series has %d periods"
              .formatted(starts.getLast().index(), series.size()));
    }
    List<XmrPhase> phases = new ArrayList<>();
    for (int i = 0; i < starts.size(); i++) {
      int end = i + 1 < starts.size() ? starts.get(i + 1).index() : series.size();
      phases.add(phase(series, starts.get(i), end, options.limits()));
    }
    return phases;
  }

  private static XmrPhase phase(Series series, PhaseStart start, int end, LimitRule rule) {
    int periods = Math.min(start.limitPeriods(), end - start.index());
    Series base = series.slice(new Window(start.index(), start.index() + periods));
    @Nullable Limits limits = base.movingRanges().size() > 0 ? rule.estimate(base) : null;
    Window window = new Window(start.index(), end);
    return new XmrPhase(window, base.count(), limits, base.lagOneAutocorrelation());
  }

  private static List<XmrPoint> points(
      Series series, XmrOptions options, XmrPhase phase, int position) {
    Series values = series.slice(phase.window());
    List<List<Signal>> signals =
        phase
            .limits()
            .map(limits -> RunRules.read(values, limits, options.rules()))
            .orElseGet(() -> Collections.nCopies(values.size(), List.of()));
    List<XmrPoint> points = new ArrayList<>();
    for (int i = 0; i < values.size(); i++) {
      Variation variation =
          signals.get(i).isEmpty()
              ? Variation.COMMON_CAUSE
              : options.direction().read(signals.get(i).getFirst().side());
      int index = phase.window().from() + i;
      points.add(new XmrPoint(index, values.value(i), position, signals.get(i), variation));
    }
    return points;
  }

  private static List<Warning> warnings(XmrPhase phase, int position, LimitRule rule) {
    @Nullable Limits limits = phase.known();
    if (limits == null) {
      String text = "No limits: they need two adjacent values.";
      return List.of(new Warning(Warning.Kind.NO_LIMITS, position, text));
    }
    List<Warning> warnings = new ArrayList<>();
    if (phase.count() < ENOUGH_POINTS) {
      String text =
          "Limits from only %d values are rough; %d or more are wanted."
              .formatted(phase.count(), ENOUGH_POINTS);
      warnings.add(new Warning(Warning.Kind.FEW_POINTS, position, text));
    }
    if (limits.isDegenerate()) {
      String text = "The values do not vary from period to period, so no signals are read.";
      warnings.add(new Warning(Warning.Kind.CONSTANT, position, text));
    }
    // Bartlett: noise stays within 2 / sqrt(n) in 95 of 100 series.
    if (phase.autocorrelation() > 2 / Math.sqrt(phase.count())) {
      warnings.add(new Warning(Warning.Kind.AUTOCORRELATED, position, follow(phase, rule)));
    }
    return warnings;
  }

  private static String follow(XmrPhase phase, LimitRule rule) {
    String meaning =
        switch (rule) {
          case NHS, WHEELER, EXACT, MEDIAN -> "so the limits are too narrow and signals too many";
          case STANDARD_DEVIATION -> "so runs on one side are more frequent than by chance";
        };
    return String.format(
        Locale.ROOT,
        "Each value resembles the one before (correlation %.2f), %s.",
        phase.autocorrelation(),
        meaning);
  }
}
