package outturn.engine.pool;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import outturn.definition.pool.Lock;
import outturn.engine.run.RunId;

class CapacityTest {
  private static final Instant NOON = Instant.parse("2026-03-02T12:00:00Z");
  private final Capacity capacity =
      new Capacity(Map.of(Lane.INSTANT, 16, Lane.PROCESS, 4, Lane.NETWORK, 2));
  private long token;

  @BeforeEach
  void pools() {
    capacity.size("db", 2);
    capacity.size("licence", 1);
  }

  private Claim claims(int run, int secondsAfterNoon, Map<String, Integer> pools) {
    return claims(run, Lane.PROCESS, secondsAfterNoon, pools);
  }

  private Claim claims(int run, Lane lane, int secondsAfterNoon, Map<String, Integer> pools) {
    var since = NOON.plusSeconds(secondsAfterNoon);
    var want = new Claim.Want(lane, pools, 3);
    var claim = new Claim(new RunId(run), "each-its-own-" + run, 0, 0, want, since);
    capacity.claim(claim);
    return claim;
  }

  private void claims(int firstRun, int runs, String workflow, Lane lane) {
    claims(firstRun, runs, workflow, new Claim.Want(lane, Map.of(), 3));
  }

  private void claims(int firstRun, int runs, String workflow, Claim.Want want) {
    for (int run = firstRun; run < firstRun + runs; run++) {
      capacity.claim(new Claim(new RunId(run), workflow, 0, 0, want, NOON.plusSeconds(run)));
    }
  }

  private static Claim.Want urgent(int priority) {
    return new Claim.Want(Lane.INSTANT, Map.of(), priority);
  }

  /// Grants all that can be, and answers whose they were, in order.
  private List<Long> granted(Instant now) {
    var runs = new ArrayList<Long>();
    for (var next = capacity.next(now); next.isPresent(); next = capacity.next(now)) {
      capacity.grant(next.get(), ++token, now);
      runs.add(next.get().run().value());
    }
    return runs;
  }

  @Test
  void theOldestClaimIsGrantedFirst() {
    claims(1, 30, Map.of("db", 1));
    claims(2, 10, Map.of("db", 1));
    claims(3, 20, Map.of());

    assertThat(granted(NOON)).containsExactly(2L, 3L, 1L);
  }

  @Test
  void aPoolIsNeverOverfilled() {
    for (int run = 0; run < 4; run++) claims(run, run, Map.of("db", 1));

    assertThat(granted(NOON)).containsExactly(0L, 1L);
    assertThat(capacity.used("db")).isEqualTo(2);
    capacity.release(1);
    assertThat(granted(NOON)).containsExactly(2L);
  }

  @Test
  void aLaneIsNeverOverfilled() {
    for (int run = 0; run < 4; run++) claims(run, Lane.NETWORK, run, Map.of());
    claims(9, Lane.PROCESS, 9, Map.of());

    assertThat(granted(NOON)).containsExactly(0L, 1L, 9L);
  }

  @Test
  void aWorkflowThatHangsLeavesSlotsToOthers() {
    claims(100, 40, "hangs", Lane.INSTANT);
    assertThat(granted(NOON)).hasSize(12);
    claims(200, 40, "crowds", Lane.INSTANT);
    assertThat(granted(NOON)).hasSize(3);
    claims(300, 1, "wants one", Lane.INSTANT);
    assertThat(granted(NOON)).containsExactly(300L);
  }

  @Test
  void itIsTheTurnOfTheWorkflowThatHasTheFewestSlots() {
    claims(100, 40, "many", Lane.INSTANT);
    claims(200, 40, "as many", Lane.INSTANT);
    claims(300, 2, "two", Lane.INSTANT);

    assertThat(granted(NOON).subList(0, 9))
        .containsExactly(100L, 200L, 300L, 101L, 201L, 301L, 102L, 202L, 103L);
  }

  @Test
  void whoHasWaitedLongestAmongThoseWithAsManySlotsIsNext() {
    claims(100, 40, "hangs", Lane.INSTANT);
    granted(NOON);
    claims(200, 40, "late", Lane.INSTANT);
    granted(NOON);
    claims(1, 1, "early", Lane.INSTANT);
    claims(2, 1, "hangs", Lane.INSTANT);
    for (long token = 1; token <= 16; token++) capacity.release(token);

    assertThat(granted(NOON).subList(0, 3)).containsExactly(1L, 2L, 203L);
  }

  @Test
  void aStepOfPriorityIsWorthTwiceAsManySlots() {
    claims(100, 40, "usual", urgent(3));
    claims(200, 40, "urgent", urgent(4));

    assertThat(granted(NOON).subList(0, 9))
        .containsExactly(200L, 201L, 100L, 202L, 203L, 101L, 204L, 205L, 102L);
  }

  @Test
  void whatIsUrgentGoesFirstWithinAWorkflow() {
    claims(100, 3, "w", urgent(3));
    claims(200, 2, "w", urgent(5));

    assertThat(granted(NOON)).containsExactly(200L, 201L, 100L, 101L, 102L);
  }

  @Test
  void anUrgentWorkflowThatMayHaveNoMoreSlotsHoldsNobodyUp() {
    claims(100, 40, "urgent", urgent(5));
    granted(NOON);
    claims(200, 2, "usual", urgent(3));

    assertThat(granted(NOON)).containsExactly(200L, 201L);
  }

  @Test
  void nothingWaitsForEverForWhatIsMoreUrgent() {
    var lane = new Capacity(Map.of(Lane.INSTANT, 1));
    var low = new Claim(new RunId(1), "low", 0, 0, urgent(1), NOON);
    lane.claim(low);
    var order = new ArrayList<Long>();
    for (int minute = 0; minute <= 45; minute++) {
      var now = NOON.plus(Duration.ofMinutes(minute));
      lane.claim(new Claim(new RunId(100 + minute), "high-" + minute, 0, 0, urgent(5), now));
      var next = lane.next(now).orElseThrow();
      order.add(next.run().value());
      lane.grant(next, minute, now);
      lane.release(minute);
    }

    assertThat(order.indexOf(1L)).isEqualTo(40);
  }

  @Test
  void aBacklogThatIsServedGainsNothingByItsAge() {
    var lane = new Capacity(Map.of(Lane.INSTANT, 1));
    for (int run = 0; run < 100; run++) {
      lane.claim(new Claim(new RunId(run), "backlog", 0, 0, urgent(1), NOON));
    }
    var later = NOON.plus(Duration.ofHours(3));
    lane.grant(lane.next(later).orElseThrow(), 1, later);
    lane.release(1);
    var soon = later.plusSeconds(60);
    lane.claim(new Claim(new RunId(500), "urgent", 0, 0, urgent(5), soon));

    assertThat(lane.next(soon).map(Claim::workflow)).contains("urgent");
  }

  @Test
  void whatIsUrgentPassesALargeClaimForALittleLonger() {
    claims(1, 0, Map.of("db", 1));
    granted(NOON);
    claims(2, 1, Map.of("db", 2));
    var want = new Claim.Want(Lane.PROCESS, Map.of("db", 1), 4);
    var urgent = new Claim(new RunId(3), "urgent", 0, 0, want, NOON.plusSeconds(2));
    capacity.claim(urgent);

    assertThat(capacity.next(NOON.plus(Duration.ofMinutes(16)))).isEmpty();
    assertThat(capacity.next(NOON.plus(Duration.ofMinutes(6)))).contains(urgent);
  }

  private Claim wants(int run, Lock.Hold hold) {
    return claims(run, Lane.INSTANT, run, Map.of(Lock.held("ledger"), hold.amount()));
  }

  @Test
  void aLockIsSharedByManyOrHeldByOne() {
    wants(1, Lock.Hold.SHARED);
    wants(2, Lock.Hold.SHARED);
    assertThat(granted(NOON)).containsExactly(1L, 2L);
    wants(3, Lock.Hold.EXCLUSIVE);
    capacity.release(1);
    assertThat(granted(NOON)).isEmpty();
    capacity.release(2);
    assertThat(granted(NOON)).containsExactly(3L);
    wants(4, Lock.Hold.SHARED);
    wants(5, Lock.Hold.EXCLUSIVE);
    assertThat(granted(NOON)).isEmpty();
  }

  @Test
  void whoWantsALockAloneIsNotKeptOutByThoseWhoShareIt() {
    wants(1, Lock.Hold.SHARED);
    granted(NOON);
    wants(2, Lock.Hold.EXCLUSIVE);
    wants(3, Lock.Hold.SHARED);

    assertThat(granted(NOON)).isEmpty();
    capacity.release(1);
    assertThat(granted(NOON)).containsExactly(2L);
    capacity.release(2);
    assertThat(granted(NOON)).containsExactly(3L);
  }

  @Test
  void whoLacksAPoolTooKeepsNobodyFromItsLocks() {
    claims(1, 0, Map.of("licence", 1));
    wants(2, Lock.Hold.SHARED);
    granted(NOON);
    claims(3, 3, Map.of("licence", 1, Lock.held("ledger"), Lock.WHOLE));
    wants(4, Lock.Hold.SHARED);

    assertThat(granted(NOON)).containsExactly(4L);
  }

  @Test
  void aLaneWithoutSlotsGrantsNothing() {
    var without = new Capacity(Map.of(Lane.PROCESS, 1));
    without.claim(claims(1, Lane.INSTANT, 0, Map.of()));

    assertThat(without.next(NOON)).isEmpty();
  }

  @Test
  void aClaimGetsAllItsPoolsOrNone() {
    claims(1, 0, Map.of("licence", 1));
    granted(NOON);
    claims(2, 1, Map.of("licence", 1, "db", 2));

    assertThat(granted(NOON)).isEmpty();
    assertThat(capacity.used("db")).isZero();
    assertThat(
            capacity.full(
                new Claim(
                    new RunId(2),
                    "two",
                    0,
                    0,
                    new Claim.Want(Lane.PROCESS, Map.of("licence", 1, "db", 2), 3),
                    NOON)))
        .containsExactly("licence");
    capacity.release(1);
    assertThat(granted(NOON)).containsExactly(2L);
    assertThat(capacity.used("db")).isEqualTo(2);
  }

  @Test
  void aSmallClaimPassesALargeOneThatDoesNotFit() {
    claims(1, 0, Map.of("db", 1));
    granted(NOON);
    claims(2, 1, Map.of("db", 2));
    claims(3, 2, Map.of("db", 1));

    assertThat(granted(NOON.plusSeconds(60))).containsExactly(3L);
  }

  @Test
  void afterFiveMinutesNobodyPassesAnOlderClaimAnyMore() {
    claims(1, 0, Map.of("db", 1));
    granted(NOON);
    claims(2, 1, Map.of("db", 2));
    claims(3, 2, Map.of("db", 1));
    claims(4, 3, Map.of("licence", 1));

    assertThat(granted(NOON.plus(Duration.ofMinutes(6)))).containsExactly(4L);
    capacity.release(1);
    assertThat(granted(NOON.plus(Duration.ofMinutes(6)))).containsExactly(2L);
  }

  @Test
  void aClaimThatCanNeverFitHoldsNobodyUp() {
    claims(1, 0, Map.of("db", 3));
    claims(2, 1, Map.of("db", 1));

    assertThat(granted(NOON.plus(Duration.ofHours(1)))).containsExactly(2L);
    capacity.size("db", 4);
    assertThat(granted(NOON.plus(Duration.ofHours(1)))).containsExactly(1L);
  }

  @Test
  void aPoolThatShrinksTakesNothingBack() {
    claims(1, 0, Map.of("db", 2));
    granted(NOON);
    capacity.size("db", 1);
    claims(2, 1, Map.of("db", 1));

    assertThat(granted(NOON)).isEmpty();
    assertThat(capacity.used("db")).isEqualTo(2);
    capacity.release(1);
    assertThat(granted(NOON)).containsExactly(2L);
  }

  @Test
  void aClaimThatIsWithdrawnLeavesItsPlaceToTheNext() {
    var first = claims(1, 0, Map.of("db", 2));
    claims(2, 1, Map.of("db", 2));
    capacity.withdraw(first);
    capacity.withdraw(first);

    assertThat(granted(NOON)).containsExactly(2L);
  }

  @Test
  void whatIsReleasedTwiceIsReleasedOnce() {
    claims(1, 0, Map.of("db", 2));
    granted(NOON);

    assertThat(capacity.release(1)).map(Claim::run).contains(new RunId(1));
    assertThat(capacity.release(1)).isEmpty();
    assertThat(capacity.used("db")).isZero();
  }
}
