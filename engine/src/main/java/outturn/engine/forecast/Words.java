package outturn.engine.forecast;

import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import outturn.definition.pool.Lock;

/// Puts a chain of links into one English sentence: the waits in it, from the end back. Times are
/// those of a zone.
public final class Words {
  private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH:mm", Locale.ROOT);
  private static final DateTimeFormatter DAY_AND_TIME =
      DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm", Locale.ROOT);
  private static final int MOST_TOLD = 4;

  private final ZoneId zone;
  private final Instant now;

  /// @param now times of its day are told without the day
  public Words(ZoneId zone, Instant now) {
    this.zone = zone;
    this.now = now;
  }

  /// An instant as people read it: without its day on the day of the forecast.
  public String time(Instant at) {
    var local = at.atZone(zone);
    boolean today = local.toLocalDate().equals(now.atZone(zone).toLocalDate());
    return (today ? TIME : DAY_AND_TIME).format(local);
  }

  /// Such as "load waits for pool housing-db held by archive until 05:40"; where nothing waits,
  /// which tasks follow each other.
  public String sentence(List<Link> chain) {
    if (chain.isEmpty()) return "nothing is left to wait for";
    var told = new ArrayList<String>();
    for (var link : chain) clause(chain.getFirst(), link).ifPresent(told::add);
    if (told.isEmpty()) return follows(chain);
    int more = told.size() - MOST_TOLD;
    var some = String.join("; ", told.subList(0, Math.min(told.size(), MOST_TOLD)));
    return more > 0 ? "%s; and %d more".formatted(some, more) : some;
  }

  /// What is to be told of a link, where it is more than that one task follows another.
  private Optional<String> clause(Link first, Link link) {
    var name = name(first, link);
    return switch (link.because()) {
      case Because.Needs _ -> Optional.empty();
      case Because.Start(var at) when !at.isAfter(now) -> Optional.empty();
      case Because.Start(var at) -> Optional.of("%s begins at %s".formatted(name, time(at)));
      case Because.Pool pool -> Optional.of(pool(first, link, pool));
      case Because.Opens(var pool, var why) ->
          Optional.of("%s waits for %s%s%s".formatted(name, pool(pool), why(why), until(link)));
      case Because.Retry(int attempt) ->
          Optional.of("%s is tried again (attempt %d)%s".formatted(name, attempt, from(link)));
      case Because.Turn(_, var workflow) ->
          Optional.of("%s waits for its turn after %s%s".formatted(name, workflow, until(link)));
      case Because.Depends(_, var workflow) ->
          Optional.of("%s waits for %s to succeed%s".formatted(name, workflow, until(link)));
      case Because.Time(var until, var why) ->
          Optional.of("%s waits until %s%s".formatted(name, time(until), why(why)));
      case Because.Running(var since, int attempt) ->
          Optional.of("%s runs since %s%s%s".formatted(name, time(since), nth(attempt), end(link)));
      case Because.Person(var what) ->
          Optional.of("%s waits for a person to %s".formatted(name, what));
      case Because.Never(var why) -> Optional.of("%s does not succeed: %s".formatted(name, why));
    };
  }

  private String pool(Link first, Link link, Because.Pool because) {
    boolean same = because.holder().equals(link.course());
    var holder =
        same
            ? because.task()
            : because.task().isEmpty() || because.task().equals(because.workflow())
                ? because.workflow()
                : "%s (%s)".formatted(because.workflow(), because.task());
    return "%s waits for %s held by %s%s"
        .formatted(name(first, link), pool(because.pool()), holder, until(link));
  }

  private static String pool(String pool) {
    if (Slot.is(pool)) return "a free " + Slot.words(pool);
    return Lock.is(pool) ? "lock " + Lock.name(pool) : "pool " + pool;
  }

  private static String name(Link first, Link link) {
    return link.course().equals(first.course())
        ? link.task()
        : "%s of %s".formatted(link.task(), link.workflow());
  }

  private static String why(String why) {
    return why.isEmpty() ? "" : " (%s)".formatted(why);
  }

  private static String nth(int attempt) {
    return attempt > 1 ? " (attempt %d)".formatted(attempt) : "";
  }

  private String until(Link link) {
    return link.begin().map(time -> " until " + time(time)).orElse("");
  }

  private String from(Link link) {
    return link.begin().map(time -> " from " + time(time)).orElse("");
  }

  private String end(Link link) {
    return link.end().map(time -> ", expected to end at " + time(time)).orElse("");
  }

  private String follows(List<Link> chain) {
    var last = chain.getFirst();
    var end = last.end().map(time -> " ends at " + time(time)).orElse(" does not end");
    var before = chain.stream().skip(1).map(link -> name(last, link)).limit(MOST_TOLD).toList();
    int more = chain.size() - 1 - before.size();
    var tail = more > 0 ? " and %d more".formatted(more) : "";
    return before.isEmpty()
        ? last.task() + end
        : "%s%s, after %s%s".formatted(last.task(), end, String.join(", ", before), tail);
  }
}
