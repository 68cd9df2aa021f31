package outturn.store.run;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jdbi.v3.core.Handle;
import outturn.engine.run.Mark;
import outturn.engine.run.Rows.AttemptRow;
import outturn.engine.run.RunId;
import outturn.store.database.SqlArray;

/// Many runs with all their rows, in a statement for each kind of row.
final class WholeRuns {
  private WholeRuns() {}

  static List<WholeRun> of(Handle handle, Collection<RunId> ids) {
    var attempts = new HashMap<RunId, List<AttemptRow>>();
    var marks = new HashMap<RunId, List<Mark>>();
    // First the runs: what has happened since is in the other rows, as where a run is read alone.
    var runs = runs(handle, ids);
    attempts(handle, ids)
        .forEach(row -> attempts.computeIfAbsent(row.id().run(), _ -> new ArrayList<>()).add(row));
    marks(handle, ids)
        .forEach(row -> marks.computeIfAbsent(row.run(), _ -> new ArrayList<>()).add(row));
    return runs.stream().map(run -> whole(run, attempts, marks)).toList();
  }

  private static WholeRun whole(
      RunEntry run, Map<RunId, List<AttemptRow>> attempts, Map<RunId, List<Mark>> marks) {
    var id = run.row().id();
    return new WholeRun(
        run, attempts.getOrDefault(id, List.of()), marks.getOrDefault(id, List.of()));
  }

  private static List<RunEntry> runs(Handle handle, Collection<RunId> ids) {
    return handle
        .createQuery(RunReader.ENTRIES + "where r.id = any(:ids)")
        .bind("ids", SqlArray.longs(ids.stream().map(RunId::value).toList()))
        .map((row, _) -> RunReader.entry(row))
        .list();
  }

  private static List<AttemptRow> attempts(Handle handle, Collection<RunId> ids) {
    return handle
        .createQuery(
            "select * from attempt where run = any(:ids) order by run, task, item, attempt")
        .bind("ids", SqlArray.longs(ids.stream().map(RunId::value).toList()))
        .map((row, _) -> AttemptRows.of(row))
        .list();
  }

  private static List<Mark> marks(Handle handle, Collection<RunId> ids) {
    return handle
        .createQuery("select * from mark where run = any(:ids)")
        .bind("ids", SqlArray.longs(ids.stream().map(RunId::value).toList()))
        .map((row, _) -> MarkRows.of(row))
        .list();
  }
}
