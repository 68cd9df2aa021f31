package outturn.store.measure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInfo;
import outturn.engine.run.RunId;
import outturn.store.TestDatabase;
import outturn.store.database.Lane;

class ObservationsTest {
  private static final LocalDate MAY = LocalDate.of(2026, 5, 1);
  private static final LocalDate JUNE = LocalDate.of(2026, 6, 1);
  private static final Instant MONDAY = Instant.parse("2026-07-06T08:00:00Z");
  private static final Instant TUESDAY = MONDAY.plus(Duration.ofDays(1));
  private static final Instant FRIDAY = MONDAY.plus(Duration.ofDays(4));
  private static final Source RUN = new Source.Run(RunId.firstAt(MONDAY));
  private static final Source ANN = new Source.User("ann");

  private static TestDatabase database;
  private static Jdbi jdbi;
  private static Observations record;
  private String measure = "";

  @BeforeAll
  static void open() {
    database = TestDatabase.create();
    jdbi = database.database().jdbi(Lane.API);
    record = new Observations(jdbi);
  }

  @AfterAll
  static void close() {
    database.close();
  }

  // Nothing can be deleted: each test has a measure of its own.
  @BeforeEach
  void name(TestInfo test) {
    measure = test.getDisplayName();
  }

  @Test
  void whatIsRecordedIsRead() {
    var value = Observation.of("", MAY, 71.5);
    var ratio = Observation.ratio("", JUNE, 3, 4);

    assertThat(record.append(measure, List.of(ratio, value), MONDAY, RUN))
        .isEqualTo(new Recorded(2, 0, 0));
    assertThat(record.series(measure, "", MONDAY))
        .containsExactly(
            new RecordedObservation(value, 1, MONDAY, RUN),
            new RecordedObservation(ratio, 1, MONDAY, RUN));
  }

  @Test
  void aPeriodArrivesWithItsFirstValueOfTheWholeElseOfTheLastSegment() {
    record.append(measure, List.of(Observation.of("north", MAY, 1)), MONDAY, RUN);
    record.append(measure, List.of(Observation.of("south", MAY, 1)), TUESDAY, RUN);
    record.append(measure, List.of(Observation.of("", JUNE, 1)), MONDAY, RUN);
    record.append(measure, List.of(Observation.of("", JUNE, 2)), FRIDAY, RUN);
    record.append(measure, List.of(Observation.of("south", JUNE, 2)), FRIDAY, RUN);

    assertThat(record.arrivals(measure, FRIDAY)).isEqualTo(Map.of(MAY, TUESDAY, JUNE, MONDAY));
    assertThat(record.arrivals(measure, MONDAY)).isEqualTo(Map.of(MAY, MONDAY, JUNE, MONDAY));
  }

  @Test
  void onlyWhatDiffersIsRevised() {
    record.append(
        measure,
        List.of(Observation.of("", MAY, 1), Observation.ratio("", JUNE, 1, 2)),
        MONDAY,
        RUN);

    assertThat(
            record.append(
                measure,
                List.of(
                    Observation.of("", MAY, 1),
                    Observation.ratio("", JUNE, 1, 3),
                    Observation.of("", JUNE.plusMonths(1), 9)),
                TUESDAY,
                RUN))
        .isEqualTo(new Recorded(1, 1, 1));
  }

  @Test
  void aValueRevisedTwiceKeepsItsHistory() {
    record.append(measure, List.of(Observation.of("", MAY, 1)), MONDAY, RUN);
    record.append(measure, List.of(Observation.of("", MAY, 2)), TUESDAY, ANN);
    record.append(measure, List.of(Observation.of("", MAY, 1)), FRIDAY, RUN);

    assertThat(record.history(measure, "", MAY))
        .containsExactly(
            new RecordedObservation(Observation.of("", MAY, 1), 1, MONDAY, RUN),
            new RecordedObservation(Observation.of("", MAY, 2), 2, TUESDAY, ANN),
            new RecordedObservation(Observation.of("", MAY, 1), 3, FRIDAY, RUN));
  }

  @Test
  void aSeriesIsWhatWasKnownThen() {
    record.append(measure, List.of(Observation.of("", MAY, 1)), MONDAY, RUN);
    record.append(
        measure, List.of(Observation.of("", MAY, 2), Observation.of("", JUNE, 5)), TUESDAY, RUN);

    assertThat(record.series(measure, "", MONDAY.minusSeconds(1))).isEmpty();
    assertThat(known(TUESDAY.minusSeconds(1))).containsExactly(Observation.of("", MAY, 1));
    assertThat(known(TUESDAY))
        .containsExactly(Observation.of("", MAY, 2), Observation.of("", JUNE, 5));
  }

  @Test
  void segmentsAreSeriesOfTheirOwn() {
    record.append(
        measure,
        List.of(
            Observation.of("south", MAY, 1),
            Observation.of("", MAY, 2),
            Observation.of("north", JUNE, 3)),
        MONDAY,
        RUN);

    assertThat(record.segments(measure)).containsExactly("", "north", "south");
    assertThat(known(MONDAY)).containsExactly(Observation.of("", MAY, 2));
    assertThat(record.lastPeriod(measure)).hasValue(JUNE);
    assertThat(record.lastPeriod("never observed")).isEmpty();
  }

  @Test
  void tenThousandAreRecordedAtOnce() {
    record.append(measure, daily(0), MONDAY, RUN);

    assertThat(record.append(measure, daily(1), TUESDAY, RUN))
        .isEqualTo(new Recorded(0, 5_000, 5_000));
  }

  @Test
  void collectionsThatOverlapRecordOnce() {
    Supplier<Recorded> collect = () -> record.append(measure, daily(0), MONDAY, RUN);
    var all =
        IntStream.range(0, 4)
            .mapToObj(_ -> CompletableFuture.supplyAsync(collect))
            .toList()
            .stream()
            .map(CompletableFuture::join)
            .toList();

    assertThat(all)
        .containsExactlyInAnyOrder(
            new Recorded(10_000, 0, 0),
            new Recorded(0, 0, 10_000),
            new Recorded(0, 0, 10_000),
            new Recorded(0, 0, 10_000));
  }

  @Test
  void aPeriodThatComesTwiceIsRefused() {
    var twice = List.of(Observation.of("", MAY, 1), Observation.of("", MAY, 2));

    assertThatThrownBy(() -> record.append(measure, twice, MONDAY, RUN))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("2026-05-01");
    assertThat(record.segments(measure)).isEmpty();
  }

  @Test
  void numbersThatAreNoneAreRefused() {
    assertThatThrownBy(() -> Observation.of("", MAY, Double.NaN))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("observation of 2026-05-01: value is not a finite number: NaN");
    assertThatThrownBy(() -> Observation.ratio("north", MAY, Double.POSITIVE_INFINITY, 1))
        .hasMessageContaining("segment 'north'");
    assertThatThrownBy(() -> Observation.ratio("", MAY, 1, -1)).hasMessageContaining("negative");
    assertThatThrownBy(() ->
            new Observation(
                "", MAY, OptionalDouble.empty(), OptionalDouble.of(1), OptionalDouble.empty()))
        .hasMessageContaining("neither");
  }

  @Test
  void theLargestNumbersAreKept() {
    var large =
        new Observation(
            "",
            MAY,
            OptionalDouble.of(-Double.MAX_VALUE),
            OptionalDouble.of(Double.MIN_VALUE),
            OptionalDouble.of(0));
    record.append(measure, List.of(large), MONDAY, RUN);

    assertThat(known(MONDAY)).containsExactly(large);
  }

  @Test
  void theDatabaseRefusesChanges() {
    record.append(measure, List.of(Observation.of("", MAY, 1)), MONDAY, RUN);
    for (var change :
        List.of(
            "update observation set value = 2",
            "delete from observation",
            "truncate observation")) {
      assertThatThrownBy(() -> jdbi.useHandle(handle -> handle.execute(change)))
          .hasMessageContaining("append-only");
    }
  }

  private List<Observation> known(Instant asOf) {
    return record.series(measure, "", asOf).stream().map(RecordedObservation::observation).toList();
  }

  /// 10,000 days; every second one is higher by so much.
  private static List<Observation> daily(int more) {
    return IntStream.range(0, 10_000)
        .mapToObj(day -> Observation.of("", LocalDate.EPOCH.plusDays(day), day + day % 2 * more))
        .toList();
  }
}
