package outturn.http;

import java.time.InstantSource;
import java.util.function.Supplier;
import outturn.runtime.change.ChangeHooks;
import outturn.runtime.change.Changes;
import outturn.runtime.change.Questions;
import outturn.runtime.disk.FreeDisk;
import outturn.runtime.event.CloudEvents;
import outturn.runtime.event.Hooks;
import outturn.runtime.forecast.Foresight;
import outturn.runtime.forecast.PostMortems;
import outturn.runtime.hold.Hold;
import outturn.runtime.impact.DataPackages;
import outturn.runtime.impact.Demonstrating;
import outturn.runtime.impact.Impacts;
import outturn.runtime.impact.OnePages;
import outturn.runtime.impact.Sending;
import outturn.runtime.impact.Signing;
import outturn.runtime.level.Levels;
import outturn.runtime.live.RunWatch;
import outturn.runtime.measure.Measures;
import outturn.runtime.measure.SentObservations;
import outturn.runtime.metric.Metrics;
import outturn.runtime.notify.Notifying;
import outturn.runtime.outcome.Gates;
import outturn.runtime.outcome.Outcomes;
import outturn.runtime.outcome.Plans;
import outturn.runtime.portfolio.OutcomeReviews;
import outturn.runtime.portfolio.PortfolioWatch;
import outturn.runtime.project.InForce;
import outturn.runtime.project.Projects;
import outturn.runtime.project.Schedules;
import outturn.runtime.run.RunCommands;
import outturn.runtime.run.RunRequests;
import outturn.runtime.stake.AtRiskDesk;
import outturn.runtime.survey.AnswerDesk;
import outturn.runtime.survey.Surveys;
import outturn.store.audit.AuditTrail;
import outturn.store.backup.Snapshot;
import outturn.store.duration.RunDurations;
import outturn.store.event.Events;
import outturn.store.forecast.Predictions;
import outturn.store.identity.Grants;
import outturn.store.identity.Logins;
import outturn.store.identity.Passwords;
import outturn.store.identity.Tokens;
import outturn.store.identity.Users;
import outturn.store.log.LogStore;
import outturn.store.notify.Notifications;
import outturn.store.outcome.Forecasts;
import outturn.store.ownership.Nodes;
import outturn.store.project.ProjectReader;
import outturn.store.run.OccurrenceReader;
import outturn.store.run.RunReader;
import outturn.store.secret.Secrets;
import outturn.store.steering.PeriodForecasts;

/// All that requests are answered from.
public record Services(
    Runs runs,
    Definitions definitions,
    Effect effect,
    Access access,
    Cluster cluster,
    Outside outside,
    InstantSource clock) {

  /// Runs, and what they wrote.
  public record Runs(
      RunRequests requests,
      RunCommands commands,
      RunReader reader,
      OccurrenceReader occurrences,
      Prospects prospects,
      LogStore logs,
      RunWatch watch) {}

  /// How runs are expected to go, and what was expected of those that are over.
  public record Prospects(
      RunDurations durations,
      Foresight foresight,
      Predictions predictions,
      PostMortems postMortems) {}

  /// What people are told of runs, and by which channels.
  public record Told(Notifications notifications, Notifying notifying) {}

  /// What is in force, and how that changes.
  ///
  /// @param reader for the list of projects and the sizes of pools
  public record Definitions(
      InForce inForce, Projects projects, Schedules schedules, ProjectReader reader) {}

  /// What the work is for.
  public record Effect(
      Measures measures,
      Outcomes outcomes,
      Gates gates,
      Plans plans,
      Forecasts forecasts,
      Demonstration demonstration,
      Steering steering) {}

  /// What came of it.
  public record Demonstration(
      Impacts impacts,
      Demonstrating demonstrating,
      Signing signing,
      OnePages pages,
      DataPackages packages,
      Sending sending) {}

  /// What those look at who steer by outcomes.
  public record Steering(Dated dated, Board board, Delivery delivery) {}

  /// How promises are kept, and what late work endangers.
  public record Delivery(Levels levels, AtRiskDesk atRisk) {}

  /// All outcomes at once, and their reviews.
  public record Board(
      PortfolioWatch portfolio, OutcomeReviews reviews, PeriodForecasts forecasts) {}

  /// Dated events, those who tell of them, and the shifts that ask for one.
  public record Dated(Changes changes, ChangeHooks hooks, Questions questions) {}

  /// Who may ask, and what is kept of it.
  public record Access(
      Users users,
      Tokens tokens,
      Logins logins,
      Passwords passwords,
      Grants grants,
      Secrets secrets,
      AuditTrail audit) {}

  /// What keeps the server safe.
  ///
  /// @param snapshots takes one of the database
  public record Upkeep(Hold hold, FreeDisk disk, Supplier<Snapshot> snapshots) {}

  /// This server, and the others on its database.
  ///
  /// @param health asked at each request that changes something: it only looks, and never waits
  public record Cluster(Supplier<Health> health, Nodes nodes, Upkeep upkeep, Metrics metrics) {}

  /// What reaches the server from outside, and whom it tells.
  public record Outside(Happenings happenings, Told told, Asked asked) {}

  /// Surveys, and the desk where answers are handed in.
  public record Asked(Surveys surveys, AnswerDesk desk) {}

  /// Events from outside, and what has become of them.
  public record Happenings(
      Hooks hooks, CloudEvents cloudEvents, SentObservations observations, Events events) {}

  /// How the server is.
  public enum Health {
    OK,
    STARTING,
    DATABASE_AWAY,
    STOPPING
  }
}
