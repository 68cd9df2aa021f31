package outturn.server;

import java.time.InstantSource;
import outturn.store.change.ChangeEvents;
import outturn.store.change.ShiftAnswers;
import outturn.store.database.Database;
import outturn.store.database.Lane;
import outturn.store.outcome.Agreements;
import outturn.store.outcome.AnalysisPlans;
import outturn.store.outcome.Baselines;
import outturn.store.outcome.EvidenceRecords;
import outturn.store.outcome.Forecasts;
import outturn.store.outcome.StatementLetters;
import outturn.store.steering.Marks;
import outturn.store.steering.PeriodForecasts;
import outturn.store.steering.Reviews;

/// What is stored of outcomes.
record OutcomeStores(
    Baselines baselines,
    Agreements agreements,
    Forecasts forecasts,
    AnalysisPlans plans,
    EvidenceRecords evidence,
    LetterStores letters,
    SteeringStores steering) {

  /// Impact statements on their way.
  ///
  /// @param forReaders the same, by the connections of requests
  record LetterStores(StatementLetters letters, StatementLetters forReaders) {}

  /// What is kept for those who steer by outcomes.
  record SteeringStores(
      ChangeEvents changes,
      ShiftAnswers shifts,
      Reviews reviews,
      PeriodForecasts forecasts,
      Marks marks) {}

  static OutcomeStores of(Database database, InstantSource clock) {
    var requests = database.requests();
    return new OutcomeStores(
        new Baselines(database.jdbi(Lane.WORKER)),
        new Agreements(requests),
        new Forecasts(requests, clock),
        new AnalysisPlans(requests),
        new EvidenceRecords(requests),
        new LetterStores(
            new StatementLetters(database.jdbi(Lane.WORKER)), new StatementLetters(requests)),
        new SteeringStores(
            new ChangeEvents(requests),
            new ShiftAnswers(requests),
            new Reviews(requests),
            new PeriodForecasts(requests),
            new Marks(requests)));
  }
}
