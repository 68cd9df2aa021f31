package outturn.definition.policy;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// Which tasks may start, or how many of them may run at once, while one of its windows is open.
///
/// It is held as a pool is, whose size is what it allows now.
///
/// @param during when it is in force; always, when there are none
/// @param zone of its local times
/// @param allow how many tasks at once; none may start when it is 0
public record Policy(
    String name, String title, List<Window> during, ZoneId zone, Selection applies, int allow) {
  /// More than any server runs at once.
  public static final int UNLIMITED = 1_000_000;

  private static final String MARK = "policy/";

  /// Windows that follow each other for so long are as good as always.
  private static final Duration FARTHEST = Duration.ofDays(400);

  public Policy {
    during = List.copyOf(during);
  }

  /// @param until when that changes, where it is known
  public record Standing(boolean inForce, Optional<Instant> until) {}

  /// The name under which it is held; neither a pool nor a lock has such a one.
  public String held() {
    return MARK + name;
  }

  /// Whether a policy is held under this name.
  public static boolean is(String pool) {
    return pool.startsWith(MARK);
  }

  /// Whether nothing that it applies to may start while it is in force.
  public boolean freezes() {
    return allow == 0;
  }

  /// Whether it is in force at a time, and until when that stays so.
  public Standing at(Instant now) {
    if (during.isEmpty()) return new Standing(true, Optional.empty());
    var end = now;
    for (var further = endOf(end); further.isPresent(); further = endOf(end)) {
      end = further.get();
      boolean forEver = end.equals(Instant.MAX) || end.isAfter(now.plus(FARTHEST));
      if (forEver) return new Standing(true, Optional.empty());
    }
    if (end.isAfter(now)) return new Standing(true, Optional.of(end));
    var next = spans(now).map(Window.Span::from).min(Comparator.naturalOrder());
    return new Standing(false, next);
  }

  /// How many of the tasks that it applies to may run at once, as it stands.
  public int allows(Standing standing) {
    return standing.inForce() ? allow : UNLIMITED;
  }

  private Optional<Instant> endOf(Instant time) {
    return spans(time)
        .filter(span -> !span.from().isAfter(time))
        .map(Window.Span::to)
        .max(Comparator.naturalOrder());
  }

  private Stream<Window.Span> spans(Instant time) {
    return during.stream().flatMap(window -> window.next(time, zone).stream());
  }
}
