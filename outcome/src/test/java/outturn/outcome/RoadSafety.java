package outturn.outcome;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import outturn.definition.change.Change;
import outturn.definition.measure.Measure;
import outturn.definition.outcome.Lever;
import outturn.definition.outcome.Outcome;
import outturn.outcome.position.Facts;
import outturn.outcome.position.FrozenBaseline;
import outturn.outcome.position.LeverStart;
import outturn.outcome.position.OutcomePosition;
import outturn.outcome.position.Positions;

/// Car drivers killed or seriously injured in Great Britain, 1969 to 1984, and the law that made
/// seat belts compulsory on 31 January 1983.
public final class RoadSafety {
  public static final LocalDate BASELINE_FROM = LocalDate.of(1978, 2, 1);
  public static final LocalDate BASELINE_TO = LocalDate.of(1983, 1, 31);
  public static final Instant AFTERWARDS = Instant.parse("1985-01-15T00:00:00Z");
  public static final Change LAW =
      new Change(
          "seat-belt-law",
          "the seat belt law",
          LocalDate.of(1983, 1, 31),
          Change.Type.POLICY,
          List.of("drivers"));

  private RoadSafety() {}

  public static Measure measure(Optional<Measure.Season> season) {
    return new Measure(
        "drivers",
        new Measure.About(
            "Car drivers killed or seriously injured", Optional.empty(), Optional.empty()),
        new Measure.Quantity(
            Measure.Type.COUNT,
            Optional.of("drivers"),
            new Measure.Better.Lower(),
            Optional.empty()),
        new Measure.Rhythm(
            Measure.Cadence.MONTHLY, Duration.ofDays(10), ZoneId.of("Europe/London"), season),
        Optional.empty(),
        Optional.empty());
  }

  public static Outcome.Goal goal() {
    return new Outcome.Goal(
        "drivers",
        Optional.of(new Outcome.Baseline(BASELINE_FROM, BASELINE_TO)),
        Optional.of(
            new Outcome.Target(
                1400, LocalDate.of(1984, 12, 31), Optional.of(new Outcome.Sustain(8, 12)))),
        Outcome.Trajectory.LINEAR);
  }

  public static SortedMap<LocalDate, Double> drivers() {
    return column(3);
  }

  /// A column of the file, by month.
  public static SortedMap<LocalDate, Double> column(int column) {
    var values = new TreeMap<LocalDate, Double>();
    try (var in = RoadSafety.class.getResourceAsStream("/r-datasets/seatbelts.csv")) {
      if (in == null) throw new IllegalStateException("no test resource seatbelts.csv");
      new String(in.readAllBytes(), StandardCharsets.UTF_8)
          .lines()
          .skip(1)
          .map(line -> line.split(",", -1))
          .forEach(cells ->
              values.put(
                  LocalDate.of(Integer.parseInt(cells[0]), Integer.parseInt(cells[1]), 1),
                  Double.parseDouble(cells[column])));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return values;
  }

  public static FrozenBaseline frozen() {
    return new FrozenBaseline(
        BASELINE_FROM,
        BASELINE_TO,
        drivers().subMap(BASELINE_FROM, BASELINE_TO),
        Instant.parse("1983-02-11T02:00:00Z"),
        "0123abcd");
  }

  public static Facts facts() {
    return new Facts(
        measure(Optional.of(Measure.Season.MULTIPLICATIVE)),
        goal(),
        drivers(),
        Optional.of(frozen()),
        List.of(LAW),
        AFTERWARDS);
  }

  public static OutcomePosition position() {
    return new OutcomePosition(
        outcome(),
        List.of(Positions.of(facts())),
        outcome().levers().stream().map(each -> LeverStart.of(each, List.of(LAW))).toList(),
        List.of(LAW),
        AFTERWARDS);
  }

  public static Outcome outcome() {
    var lever =
        new Lever(
            "belts",
            new Lever.About(
                "Belts are compulsory",
                Lever.Element.PROCESS,
                Optional.empty(),
                Optional.empty(),
                Map.of()),
            new Lever.Start(
                Optional.of("seat-belt-law"), Optional.empty(), Optional.empty(), Optional.empty()),
            "drivers",
            new Lever.Effect(-100, -250, -400),
            "studies abroad",
            Lever.Spread.atOnce());
    return new Outcome(
        "safer-driving",
        new Outcome.About("Safer driving", "minister", Optional.empty()),
        new Outcome.Statement(
            "car drivers",
            "are less often killed or seriously injured",
            "fewer families lose someone"),
        List.of(goal()),
        List.of(lever),
        Outcome.Uncertain.nothing(),
        new Outcome.Appraisal(Optional.empty(), Optional.empty()));
  }
}
