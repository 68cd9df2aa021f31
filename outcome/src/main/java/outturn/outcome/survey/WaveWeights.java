package outturn.outcome.survey;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import outturn.definition.survey.Population.Person;
import outturn.definition.survey.Survey;
import outturn.evidence.estimate.Answer;
import outturn.evidence.estimate.Answer.Found;
import outturn.evidence.estimate.Answer.Refused;
import outturn.evidence.survey.Margin;
import outturn.evidence.survey.Weighted;
import outturn.evidence.survey.Weighting;
import outturn.evidence.survey.Weights;

/// The whole as if the groups of every weighted attribute had answered alike: their sizes are met
/// by raking.
///
/// It is told only where every group is shown, and with two attributes where every combination of
/// their groups has answers enough: with the sums of the groups it could tell of one.
final class WaveWeights {
  private static final double LEVEL = .95;

  private final Survey survey;
  private final List<Person> people;
  private final Figure figure;
  private final List<Response> answered;

  WaveWeights(Survey survey, List<Person> people, Figure figure, List<Response> answered) {
    this.survey = survey;
    this.people = people;
    this.figure = figure;
    this.answered = answered;
  }

  /// @param told empty where nothing is, or nothing was asked for
  /// @param why nothing is told, where it was asked for
  record Told(Optional<WaveResults.Weighted> told, Optional<String> why) {
    static final Told NOTHING = new Told(Optional.empty(), Optional.empty());

    static Told not(String why) {
      return new Told(Optional.empty(), Optional.of(why));
    }
  }

  /// @param shown the groups that are, for each attribute
  Told of(List<Set<String>> shown, int threshold) {
    var by = survey.rules().weights();
    if (by.isEmpty() || !isWeighted()) return Told.NOTHING;
    var margins = by.stream().map(each -> margin(place(each))).toList();
    for (var margin : margins) {
      if (!margin.categories().containsAll(margin.totals().keySet())) {
        return Told.not("a group of %s has no answers".formatted(margin.name()));
      }
      if (!shown.get(place(margin.name())).containsAll(margin.categories())) {
        return Told.not("a group of %s has too few answers to show".formatted(margin.name()));
      }
    }
    if (by.size() > 1 && !isEveryCellSafe(threshold)) {
      return Told.not(
          "a combination of groups of %s has too few answers to show"
              .formatted(String.join(" and ", by)));
    }
    return switch (Weighting.byRaking(margins)) {
      case Found<Weights>(var weights) -> told(by, weights);
      case Refused<Weights>(var why) -> Told.not(why.text());
    };
  }

  private boolean isWeighted() {
    return switch (figure.kind()) {
      case AGREEMENT, SATISFACTION, EASE, MEAN, SUS, UMUX_LITE -> true;
      case NET, MINUTES, CHOICE -> false;
    };
  }

  private int place(String attribute) {
    return survey.population().attributes().indexOf(attribute);
  }

  private Margin margin(int attribute) {
    Map<String, Double> totals = new HashMap<>();
    for (var person : people) totals.merge(person.groups().get(attribute), 1.0, Double::sum);
    return new Margin(
        survey.population().attributes().get(attribute),
        answered.stream().map(each -> each.groups().get(attribute)).toList(),
        totals);
  }

  private boolean isEveryCellSafe(int threshold) {
    var cells = new TreeMap<String, List<Shield.Member>>();
    for (var each : answered) {
      cells
          .computeIfAbsent(String.join("\n", each.groups()), _ -> new ArrayList<>())
          .add(WaveCount.member(figure, each));
    }
    return cells.values().stream().allMatch(cell -> Shield.isSafe(cell, threshold));
  }

  private Told told(List<String> by, Weights weights) {
    boolean isMean =
        switch (figure.kind()) {
          case MEAN, SUS, UMUX_LITE -> true;
          case AGREEMENT, SATISFACTION, EASE, NET, MINUTES, CHOICE -> false;
        };
    return switch (isMean ? mean(weights) : share(weights)) {
      case Found<Weighted>(var found) -> {
        var estimate = found.weighted().estimate();
        yield new Told(
            Optional.of(
                new WaveResults.Weighted(
                    isMean ? "mean" : "share",
                    estimate.value(),
                    estimate.interval().lower(),
                    estimate.interval().upper(),
                    by,
                    weights.effectiveSize(),
                    weights.trimmed())),
            Optional.empty());
      }
      case Refused<Weighted>(var why) -> Told.not(why.text());
    };
  }

  private Answer<Weighted> mean(Weights weights) {
    return Weighted.mean(Tally.series(WaveCount.values(figure, answered)), weights, LEVEL);
  }

  private Answer<Weighted> share(Weights weights) {
    var counted =
        WaveCount.values(figure, answered).stream()
            .map(each -> (double) figure.kindOf(each))
            .collect(Collectors.toList());
    return Weighted.share(Tally.series(counted), weights, LEVEL);
  }
}
