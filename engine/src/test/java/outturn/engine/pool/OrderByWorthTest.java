package outturn.engine.pool;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import outturn.definition.pool.Pool;
import outturn.engine.run.RunId;

class OrderByWorthTest {
  private static final Instant NOON = Instant.parse("2026-03-02T12:00:00Z");
  private static final Instant SOON = NOON.plusSeconds(60);
  private static final Duration HOUR = Duration.ofHours(1);
  private final Capacity capacity = new Capacity(Map.of(Lane.PROCESS, 8, Lane.NETWORK, 8));
  private final Map<RunId, Worth> worth = new HashMap<>();
  private long token;

  @BeforeEach
  void pools() {
    capacity.size("db", 1);
    capacity.order("db", Pool.Order.WORTH);
  }

  private void claims(int run, int priority) {
    claims(run, priority, "each-its-own-" + run, Map.of("db", 1));
  }

  private void claims(int run, int priority, String workflow, Map<String, Integer> pools) {
    var want = new Claim.Want(Lane.PROCESS, pools, priority);
    capacity.claim(new Claim(new RunId(run), workflow, 0, 0, want, NOON.plusSeconds(run)));
  }

  /// An hour of work is left of it, which its task does.
  private void isWorth(int run, double perHour, Duration slack) {
    isWorth(run, perHour, slack, HOUR);
  }

  private void isWorth(int run, double perHour, Duration slack, Duration work) {
    var due = SOON.plus(HOUR).plus(slack);
    worth.put(new RunId(run), new Worth(perHour, "GBP", due, work, List.of(HOUR), HOUR));
    capacity.worths().tell(worth);
  }

  /// The runs in the order in which they get the pool, one after the other.
  private List<Long> order(Instant now) {
    var runs = new ArrayList<Long>();
    for (var next = capacity.next(now); next.isPresent(); next = capacity.next(now)) {
      capacity.grant(next.get(), ++token, now);
      runs.add(next.get().run().value());
      capacity.release(token);
    }
    return runs;
  }

  @Test
  void whatLosesMostGoesFirst() {
    for (int run = 1; run <= 3; run++) claims(run, 3);
    isWorth(1, 10, Duration.ZERO);
    isWorth(2, 250, Duration.ZERO);
    isWorth(3, 40, Duration.ZERO);

    assertThat(order(SOON)).containsExactly(2L, 3L, 1L);
  }

  @Test
  void ofWhatLosesAsMuchTheShorterGoesFirst() {
    for (int run = 1; run <= 2; run++) claims(run, 3);
    isWorth(1, 10, Duration.ZERO, Duration.ofHours(5));
    isWorth(2, 10, Duration.ZERO, Duration.ofHours(2));

    assertThat(order(SOON)).containsExactly(2L, 1L);
  }

  @Test
  void whatHasTimeLeftWaits() {
    for (int run = 1; run <= 3; run++) claims(run, 3);
    isWorth(1, 250, Duration.ofHours(20));
    isWorth(2, 40, Duration.ofMinutes(5));
    isWorth(3, 40, Duration.ofHours(1));

    assertThat(order(SOON)).containsExactly(2L, 3L, 1L);
  }

  /// Nobody tells anything anew: the slack has become less.
  @Test
  void timeAloneMakesItUrgent() {
    for (int run = 1; run <= 2; run++) claims(run, 3);
    isWorth(1, 40, Duration.ZERO);
    isWorth(2, 250, Duration.ofHours(20));
    assertThat(capacity.next(SOON).map(Claim::run)).contains(new RunId(1));

    assertThat(capacity.next(SOON.plus(Duration.ofHours(19))).map(Claim::run))
        .contains(new RunId(2));
  }

  @Test
  void whatHasNoWorthComesAfterAllThatHasByItsAge() {
    for (int run = 1; run <= 4; run++) claims(run, 3);
    isWorth(3, 1, Duration.ofDays(300));

    assertThat(order(SOON)).containsExactly(3L, 1L, 2L, 4L);
  }

  @Test
  void ofOneWorkflowTooWhatHasNoWorthComesLastByItsAge() {
    for (int run = 1; run <= 5; run++) claims(run, 3, "nightly", Map.of("db", 1));
    isWorth(4, 1, Duration.ofDays(300));
    isWorth(2, 1, Duration.ofDays(200));
    assertThat(capacity.next(SOON).map(Claim::run)).contains(new RunId(2));
    worth.remove(new RunId(2));
    capacity.worths().tell(worth);

    assertThat(order(SOON)).containsExactly(4L, 1L, 2L, 3L, 5L);
  }

  @Test
  void aHigherPriorityGoesFirstWhateverTheOtherIsWorth() {
    claims(1, 3);
    claims(2, 4);
    isWorth(1, 1_000_000, Duration.ZERO);

    assertThat(order(SOON)).containsExactly(2L, 1L);
  }

  @Test
  void aPoolThatIsNotOrderedByWorthIsGivenAsBefore() {
    capacity.order("db", Pool.Order.AGE);
    for (int run = 1; run <= 3; run++) claims(run, 3);
    isWorth(2, 250, Duration.ZERO);

    assertThat(order(SOON)).containsExactly(1L, 2L, 3L);
  }

  @Test
  void whatWaitsAlreadyIsOrderedAnewWhenTheOrderChanges() {
    capacity.order("db", Pool.Order.AGE);
    for (int run = 1; run <= 2; run++) claims(run, 3);
    isWorth(2, 250, Duration.ZERO);
    capacity.order("db", Pool.Order.WORTH);
    assertThat(capacity.next(SOON).map(Claim::run)).contains(new RunId(2));

    capacity.order("db", Pool.Order.AGE);
    assertThat(capacity.next(SOON).map(Claim::run)).contains(new RunId(1));
  }

  @Test
  void whatIsToldAnewCountsAtOnce() {
    for (int run = 1; run <= 2; run++) claims(run, 3);
    isWorth(1, 10, Duration.ZERO);
    isWorth(2, 5, Duration.ZERO);
    assertThat(capacity.next(SOON).map(Claim::run)).contains(new RunId(1));
    isWorth(2, 250, Duration.ZERO);

    assertThat(capacity.next(SOON).map(Claim::run)).contains(new RunId(2));
  }

  /// A workflow whose runs are worth most holds most slots; what waits for slots only is not kept
  /// out by it.
  @Test
  void otherWorkSharesTheSlotsAsBefore() {
    capacity.size("db", 8);
    for (int run = 1; run <= 4; run++) claims(run, 3, "nightly", Map.of("db", 1));
    for (int run = 1; run <= 4; run++) isWorth(run, 250, Duration.ZERO);
    claims(11, 3, "usual", Map.of());
    claims(12, 3, "usual", Map.of());
    var runs = new ArrayList<Long>();
    for (int many = 0; many < 5; many++) {
      var next = capacity.next(SOON).orElseThrow();
      capacity.grant(next, ++token, SOON);
      runs.add(next.run().value());
    }

    assertThat(runs).containsExactly(1L, 11L, 2L, 12L, 3L);
  }

  @Test
  void whatHasWaitedIsPassedFortyNineTimesAndGoesThen() {
    claims(1, 3);
    var later = NOON.plus(Duration.ofMinutes(6));
    for (int run = 100; run < 200; run++) {
      claims(run, 3);
      isWorth(run, 250, Duration.ZERO);
    }

    assertThat(order(later).indexOf(1L)).isEqualTo(Ranking.PASSES);
  }

  @Test
  void whoWantsAllOfThePoolIsNotKeptOutForEver() {
    capacity.size("db", 2);
    claims(1, 3, "large", Map.of("db", 2));
    var later = NOON.plus(Duration.ofMinutes(6));
    for (int run = 100; run < 200; run++) {
      claims(run, 3);
      isWorth(run, 250, Duration.ZERO);
    }
    var order = new ArrayList<Long>();
    capacity.grant(capacity.next(later).orElseThrow(), ++token, later);
    // Whenever something begins, another thing is under way.
    while (!order.contains(1L)) {
      long before = token;
      capacity
          .next(later)
          .ifPresent(next -> {
            capacity.grant(next, ++token, later);
            order.add(next.run().value());
          });
      capacity.release(before);
    }

    assertThat(order.indexOf(1L)).isLessThanOrEqualTo(Ranking.PASSES + 1);
  }
}
