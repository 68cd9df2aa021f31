package outturn.server;

import java.time.InstantSource;
import outturn.runtime.forecast.Foresight;
import outturn.runtime.forecast.PostMortems;
import outturn.store.database.Database;
import outturn.store.database.Lane;
import outturn.store.duration.RunDurations;
import outturn.store.forecast.LiveIds;
import outturn.store.forecast.PastWork;
import outturn.store.forecast.Predictions;
import outturn.store.forecast.TaskDurations;
import outturn.store.run.RunReader;

/// What forecasts of runs are made from and kept in.
///
/// @param durations for readers
/// @param predictions for readers
/// @param past for readers
/// @param rows of the loop
record ForecastStores(
    RunDurations durations, Predictions predictions, PostMortems.Rows past, Foresight.Rows rows) {
  static ForecastStores of(Database database, InstantSource clock) {
    var worker = database.jdbi(Lane.WORKER);
    var api = database.requests();
    var predictions = new Predictions(api);
    return new ForecastStores(
        new RunDurations(api),
        predictions,
        new PostMortems.Rows(new TaskDurations(api), new PastWork(api), predictions),
        new Foresight.Rows(
            new RunReader(worker, clock),
            new LiveIds(worker),
            new TaskDurations(worker),
            new Predictions(worker)));
  }
}
