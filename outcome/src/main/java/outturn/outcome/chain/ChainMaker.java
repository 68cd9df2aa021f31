package outturn.outcome.chain;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import outturn.definition.measure.Measure;
import outturn.definition.objective.Objective;
import outturn.definition.outcome.Lever;
import outturn.definition.outcome.Outcome;
import outturn.definition.service.Service;
import outturn.definition.service.Service.Kept;
import outturn.outcome.chain.Edge.Sign;

/// Makes nodes and edges of what is in force.
///
/// A lever leads to its outcome when that asks for the measure it moves, else to those that do, and
/// to an output that is judged by that measure. An outcome whose objective is the name of another
/// outcome leads to that one. Objectives that are defined are there also when nothing serves them.
final class ChainMaker {
  private final Sources sources;
  private final Map<String, Measure> measures;
  private final Map<String, Objective> objectives;
  private final Set<String> outcomes;
  private final Map<String, Node> nodes = new LinkedHashMap<>();
  private final List<Edge> edges = new ArrayList<>();
  private final Map<String, Double> moved = new HashMap<>();

  private ChainMaker(Sources sources) {
    this.sources = sources;
    this.measures =
        sources.measures().stream().collect(Collectors.toMap(Measure::name, Function.identity()));
    this.objectives =
        sources.objectives().stream()
            .collect(Collectors.toMap(Objective::name, Function.identity()));
    this.outcomes = sources.outcomes().stream().map(Outcome::name).collect(Collectors.toSet());
  }

  /// A chain on which nothing was checked.
  static ValueChain of(Sources sources) {
    var maker = new ChainMaker(sources);
    sources.outcomes().forEach(maker::outcome);
    sources.objectives().forEach(each -> maker.node(objective(each.name(), Optional.of(each))));
    sources.services().forEach(maker::outputs);
    sources.outcomes().forEach(maker::sizes);
    sources.outcomes().forEach(outcome -> outcome.levers().forEach(l -> maker.lever(outcome, l)));
    return new ValueChain(List.copyOf(maker.nodes.values()), maker.edges, List.of());
  }

  private void node(Node node) {
    nodes.putIfAbsent(node.id(), node);
  }

  private void outcome(Outcome outcome) {
    var id = Kind.OUTCOME.id(outcome.name());
    node(
        new Node(
            id,
            Kind.OUTCOME,
            outcome.name(),
            outcome.about().title(),
            outcome.about().owner(),
            Optional.empty(),
            outcome.goals().stream().map(Outcome.Goal::measure).toList()));
    outcome.appraisal().value().ifPresent(value -> benefit(outcome, value));
    var last = outcome.appraisal().value().map(any -> Kind.BENEFIT).orElse(Kind.OUTCOME);
    outcome.about().objective().ifPresent(name -> objective(outcome, name, last));
  }

  private void benefit(Outcome outcome, Outcome.Value value) {
    var each = value.each();
    var id = Kind.BENEFIT.id(outcome.name());
    node(
        new Node(
            id,
            Kind.BENEFIT,
            outcome.name(),
            each.what(),
            value.category().name().toLowerCase(Locale.ROOT).replace('_', '-'),
            Optional.empty(),
            List.of(value.measure())));
    var unit = "%s of %d each".formatted(each.currency(), each.priceYear());
    var range =
        each.low() < each.high()
            ? List.of(
                "one %s is worth %s to %s %s of %d"
                    .formatted(
                        each.what(),
                        Figures.of(each.low()),
                        Figures.of(each.high()),
                        each.currency(),
                        each.priceYear()))
            : List.<String>of();
    edges.add(
        new Edge(
            Kind.OUTCOME.id(outcome.name()),
            id,
            Sign.HELPS,
            Optional.of(
                new Strength(each.low(), each.likely(), each.high(), unit, Optional.empty())),
            "",
            range));
  }

  /// Another outcome that is the objective is reached by the outcome itself, not by its worth.
  private void objective(Outcome outcome, String name, Kind last) {
    boolean isOutcome = outcomes.contains(name);
    if (!isOutcome) {
      node(objective(name, Optional.ofNullable(objectives.get(name))));
    }
    edges.add(
        new Edge(
            (isOutcome ? Kind.OUTCOME : last).id(outcome.name()),
            (isOutcome ? Kind.OUTCOME : Kind.OBJECTIVE).id(name),
            Sign.HELPS,
            Optional.empty(),
            outcome.statement().soThat(),
            List.of()));
  }

  /// One that nobody defined is its name alone.
  private static Node objective(String name, Optional<Objective> defined) {
    return new Node(
        Kind.OBJECTIVE.id(name),
        Kind.OBJECTIVE,
        name,
        defined.map(Objective::title).orElse(name),
        defined.map(ChainMaker::note).orElse(""),
        Optional.empty(),
        List.of());
  }

  /// `board, 2026: a tenth fewer lost days`
  private static String note(Objective objective) {
    var owner = objective.period().map(each -> objective.owner() + ", " + each);
    var first = owner.orElse(objective.owner());
    return objective.target().map(each -> first + ": " + each).orElse(first);
  }

  private void outputs(Service service) {
    for (var output : service.outputs()) {
      var id = Kind.OUTPUT.id(service.name() + "/" + output.name());
      node(
          new Node(
              id,
              Kind.OUTPUT,
              output.name(),
              output.promise(),
              service.title(),
              Optional.empty(),
              output.kept().map(ChainMaker::known).stream().toList()));
      for (var serves : output.serves()) {
        if (outcomes.contains(serves.outcome())) edges.add(served(id, serves));
      }
    }
  }

  private static String known(Kept kept) {
    return switch (kept) {
      case Kept.ByDeadline(var workflow, var deadline) -> workflow + "/" + deadline;
      case Kept.ByMeasure(var measure, _) -> measure;
    };
  }

  private static Edge served(String from, Service.Serves serves) {
    var strength =
        serves
            .perHourLate()
            .map(cost ->
                new Strength(
                    cost.low(),
                    cost.likely(),
                    cost.high(),
                    cost.currency() + " an hour late",
                    Optional.empty()));
    return new Edge(
        from, Kind.OUTCOME.id(serves.outcome()), Sign.HELPS, strength, serves.because(), List.of());
  }

  private void lever(Outcome outcome, Lever lever) {
    var id = Kind.LEVER.id(outcome.name() + "/" + lever.name());
    var adoption = lever.spread().adoption().flatMap(Lever.Adoption::actual);
    node(
        new Node(
            id,
            Kind.LEVER,
            lever.name(),
            lever.about().title(),
            lever.about().owner().orElse(""),
            Optional.of(lever.about().element()),
            adoption.stream().toList()));
    targets(outcome, lever).forEach(target -> edges.add(moves(id, target, outcome, lever)));
  }

  private List<String> targets(Outcome own, Lever lever) {
    var targets = new ArrayList<String>();
    var asking = sources.outcomes().stream().filter(each -> asks(each, lever.moves())).toList();
    for (var service : sources.services()) {
      for (var output : service.outputs()) {
        if (output.kept().map(ChainMaker::known).filter(lever.moves()::equals).isPresent()) {
          targets.add(Kind.OUTPUT.id(service.name() + "/" + output.name()));
        }
      }
    }
    (asks(own, lever.moves()) ? List.of(own) : asking)
        .forEach(each -> targets.add(Kind.OUTCOME.id(each.name())));
    return targets;
  }

  private static boolean asks(Outcome outcome, String measure) {
    return outcome.goals().stream().anyMatch(goal -> goal.measure().equals(measure));
  }

  /// How much all levers together are expected to do to a measure of a target.
  private void sizes(Outcome outcome) {
    for (var lever : outcome.levers()) {
      for (var target : targets(outcome, lever)) {
        moved.merge(target + " " + lever.moves(), Math.abs(lever.effect().likely()), Double::sum);
      }
    }
  }

  private Edge moves(String from, String to, Outcome outcome, Lever lever) {
    var effect = lever.effect();
    double whole = moved.getOrDefault(to + " " + lever.moves(), 0.0);
    var share =
        whole > 0 ? Optional.of(Math.abs(effect.likely()) / whole) : Optional.<Double>empty();
    var measure = Optional.ofNullable(measures.get(lever.moves()));
    var unit = measure.flatMap(each -> each.quantity().unit()).orElse("");
    return new Edge(
        from,
        to,
        measure.map(each -> sign(each, effect.likely())).orElse(Sign.HELPS),
        Optional.of(new Strength(effect.worst(), effect.likely(), effect.best(), unit, share)),
        lever.because(),
        assumptions(outcome, lever.moves()));
  }

  private static Sign sign(Measure measure, double effect) {
    return switch (measure.quantity().better()) {
      case Measure.Better.Higher() -> effect < 0 ? Sign.HARMS : Sign.HELPS;
      case Measure.Better.Lower() -> effect > 0 ? Sign.HARMS : Sign.HELPS;
      case Measure.Better.Within _ -> Sign.HELPS;
    };
  }

  /// Those that move the measure, and those of which nobody said what they move.
  private static List<String> assumptions(Outcome outcome, String measure) {
    return outcome.uncertain().assumptions().stream()
        .filter(
            each -> each.ifFalse().flatMap(Outcome.Impact::moves).map(measure::equals).orElse(true))
        .map(Outcome.Assumption::text)
        .toList();
  }
}
