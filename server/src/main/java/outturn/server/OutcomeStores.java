package outturn.server;

import java.time.InstantSource;
import outturn.store.database.Database;
import outturn.store.database.Lane;
import outturn.store.outcome.Agreements;
import outturn.store.outcome.AnalysisPlans;
import outturn.store.outcome.Baselines;
import outturn.store.outcome.EvidenceRecords;
import outturn.store.outcome.Forecasts;

/// What is stored of outcomes.
record OutcomeStores(
    Baselines baselines,
    Agreements agreements,
    Forecasts forecasts,
    AnalysisPlans plans,
    EvidenceRecords evidence) {
  static OutcomeStores of(Database database, InstantSource clock) {
    var requests = database.requests();
    return new OutcomeStores(
        new Baselines(database.jdbi(Lane.WORKER)),
        new Agreements(requests),
        new Forecasts(requests, clock),
        new AnalysisPlans(requests),
        new EvidenceRecords(requests));
  }
}
