package outturn.outcome.survey;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.IntStream;
import outturn.evidence.estimate.Answer;
import outturn.evidence.estimate.Finding;
import outturn.evidence.estimate.Interval;
import outturn.evidence.series.Series;
import outturn.evidence.survey.MeanScore;
import outturn.evidence.survey.NetCounts;
import outturn.evidence.survey.NetScore;
import outturn.evidence.survey.Population;
import outturn.evidence.survey.Ratings;
import outturn.evidence.survey.Scale;
import outturn.evidence.survey.Wilson;
import outturn.outcome.survey.Numbers.Amount;
import outturn.outcome.survey.Numbers.Place;

/// Counts the answers to one figure, and makes numbers of them.
///
/// @param detail whether there are answers enough for their distribution
record Tally(Figure figure, Population population, Detail detail) {
  private static final double LEVEL = .95;

  /// Lost time beyond this share of the answers counts as the last one within it.
  private static final double WINSORISED_AT = .95;

  /// How much is told.
  enum Detail {
    NUMBER,
    DISTRIBUTION
  }

  Numbers numbers(List<Double> values) {
    return new Numbers(values.size(), amounts(values), distribution(values));
  }

  private List<Place> distribution(List<Double> values) {
    if (detail == Detail.NUMBER) return List.of();
    var counts = counts(values);
    return IntStream.range(0, counts.size())
        .mapToObj(place -> new Place(figure.labels().get(place), counts.get(place)))
        .toList();
  }

  /// By place of the labels.
  private List<Integer> counts(List<Double> values) {
    if (figure.labels().isEmpty()) return List.of();
    var counts = new int[figure.labels().size()];
    int first =
        figure.kind() == Figure.Kind.CHOICE ? 0 : Integer.parseInt(figure.labels().getFirst());
    for (double value : values) counts[(int) value - first]++;
    return Arrays.stream(counts).boxed().toList();
  }

  private List<Amount> amounts(List<Double> values) {
    var amounts = new ArrayList<Amount>();
    switch (figure.kind()) {
      case AGREEMENT -> amounts.addAll(rating(Scale.AGREEMENT, values));
      case SATISFACTION -> amounts.addAll(rating(Scale.SATISFACTION, values));
      case EASE -> amounts.addAll(rating(Scale.EASE, values));
      case MEAN -> mean("mean", values).ifPresent(amounts::add);
      case SUS, UMUX_LITE -> mean("score", values).map(Tally::clipped).ifPresent(amounts::add);
      case NET -> net(values).ifPresent(amounts::add);
      case MINUTES -> {
        mean("mean", winsorised(values)).ifPresent(amounts::add);
        if (detail == Detail.DISTRIBUTION) amounts.add(median(values));
      }
      case CHOICE -> {
        if (detail == Detail.DISTRIBUTION) amounts.addAll(choices(values));
      }
    }
    return amounts;
  }

  private List<Amount> rating(Scale scale, List<Double> values) {
    var amounts = new ArrayList<Amount>();
    int counted = (int) values.stream().filter(value -> value >= scale.countedFrom()).count();
    var ratings = Ratings.of(scale, counts(values));
    ratings
        .then(found -> found.topBox(population, LEVEL))
        .result()
        .ifPresent(share -> amounts.add(amount("share", share, OptionalInt.of(counted))));
    ratings
        .then(found -> found.mean(population, LEVEL))
        .result()
        .ifPresent(mean -> amounts.add(amount("mean", mean, OptionalInt.empty())));
    return amounts;
  }

  private Optional<Amount> mean(String what, List<Double> values) {
    return MeanScore.of(series(values), population, LEVEL)
        .result()
        .map(finding -> amount(what, finding, OptionalInt.empty()));
  }

  private static Amount clipped(Amount score) {
    return new Amount(
        score.what(),
        score.value(),
        Math.clamp(score.lower(), 0, 100),
        Math.clamp(score.upper(), 0, 100),
        score.counted());
  }

  private Optional<Amount> net(List<Double> values) {
    Answer<NetScore> score =
        NetCounts.of(values.stream().map(Double::intValue).toList())
            .then(counts -> NetScore.of(counts, population, LEVEL));
    return score
        .result()
        .map(found -> {
          Interval interval = found.reliable().estimate().interval();
          return new Amount(
              "net-score",
              found.plain().estimate().value(),
              interval.lower(),
              interval.upper(),
              OptionalInt.empty());
        });
  }

  private List<Amount> choices(List<Double> values) {
    var counts = counts(values);
    var amounts = new ArrayList<Amount>();
    for (int place = 0; place < counts.size(); place++) {
      var name = figure.labels().get(place);
      int counted = counts.get(place);
      Wilson.of(counted, values.size(), population, LEVEL)
          .result()
          .ifPresent(share -> amounts.add(amount(name, share, OptionalInt.of(counted))));
    }
    return amounts;
  }

  private static List<Double> winsorised(List<Double> values) {
    var sorted = values.stream().sorted().toList();
    int last = Math.max(0, (int) Math.ceil(WINSORISED_AT * sorted.size()) - 1);
    double most = sorted.isEmpty() ? 0 : sorted.get(last);
    return values.stream().map(value -> Math.min(value, most)).toList();
  }

  private static Amount median(List<Double> values) {
    double median = series(values).median();
    return new Amount("median", median, median, median, OptionalInt.empty());
  }

  static Series series(List<Double> values) {
    return Series.of(values.stream().mapToDouble(Double::doubleValue).toArray());
  }

  private static Amount amount(String what, Finding finding, OptionalInt counted) {
    Interval interval = finding.estimate().interval();
    return new Amount(
        what, finding.estimate().value(), interval.lower(), interval.upper(), counted);
  }
}
