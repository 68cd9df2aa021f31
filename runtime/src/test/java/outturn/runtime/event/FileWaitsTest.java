package outturn.runtime.event;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.UncheckedIOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import outturn.definition.file.FilePattern;
import outturn.engine.decide.Effect;
import outturn.engine.decide.Event;
import outturn.engine.run.AttemptId;
import outturn.engine.run.RunId;
import outturn.runtime.event.FolderView.Found;
import outturn.store.SettableClock;

class FileWaitsTest {
  private static final Instant TIME = Instant.parse("2026-03-02T08:00:00Z");
  private static final Duration TEN_SECONDS = Duration.ofSeconds(10);

  private final SettableClock clock = new SettableClock(TIME);
  private final List<Found> folder = new ArrayList<>();
  private final List<Event> told = new ArrayList<>();
  private final List<String> read = new ArrayList<>();
  private boolean held;
  private final FileWaits waits = new FileWaits(this::files, told::add, () -> held, clock);

  private List<Found> files(String path) {
    read.add(path);
    if (path.equals("/gone")) throw new UncheckedIOException(new java.io.IOException("no such"));
    return List.copyOf(folder);
  }

  private static Effect.LookForFile look(long token, String path) {
    var attempt = new AttemptId(new RunId(token), "file", 0, 1);
    return new Effect.LookForFile(attempt, token, FilePattern.of(path).orElseThrow(), TEN_SECONDS);
  }

  private List<Object> paths() {
    return told.stream()
        .map(event -> ((Event.Reported) event).report())
        .map(report -> ((Event.Report.Succeeded) report).outputs().get("path"))
        .toList();
  }

  private void looks(int seconds) {
    for (int second = 0; second < seconds; second++) {
      waits.step();
      clock.pass(Duration.ofSeconds(1));
    }
  }

  @Test
  void aFileCountsWhenItHasNotChangedForAWhile() {
    waits.look(look(1, "/in/a-*.csv"));
    looks(3);
    for (int size = 0; size < 5; size++) {
      folder.clear();
      folder.add(new Found("a-1.csv", size, TIME));
      folder.add(new Found("b-1.csv", 1, TIME));
      looks(5);
    }
    assertThat(told).isEmpty();
    looks(6);

    assertThat(told)
        .containsExactly(
            new Event.Reported(
                new AttemptId(new RunId(1), "file", 0, 1),
                1,
                new Event.Report.Succeeded(
                    Map.of(
                        "path",
                        "/in/a-1.csv",
                        "name",
                        "a-1.csv",
                        "size",
                        4L,
                        "modified",
                        TIME.toString()))));
    looks(20);
    assertThat(told).hasSize(1);
  }

  @Test
  void ofSeveralItIsTheFirstByName() {
    folder.add(new Found("a-2.csv", 1, TIME));
    folder.add(new Found("a-1.csv", 1, TIME));
    waits.look(look(1, "/in/a-?.csv"));
    looks(11);

    assertThat(paths()).containsExactly("/in/a-1.csv");
  }

  @Test
  void aFolderIsReadOnceHoweverManyWaitForIt() {
    for (long token = 1; token <= 1000; token++)
      waits.look(look(token, "/in/x-%d".formatted(token)));
    waits.step();

    assertThat(read).containsExactly("/in");
  }

  @Test
  void whatIsOverOrForgottenIsNotLookedFor() {
    folder.add(new Found("a.csv", 1, TIME));
    waits.look(look(1, "/in/a.csv"));
    waits.look(look(2, "/in/a.csv"));
    looks(5);
    waits.lookNoMore(1);
    looks(1);
    waits.forget();
    looks(20);

    assertThat(told).isEmpty();
  }

  @Test
  void nothingIsLookedForInACopyThatIsHeld() {
    folder.add(new Found("a.csv", 1, TIME));
    waits.look(look(1, "/in/a.csv"));
    held = true;
    looks(20);
    assertThat(read).isEmpty();
    held = false;
    looks(11);

    assertThat(paths()).containsExactly("/in/a.csv");
  }

  @Test
  void aFolderThatCannotBeReadKeepsNobodyElseWaiting() {
    folder.add(new Found("a.csv", 1, TIME));
    waits.look(look(1, "/gone/a.csv"));
    waits.look(look(2, "/in/a.csv"));
    looks(11);

    assertThat(paths()).containsExactly("/in/a.csv");
  }
}
