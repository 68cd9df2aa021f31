package outturn.runtime.forecast;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class GroupTest {
  private static final Instant NOW = Instant.parse("2026-03-02T02:00:00Z");
  private static final Duration QUICK = Duration.ofMillis(1);

  private final Group group = new Group(List.of("run"));

  private static Instant in(long seconds) {
    return NOW.plusSeconds(seconds);
  }

  @Test
  void whatWasNeverForecastIsWantedAtOnce() {
    assertThat(group.wakes()).isBefore(NOW);
  }

  @Test
  void whatHasChangedRestsForASecond() {
    group.done(NOW, in(3_600), QUICK);
    group.touch();

    assertThat(group.wakes()).isEqualTo(in(1));
  }

  @Test
  void whatIsDearRestsTwentyTimesAsLongAsItTook() {
    group.done(NOW, in(3_600), Duration.ofSeconds(3));
    group.touch();

    assertThat(group.wakes()).isEqualTo(in(60));
  }

  @Test
  void whoeverJoinsOthersRestsWithThem() {
    group.done(NOW, in(3_600), Duration.ofSeconds(3));
    var larger = new Group(List.of("another", "run"));
    larger.follow(group);

    assertThat(larger.wakes()).isEqualTo(in(60));
  }

  @Test
  void whatHasNotChangedIsForecastTheOftenerTheNearerItIsDue() {
    group.done(NOW, in(100), QUICK);
    assertThat(group.wakes()).isEqualTo(in(10));

    group.done(NOW, in(3_600), QUICK);
    assertThat(group.wakes()).isEqualTo(in(180));

    group.done(NOW, Instant.MAX, QUICK);
    assertThat(group.wakes()).isEqualTo(in(600));
  }

  @Test
  void whatHasChangedGoesFirstAndOfThatWhatIsDueFirst() {
    var soon = done("soon", 60);
    var later = done("later", 600);
    var latest = done("latest", 6_000);
    later.touch();
    latest.touch();

    assertThat(Stream.of(soon, latest, later).sorted(Group.URGENCY))
        .containsExactly(later, latest, soon);
  }

  private static Group done(String name, long due) {
    var group = new Group(List.of(name));
    group.done(NOW, in(due), QUICK);
    return group;
  }
}
