package outturn.server.fault;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import outturn.server.proof.Api;
import outturn.server.proof.Patience;

/// What the process tasks of a proof did, written down by themselves: each appends a line to its
/// run's file in this folder when it starts and another when it ends, and says the same to its log.
/// So it tells what really happened, whatever servers and databases believe.
record Book(Path folder) {
  static final String WORKFLOW = "writes-a-book";
  private static final int MOST_AT_ONCE = 500;

  /// One line.
  ///
  /// @param word `start` or `end`
  /// @param nanos since 1970, by the host's clock
  record Entry(String run, String task, String token, String word, long nanos) {
    private static Entry of(String run, String line) {
      var words = line.split(" ", -1);
      return new Entry(run, words[0], words[1], words[2], Long.parseLong(words[3]));
    }

    String said() {
      return "%s %s %s %d".formatted(task, token, word, nanos);
    }

    boolean isStart() {
      return word.equals("start");
    }
  }

  /// A workflow of so many tasks that write: one, then most of them side by side, then one. Some
  /// take long enough to be met in the middle.
  static String project(int tasks) {
    var last = tasks - 1;
    var text = new StringBuilder();
    text.append("kind: workflow\nname: ").append(WORKFLOW).append("\ninputs: {book: {}}\ntasks:\n");
    for (int i = 0; i < tasks; i++) {
      var needs =
          i == 0
              ? "[]"
              : i < last
                  ? "[t0]"
                  : IntStream.range(0, last)
                      .mapToObj(before -> "t" + before)
                      .collect(Collectors.joining(", ", "[", "]"));
      text.append(
          """
            t%d:
              needs: %s
              repeatable: true
              env: {BOOK: "${inputs.book}"}
              shell: |
                say() {
                  line="$OUTTURN_TASK $OUTTURN_TOKEN $1 $(date +%%s%%N)"
                  echo "$line" >> "$BOOK/$OUTTURN_RUN"
                  echo "$line"
                }
                say start
                sleep %s
                say end
                printf . >> "$BOOK/progress"
          """
              .formatted(i, needs, i % 5 == 1 ? "0.3" : "0"));
    }
    return text.toString();
  }

  /// Orders runs of the workflow, and tells their ids.
  List<String> order(Api api, int count) {
    var runs = new ArrayList<String>();
    while (runs.size() < count) {
      var wish = Map.of("workflow", WORKFLOW, "inputs", Map.of("book", folder.toString()));
      var wishes =
          IntStream.range(0, Math.min(MOST_AT_ONCE, count - runs.size()))
              .mapToObj(_ -> wish)
              .toList();
      var started = api.post("/runs", Map.of("runs", wishes)).good();
      started.path("runs").valueStream().map(run -> run.path("id").asString()).forEach(runs::add);
    }
    return runs;
  }

  /// How many tasks have ended so far, those of lost attempts included.
  long progress() {
    try {
      var file = folder.resolve("progress");
      return Files.exists(file) ? Files.size(file) : 0;
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }

  List<Entry> entries(String run) {
    return Host.lines(folder.resolve(run)).stream().map(line -> Entry.of(run, line)).toList();
  }

  List<Entry> entries(List<String> runs) {
    return runs.stream().flatMap(run -> entries(run).stream()).toList();
  }

  /// Waits until all runs have succeeded, as long as the work goes on.
  void awaitEnd(Api api, List<String> runs) {
    var ids = Set.copyOf(runs);
    Patience.whileItGoesOn(
        "all runs end", () -> live(api, ids) + "/" + progress(), seen -> seen.startsWith("0/"));
    var failed =
        api.all("/runs?state=failed,cancelled").stream()
            .map(run -> run.path("id").asString())
            .filter(ids::contains)
            .toList();
    assertThat(failed).isEmpty();
  }

  /// How many have not ended; -1 while the server cannot say.
  private static long live(Api api, Set<String> ids) {
    try {
      return api.all("/runs?state=waiting,running").stream()
          .filter(run -> ids.contains(run.path("id").asString()))
          .count();
    } catch (AssertionError | UncheckedIOException away) {
      return -1;
    }
  }

  /// Everything that must be true of runs that have all ended.
  void check(List<String> runs, int tasks) {
    for (var run : runs) {
      var entries = entries(run);
      noTokenRanTwice(entries);
      noAttemptsOverlap(entries);
      var done =
          entries.stream().filter(entry -> !entry.isStart()).map(Entry::task).distinct().count();
      assertThat(done).as("tasks of run %s that ended", run).isEqualTo(tasks);
    }
  }

  private static void noTokenRanTwice(List<Entry> entries) {
    assertThat(entries.stream().map(entry -> entry.token() + " " + entry.word()))
        .doesNotHaveDuplicates();
  }

  /// An attempt that begins while another of its task is open is the successor of one that was
  /// killed, and that one writes nothing more.
  private static void noAttemptsOverlap(List<Entry> entries) {
    var open = new HashMap<String, Entry>();
    var ended = new HashMap<String, Long>();
    var replaced = new HashSet<String>();
    for (var entry : entries) {
      assertThat(replaced).as(entry.toString()).doesNotContain(entry.token());
      if (entry.isStart()) {
        assertThat(entry.nanos())
            .as("%s starts after the one before has ended", entry)
            .isGreaterThanOrEqualTo(ended.getOrDefault(entry.task(), 0L));
        var former = open.put(entry.task(), entry);
        if (former != null) replaced.add(former.token());
      } else {
        assertThat(open.get(entry.task())).as(entry.toString()).isNotNull();
        assertThat(open.remove(entry.task()).token()).isEqualTo(entry.token());
        ended.put(entry.task(), entry.nanos());
      }
    }
  }

  /// Attempts that started and never came to their end.
  static long lost(List<Entry> entries) {
    long starts = entries.stream().filter(Entry::isStart).count();
    return 2 * starts - entries.size();
  }

  /// Each run that has not ended says why.
  static void nothingWaitsWithoutAReason(Api api) {
    for (var run : api.all("/runs?state=waiting,running")) {
      var id = run.path("id").asString();
      var why = api.get("/runs/" + id + "/why").good();
      // It may have ended in between.
      if (List.of("succeeded", "failed", "cancelled").contains(api.state(id))) continue;
      assertThat(why.path("reasons")).as(why.toString()).isNotEmpty();
    }
  }

  /// What these entries said to the log can be read.
  static void logsHave(Api api, List<Entry> entries) {
    var byRun = entries.stream().collect(Collectors.groupingBy(Entry::run));
    byRun.forEach((run, said) -> {
      var lines =
          api.log(run).stream()
              .map(line -> line.path("text").asString())
              .collect(Collectors.toSet());
      assertThat(said.stream().map(Entry::said)).as("log of %s", run).allMatch(lines::contains);
    });
  }
}
