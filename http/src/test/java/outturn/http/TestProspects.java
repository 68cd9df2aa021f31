package outturn.http;

import java.time.InstantSource;
import java.util.Map;
import org.jdbi.v3.core.Jdbi;
import outturn.engine.pool.Lane;
import outturn.runtime.ahead.Ahead;
import outturn.runtime.forecast.Foresight;
import outturn.runtime.forecast.PostMortems;
import outturn.runtime.live.RunWatch;
import outturn.runtime.project.InForce;
import outturn.store.duration.RunDurations;
import outturn.store.forecast.LiveIds;
import outturn.store.forecast.PastWork;
import outturn.store.forecast.Predictions;
import outturn.store.forecast.TaskDurations;
import outturn.store.project.ProjectReader;
import outturn.store.run.RunReader;

/// What a test server foresees, a step at a time.
final class TestProspects {
  private static final Map<Lane, Integer> SLOTS = Map.of(Lane.PROCESS, 4, Lane.NETWORK, 4);

  private TestProspects() {}

  static Services.Prospects of(
      Jdbi jdbi, InForce inForce, ProjectReader projects, RunWatch watch, InstantSource clock) {
    var durations = new RunDurations(jdbi);
    var predictions = new Predictions(jdbi);
    var ground =
        new Foresight.Ground(
            inForce, new Ahead(inForce, durations), watch, projects, () -> SLOTS, () -> false);
    var rows =
        new Foresight.Rows(
            new RunReader(jdbi, clock), new LiveIds(jdbi), new TaskDurations(jdbi), predictions);
    var past = new PostMortems.Rows(new TaskDurations(jdbi), new PastWork(jdbi), predictions);
    return new Services.Prospects(
        durations,
        new Foresight(ground, rows, _ -> {}, clock, System::nanoTime, System::nanoTime),
        predictions,
        new PostMortems(rows.runs(), inForce, past));
  }
}
