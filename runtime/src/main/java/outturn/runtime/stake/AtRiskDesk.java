package outturn.runtime.stake;

import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import outturn.definition.outcome.Outcome;
import outturn.definition.service.Service;
import outturn.engine.run.RunId;
import outturn.outcome.stake.AtRisk;
import outturn.outcome.stake.Ends;
import outturn.outcome.stake.Over;
import outturn.outcome.stake.Provided;
import outturn.outcome.stake.Stake;
import outturn.outcome.stake.Telling;
import outturn.outcome.stake.Threat;
import outturn.runtime.project.InForce;
import outturn.store.notify.AtRiskNews;

/// What is at risk, and who of the business is told of it, and that it is over.
public final class AtRiskDesk {
  private final InForce inForce;
  private final Supplier<List<Threat>> threats;
  private final Settled settled;
  private final AtRiskNews news;
  private final BooleanSupplier held;
  private final InstantSource clock;

  /// @param threats as they are known at the time
  /// @param held whether this is a restored copy, which tells nobody
  public AtRiskDesk(
      InForce inForce,
      Supplier<List<Threat>> threats,
      Settled settled,
      AtRiskNews news,
      BooleanSupplier held,
      InstantSource clock) {
    this.inForce = inForce;
    this.threats = threats;
    this.settled = settled;
    this.news = news;
    this.held = held;
    this.clock = clock;
  }

  public AtRisk now() {
    return of(threats.get());
  }

  private AtRisk of(List<Threat> known) {
    return AtRisk.of(known, ends(), clock.instant());
  }

  /// Looks, and tells of what is new and of what is over.
  public void step() {
    if (held.getAsBoolean()) return;
    var open = news.open();
    if (open.isEmpty() && !isTold()) return;
    var known = threats.get();
    end(open, known);
    if (isTold()) tell(known);
  }

  private void end(List<AtRiskNews.Open> open, List<Threat> known) {
    var now = clock.instant();
    var over = new LinkedHashMap<Long, String>();
    for (var each : open) {
      over(each, known, now)
          .ifPresent(what -> over.put(each.id(), what.headline() + "\n" + what.text()));
    }
    if (!over.isEmpty()) news.over(over, now);
  }

  private Optional<Over> over(AtRiskNews.Open told, List<Threat> known, Instant now) {
    var promise =
        new Settled.Promise(told.about().workflow(), told.about().businessDate(), told.subject());
    return settled.of(promise, ends(), now).or(() -> caughtUp(told, promise, known, now));
  }

  /// A run that is foreseen again as in time. That nothing is foreseen of it says nothing.
  private Optional<Over> caughtUp(
      AtRiskNews.Open told, Settled.Promise promise, List<Threat> known, Instant now) {
    var deadline = settled.deadline(promise).orElse("");
    return known.stream()
        .filter(threat -> isOf(told.about(), threat.promised()))
        .filter(threat -> threat.promised().deadline().equals(deadline))
        .filter(Over::isCaughtUp)
        .findFirst()
        .map(threat -> Over.caughtUp(threat, promise.output(), ends(), now));
  }

  private static boolean isOf(AtRiskNews.About told, Threat.Promised promised) {
    boolean same =
        promised.workflow().equals(told.workflow())
            && promised.businessDate().equals(told.businessDate());
    return same && (told.run().isEmpty() || told.run().equals(promised.run().map(RunId::parse)));
  }

  private boolean isTold() {
    return inForce.services().stream().anyMatch(each -> each.value().tell().isPresent());
  }

  /// Tells channels of services of what matters and is not decided yet, each output once for each
  /// run and deadline.
  public void tell(List<Threat> known) {
    var told = new LinkedHashMap<Told, String>();
    for (var stake : Telling.of(of(known))) {
      told.merge(Told.of(stake), stake.text(), (one, other) -> one + "\n" + other);
    }
    told.keySet().removeIf(each -> settled.of(each.promise(), ends(), clock.instant()).isPresent());
    if (told.isEmpty()) return;
    var items = told.entrySet().stream().map(each -> each.getKey().item(each.getValue())).toList();
    news.tell(items, clock.instant());
  }

  /// What is told once, whatever the number of outcomes.
  private record Told(Threat.Promised promised, String subject, String channel) {
    static Told of(Stake stake) {
      var channel = stake.by().service().tell().map(Service.Tell::channel).orElse("");
      return new Told(stake.threat().promised(), stake.outputName(), channel);
    }

    Settled.Promise promise() {
      return new Settled.Promise(promised.workflow(), promised.businessDate(), subject);
    }

    AtRiskNews.Item item(String text) {
      var about =
          new AtRiskNews.About(
              promised.project(),
              promised.workflow(),
              promised.run().map(RunId::parse),
              promised.businessDate());
      return new AtRiskNews.Item(about, subject, text, channel);
    }
  }

  private Ends ends() {
    var services =
        inForce.services().stream()
            .map(each -> new Provided(each.project(), file(each), each.value()))
            .toList();
    Map<String, Outcome> outcomes =
        inForce.outcomes().stream()
            .collect(Collectors.toMap(InForce.Entry::name, InForce.Entry::value));
    Map<String, ZoneId> zones = new HashMap<>();
    inForce.workflows().forEach(each -> zones.put(each.name(), each.value().timezone()));
    return new Ends(services, outcomes, zones);
  }

  private String file(InForce.Entry<Service> service) {
    return inForce
        .project(service.version())
        .services()
        .position(service.name())
        .map(position -> position.file())
        .orElse("");
  }
}
