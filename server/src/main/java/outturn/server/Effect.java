package outturn.server;

import java.time.Duration;
import java.time.InstantSource;
import java.util.function.BooleanSupplier;
import outturn.http.Services;
import outturn.outcome.onepage.OnePage;
import outturn.report.onepage.Letter;
import outturn.runtime.change.ChangeLog;
import outturn.runtime.impact.DataPackages;
import outturn.runtime.impact.Demonstrating;
import outturn.runtime.impact.Impacts;
import outturn.runtime.impact.OnePages;
import outturn.runtime.impact.Sending;
import outturn.runtime.impact.Signing;
import outturn.runtime.impact.StatementPost;
import outturn.runtime.impact.StudyData;
import outturn.runtime.level.Levels;
import outturn.runtime.measure.MeasureValues;
import outturn.runtime.measure.Measures;
import outturn.runtime.node.Loops;
import outturn.runtime.notify.ChannelsInForce;
import outturn.runtime.notify.Enclosure;
import outturn.runtime.outcome.Adoption;
import outturn.runtime.outcome.Freezing;
import outturn.runtime.outcome.Frozen;
import outturn.runtime.outcome.Gates;
import outturn.runtime.outcome.Outcomes;
import outturn.runtime.outcome.Plans;
import outturn.runtime.outcome.Registering;
import outturn.runtime.project.InForce;
import outturn.runtime.project.PlanLocks;

/// Measures and outcomes of the server.
final class Effect {
  final Freezing freezing;
  final PlanLocks locks;
  final Outcomes outcomes;
  final Plans plans;
  final Gates gates;
  final Levels levels;

  private final Stores stores;
  final InForce inForce;
  private final MeasureValues values;
  private final InstantSource clock;
  private final Registering registering;
  private final Adoption adoption;
  private final StudyData data;
  private final Impacts impacts;
  private final Demonstrating demonstrating;
  private final Signing signing;
  private final OnePages pages;
  private final ChannelsInForce channels;

  Effect(Stores stores, InForce inForce, ChannelsInForce channels, InstantSource clock) {
    this.stores = stores;
    this.inForce = inForce;
    this.channels = channels;
    this.values = new MeasureValues(stores.observations);
    this.clock = clock;
    this.freezing = new Freezing(inForce, values, stores.outcomes.baselines(), clock);
    var frozen = new Frozen(stores.outcomes.baselines());
    this.adoption = new Adoption(inForce, values);
    var changes = new ChangeLog(inForce, stores.outcomes.steering().changes(), clock);
    this.outcomes = new Outcomes(inForce, values, changes, frozen, clock);
    this.plans = new Plans(outcomes, adoption, clock);
    this.locks = new PlanLocks(inForce, stores.outcomes.plans());
    this.data = new StudyData(inForce, changes, values, frozen, adoption);
    this.impacts = new Impacts(outcomes, locks, data, clock);
    this.demonstrating =
        new Demonstrating(
            inForce, outcomes, impacts, stores.outcomes.evidence(), stores.projects, clock);
    this.levels = new Levels(inForce, values, stores.figures, clock);
    this.gates = gates();
    this.signing = new Signing(inForce, stores.outcomes.evidence(), clock);
    this.pages = new OnePages(outcomes, impacts, signing, adoption, gates, clock);
    this.registering = new Registering(inForce, locks, stores.outcomes.plans(), clock);
  }

  void repeat(Loops loops) {
    loops.every(Duration.ofMinutes(1), "baselines", freezing::step);
    loops.every(Duration.ofMinutes(1), "analysis plans", registering::step);
    loops.every(Duration.ofMinutes(1), "reviews", demonstrating::step);
  }

  /// Reads the reviews that are due now.
  void review() {
    demonstrating.step();
  }

  /// What mails the impact statements.
  StatementPost post(StatementPost.Ways ways, BooleanSupplier held) {
    var letters = stores.outcomes.letters().letters();
    return new StatementPost(pages, Effect::printed, letters, ways, held, clock);
  }

  private static StatementPost.Printed printed(OnePage page) {
    var letter = Letter.of(page);
    return new StatementPost.Printed(
        letter.subject(),
        letter.text(),
        new Enclosure(letter.fileName(), "application/pdf", letter.pdf()));
  }

  Services.Effect services(Services.Steering steering) {
    return new Services.Effect(
        new Measures(inForce, stores.observations, values, freezing::look, clock),
        outcomes,
        gates,
        plans,
        stores.outcomes.forecasts(),
        new Services.Demonstration(
            impacts,
            demonstrating,
            signing,
            pages,
            new DataPackages(impacts, data, stores.observations, signing, pages, clock),
            new Sending(
                inForce,
                stores.outcomes.evidence(),
                stores.outcomes.letters().forReaders(),
                channels::all,
                clock)),
        steering);
  }

  private Gates gates() {
    return new Gates(
        inForce,
        outcomes,
        levels,
        stores.projects,
        new Gates.Records(
            stores.outcomes.agreements(), stores.outcomes.forecasts(), stores.outcomes.evidence()),
        locks,
        clock);
  }
}
