package outturn.outcome.survey;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import outturn.definition.survey.Instrument;
import outturn.definition.survey.Item;
import outturn.definition.survey.Item.Form;
import outturn.definition.survey.Item.Option;
import outturn.definition.survey.Points;
import outturn.definition.survey.Survey;
import outturn.evidence.survey.Usability;

/// One thing that is told of a survey: an item, or the score of an instrument.
///
/// @param items that an answer is made of
/// @param labels of the places of a distribution, the lowest first; none for what has no places
record Figure(String name, int version, Kind kind, List<String> items, List<String> labels) {

  /// How answers become a number.
  enum Kind {
    /// The share of those who agree, of five points.
    AGREEMENT,
    SATISFACTION,
    /// The share of those to whom it was easy, of seven points.
    EASE,
    /// The mean of a rating.
    MEAN,
    /// Percent of 9 and 10 less percent of 0 to 6.
    NET,
    MINUTES,
    CHOICE,
    SUS,
    UMUX_LITE
  }

  /// What is told of a survey, in the order of its items.
  static List<Figure> of(Survey survey) {
    var figures = new ArrayList<Figure>();
    var scored = EnumSet.noneOf(Instrument.class);
    for (var item : survey.items()) {
      if (item.instrument().isPresent() && item.instrument().get().isScored()) {
        if (scored.add(item.instrument().get())) figures.add(score(item.instrument().get()));
      } else {
        of(item).ifPresent(figures::add);
      }
    }
    return figures;
  }

  private static Figure score(Instrument instrument) {
    var kind = instrument == Instrument.SUS ? Kind.SUS : Kind.UMUX_LITE;
    var items = instrument.items().stream().map(Item::name).toList();
    return new Figure(instrument.word(), 1, kind, items, List.of());
  }

  private static Optional<Figure> of(Item item) {
    return switch (item.form()) {
      case Form.Rating(var points) -> Optional.of(figure(item, kind(points), labels(points)));
      case Form.Minutes _ -> Optional.of(figure(item, Kind.MINUTES, List.of()));
      case Form.Choice(var options) ->
          Optional.of(figure(item, Kind.CHOICE, options.stream().map(Option::name).toList()));
      case Form.Comment _ -> Optional.empty();
    };
  }

  private static Figure figure(Item item, Kind kind, List<String> labels) {
    return new Figure(item.name(), item.version(), kind, List.of(item.name()), labels);
  }

  private static Kind kind(Points points) {
    return switch (points) {
      case AGREEMENT -> Kind.AGREEMENT;
      case SATISFACTION -> Kind.SATISFACTION;
      case EASE -> Kind.EASE;
      case SEVEN -> Kind.MEAN;
      case TEN -> Kind.NET;
    };
  }

  private static List<String> labels(Points points) {
    return IntStream.rangeClosed(points.lowest(), points.highest())
        .mapToObj(Integer::toString)
        .toList();
  }

  /// What somebody answered: a point, minutes, the place of a choice, or a score of 0 to 100.
  Optional<Double> value(Response response) {
    var answers = items.stream().flatMap(item -> response.answer(item).stream()).toList();
    if (answers.size() < items.size()) return Optional.empty();
    return switch (kind) {
      case AGREEMENT, SATISFACTION, EASE, MEAN, NET, MINUTES ->
          Optional.of(Double.parseDouble(answers.getFirst()));
      case CHOICE -> Optional.of((double) labels.indexOf(answers.getFirst()));
      case SUS -> Usability.SUS.score(points(answers)).result();
      case UMUX_LITE -> Usability.UMUX_LITE.score(points(answers)).result();
    };
  }

  private static List<Integer> points(List<String> answers) {
    return answers.stream().map(Integer::parseInt).toList();
  }

  /// Answers of one kind count the same in the number that is told.
  int kindOf(double value) {
    return switch (kind) {
      case AGREEMENT, SATISFACTION -> value >= 4 ? 1 : 0;
      case EASE -> value >= 5 ? 1 : 0;
      case NET -> value >= 9 ? 2 : value >= 7 ? 1 : 0;
      case MEAN, MINUTES, CHOICE -> (int) value;
      case SUS, UMUX_LITE -> (int) Math.round(10 * value);
    };
  }

  /// Whether its number is of many groups at once, which needs as many answers as a distribution.
  boolean isDistribution() {
    return kind == Kind.CHOICE;
  }
}
