package outturn.store.range;

import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.JdbiException;
import outturn.store.database.AdvisoryLock;

/// Makes the weekly ranges of the big tables, before their time. A run cannot be made in a week
/// that has none.
public final class Ranges {
  private static final int TRIES = 150;

  // Another node's clock may be behind.
  private static final Duration CLOCKS_DIFFER = Duration.ofHours(1);

  private static final List<Table> TABLES =
      List.of(new Table("run", 85), new Table("attempt", 85), new Table("log", 100));

  private final Jdbi jdbi;
  private final InstantSource clock;

  public Ranges(Jdbi jdbi, InstantSource clock) {
    this.jdbi = jdbi;
    this.clock = clock;
  }

  /// Makes what is missing of this week and the next ones; answers the tables that it made. Nothing
  /// waits for it: it gives up waiting for others after 200 ms, and tries again for a minute.
  public List<String> make(int weeksAhead) {
    var weeks = weeks(weeksAhead);
    for (int tries = 1; ; tries++) {
      try {
        var made = jdbi.inTransaction(handle -> make(handle, weeks));
        forgetThatTheyWereEmpty(weeks);
        return made;
      } catch (JdbiException e) {
        if (!ShortTries.waitedTooLong(e) || tries == TRIES) throw e;
        ShortTries.pause();
      }
    }
  }

  /// A table that was analysed before its first row would be planned for as an empty one until
  /// PostgreSQL analyses it again: a minute or two into its week, in which each batch would read
  /// all of it. Truncated, it counts as never analysed. Where somebody uses it, there is time
  /// later.
  private void forgetThatTheyWereEmpty(List<Week> weeks) {
    for (var table : jdbi.withHandle(handle -> analysedWhileEmpty(handle, weeks))) {
      ShortTries.of(
          1,
          () ->
              jdbi.useTransaction(handle -> {
                handle.execute("set local lock_timeout = '200ms'");
                handle.execute("lock table %s in access exclusive mode".formatted(table));
                if (isEmpty(handle, table)) handle.execute("truncate " + table);
              }));
    }
  }

  private static List<String> analysedWhileEmpty(Handle handle, List<Week> weeks) {
    var names =
        TABLES.stream()
            .flatMap(table -> weeks.stream().map(week -> week.table(table.name())))
            .toArray(String[]::new);
    return handle
        .createQuery(
            """
            select c.relname
            from pg_inherits i join pg_class c on c.oid = i.inhrelid
            where c.relname = any(:names) and c.reltuples = 0
            """)
        .bind("names", names)
        .mapTo(String.class)
        .list();
  }

  private static boolean isEmpty(Handle handle, String table) {
    return handle
        .createQuery("select not exists (select from %s)".formatted(table))
        .mapTo(Boolean.class)
        .one();
  }

  private List<Week> weeks(int ahead) {
    var weeks = new ArrayList<Week>();
    var last = Week.of(clock.instant().plus(Duration.ofDays(7L * ahead)));
    for (var week = Week.of(clock.instant().minus(CLOCKS_DIFFER));
        !week.monday().isAfter(last.monday());
        week = week.next()) {
      weeks.add(week);
    }
    return weeks;
  }

  private static List<String> make(Handle handle, List<Week> weeks) {
    handle.execute("set local lock_timeout = '200ms'");
    AdvisoryLock.take(handle, "ranges");
    var made = new ArrayList<String>();
    for (var table : TABLES) {
      var there = there(handle, table.name());
      for (var week : weeks) {
        if (there.contains(week.table(table.name()))) continue;
        make(handle, table, week);
        made.add(week.table(table.name()));
      }
    }
    return made;
  }

  // Attached after it is made: `create table … partition of` would lock out all readers and
  // writers.
  private static void make(Handle handle, Table table, Week week) {
    var name = week.table(table.name());
    handle.execute(
        """
        create table %s (like %s including defaults including constraints including storage)
        with (fillfactor = %d)
        """
            .formatted(name, table.name(), table.fillfactor()));
    handle.execute(
        "alter table %s attach partition %s for values from (%d) to (%d)"
            .formatted(table.name(), name, week.first().value(), week.next().first().value()));
  }

  static Set<String> there(Handle handle, String table) {
    return new HashSet<>(
        handle
            .createQuery(
                """
                select c.relname
                from pg_inherits i join pg_class c on c.oid = i.inhrelid
                where i.inhparent = cast(:table as regclass)
                """)
            .bind("table", table)
            .mapTo(String.class)
            .list());
  }

  /// @param fillfactor below 100 leaves room on a page for the updates of its rows, so that these
  ///   touch no index
  private record Table(String name, int fillfactor) {}
}
