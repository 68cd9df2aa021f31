package outturn.evidence.panel;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.stream.LongStream;
import outturn.evidence.estimate.Answer;
import outturn.evidence.estimate.Reason;
import outturn.evidence.estimate.Refusal;

/// Makes a panel of observations, or says why they are none.
final class PanelReader {
  private static final double LARGEST = 1e100;

  private final List<Observation> observations;
  private final Map<String, Integer> starts;
  private final List<String> units;

  PanelReader(List<Observation> observations, Map<String, Integer> starts) {
    this.observations = List.copyOf(observations);
    this.starts = Map.copyOf(starts);
    this.units =
        new ArrayList<>(
            new LinkedHashSet<>(this.observations.stream().map(Observation::unit).toList()));
  }

  Answer<Panel> panel() {
    Optional<Refusal> refusal = few().or(this::values).or(this::balance).or(this::treatment);
    return refusal.isPresent() ? new Answer.Refused<>(refusal.get()) : Answer.found(filled());
  }

  private int first() {
    return observations.stream().mapToInt(Observation::period).min().orElse(0);
  }

  private long periods() {
    return (long) observations.stream().mapToInt(Observation::period).max().orElse(0) - first() + 1;
  }

  private Optional<Refusal> few() {
    if (observations.isEmpty()) {
      return no(Reason.ALL_MISSING, "Expected observations of units, found none; check the input.");
    }
    if (units.size() < 2) {
      return no(
          Reason.TOO_FEW,
          "Expected at least 2 units to compare, found only %s; add units without the treatment."
              .formatted(units.getFirst()));
    }
    return periods() < 2
        ? no(
            Reason.TOO_FEW,
            "Expected periods before and after the treatment, found period %d only; add others."
                .formatted(first()))
        : Optional.empty();
  }

  private Optional<Refusal> values() {
    for (Observation seen : observations) {
      String where = "%s in period %d".formatted(seen.unit(), seen.period());
      if (!Double.isFinite(seen.value())) {
        return no(
            Reason.NOT_A_NUMBER,
            "Expected a number for %s, found %s; fill it or leave the unit out."
                .formatted(where, seen.value()));
      }
      if (Math.abs(seen.value()) > LARGEST) {
        return no(
            Reason.OUT_OF_RANGE,
            "Expected values up to 1e100, found %s for %s; use other units of measure."
                .formatted(seen.value(), where));
      }
    }
    return Optional.empty();
  }

  private Optional<Refusal> treatment() {
    for (Map.Entry<String, Integer> start : starts.entrySet()) {
      if (!units.contains(start.getKey())) {
        return no(
            Reason.OUTSIDE_THE_DATA,
            "Expected observations of the treated unit %s, found none; check its name."
                .formatted(start.getKey()));
      }
      long index = (long) start.getValue() - first();
      if (index < 1 || index >= periods()) {
        return no(
            Reason.OUTSIDE_THE_DATA,
            "Expected %s to be treated from one of the periods %d to %d on, found %d; check the date."
                .formatted(
                    start.getKey(), first() + 1L, first() + periods() - 1, start.getValue()));
      }
    }
    return controls();
  }

  private Optional<Refusal> controls() {
    if (starts.isEmpty()) {
      return no(Reason.TOO_FEW, "Expected at least 1 treated unit, found none; say which it is.");
    }
    boolean together = starts.values().stream().distinct().count() == 1;
    return starts.size() == units.size() && together
        ? no(
            Reason.TOO_FEW,
            "Expected a unit that is not yet treated when others are, found all %d treated at once; add"
                    .formatted(units.size())
                + " controls.")
        : Optional.empty();
  }

  private Optional<Refusal> balance() {
    Set<Observation> cells = new HashSet<>();
    for (Observation seen : observations) {
      if (!cells.add(cell(seen.unit(), seen.period()))) {
        return no(
            Reason.DUPLICATE_PERIOD,
            "Expected one value for %s in period %d, found several; keep one."
                .formatted(seen.unit(), seen.period()));
      }
    }
    for (String unit : units) {
      OptionalLong gap =
          LongStream.range(first(), first() + periods())
              .filter(period -> !cells.contains(cell(unit, (int) period)))
              .findFirst();
      if (gap.isPresent()) {
        return no(
            Reason.IRREGULAR_PERIODS,
            "Expected a value for every unit in every period, found none for %s in period %d; fill"
                    .formatted(unit, gap.getAsLong())
                + " it or leave the unit out.");
      }
    }
    return Optional.empty();
  }

  private static Observation cell(String unit, int period) {
    return new Observation(unit, period, 0);
  }

  private Panel filled() {
    Map<String, Integer> index = new HashMap<>();
    units.forEach(unit -> index.put(unit, index.size()));
    int first = first();
    double[][] values = new double[units.size()][(int) periods()];
    int[] begins = new int[units.size()];
    Arrays.fill(begins, Panel.NEVER);
    for (Observation seen : observations) {
      values[index.getOrDefault(seen.unit(), 0)][seen.period() - first] = seen.value();
    }
    starts.forEach((unit, start) -> begins[index.getOrDefault(unit, 0)] = start - first);
    return new Panel(units, first, List.of(), values, begins);
  }

  private static Optional<Refusal> no(Reason reason, String text) {
    return Optional.of(new Refusal(reason, text));
  }
}
