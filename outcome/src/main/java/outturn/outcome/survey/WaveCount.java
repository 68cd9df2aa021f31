package outturn.outcome.survey;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import outturn.definition.survey.Population.Person;
import outturn.definition.survey.Survey;
import outturn.evidence.survey.ChangeStage;
import outturn.evidence.survey.Population;
import outturn.evidence.survey.ResponseRate;
import outturn.outcome.survey.Tally.Detail;
import outturn.outcome.survey.WaveResults.OfGroup;
import outturn.outcome.survey.WaveResults.Result;

/// Counts the answers of a wave once, when it closes. What it does not tell can never be told: the
/// answers are deleted.
public final class WaveCount {
  /// From so many answers on their distribution is told.
  private static final int DISTRIBUTION = 10;

  private final Survey survey;
  private final List<Person> people;
  private final List<Response> responses;

  private WaveCount(Survey survey, List<Person> people, List<Response> responses) {
    this.survey = survey;
    this.people = people;
    this.responses = responses;
  }

  /// @param people the population, as it was when the wave opened
  public static WaveResults of(
      Survey survey, List<Person> people, int invited, List<Response> responses) {
    return new WaveCount(survey, people, responses).results(invited);
  }

  private WaveResults results(int invited) {
    var results = Figure.of(survey).stream().map(this::result).toList();
    var closed = survey.items().stream().filter(item -> !item.isComment()).toList();
    int complete =
        (int)
            responses.stream()
                .filter(each ->
                    closed.stream().allMatch(item -> each.answers().containsKey(item.name())))
                .count();
    var rate = ResponseRate.of(complete, responses.size() - complete, invited);
    return new WaveResults(
        people.size(),
        invited,
        responses.size(),
        rate.result().map(ResponseRate::share).orElse(0.0),
        results,
        barrier(results),
        comments());
  }

  private Result result(Figure figure) {
    var answered = responses.stream().filter(each -> figure.value(each).isPresent()).toList();
    var members = answered.stream().map(each -> member(figure, each)).toList();
    int threshold =
        figure.isDistribution()
            ? Math.max(DISTRIBUTION, survey.rules().numbers())
            : survey.rules().numbers();
    boolean isShown = Shield.isSafe(members, threshold);
    int attributes = survey.population().attributes().size();
    var shown = isShown ? Shield.of(members, attributes, threshold) : none(attributes);
    var detailed =
        isShown
            ? Shield.of(members, attributes, Math.max(DISTRIBUTION, threshold))
            : none(attributes);
    Optional<Numbers> all =
        isShown
            ? Optional.of(
                new Tally(figure, new Population(people.size()), detail(answered.size()))
                    .numbers(values(figure, answered)))
            : Optional.empty();
    var weighted =
        all.isPresent()
            ? new WaveWeights(survey, people, figure, answered).of(shown, threshold)
            : WaveWeights.Told.NOTHING;
    return new Result(
        figure.name(),
        figure.version(),
        figure.kind().name().toLowerCase(Locale.ROOT).replace('_', '-'),
        all,
        weighted.told(),
        all.flatMap(_ -> weighted.why()),
        groups(figure, answered, shown, detailed));
  }

  private static List<Set<String>> none(int attributes) {
    return Collections.nCopies(attributes, Set.of());
  }

  static Shield.Member member(Figure figure, Response response) {
    return new Shield.Member(
        response.groups(), figure.kindOf(figure.value(response).orElseThrow()));
  }

  private static Detail detail(int answers) {
    return answers >= DISTRIBUTION ? Detail.DISTRIBUTION : Detail.NUMBER;
  }

  static List<Double> values(Figure figure, List<Response> answered) {
    return answered.stream().map(each -> figure.value(each).orElseThrow()).toList();
  }

  private List<OfGroup> groups(
      Figure figure, List<Response> answered, List<Set<String>> shown, List<Set<String>> detailed) {
    var told = new ArrayList<OfGroup>();
    for (int place = 0; place < shown.size(); place++) {
      int attribute = place;
      var name = survey.population().attributes().get(attribute);
      sizes(attribute)
          .forEach((group, size) -> {
            var its =
                answered.stream()
                    .filter(each -> each.groups().get(attribute).equals(group))
                    .toList();
            var detail =
                detailed.get(attribute).contains(group) ? Detail.DISTRIBUTION : Detail.NUMBER;
            Optional<Numbers> numbers =
                shown.get(attribute).contains(group)
                    ? Optional.of(
                        new Tally(figure, new Population(size), detail)
                            .numbers(values(figure, its)))
                    : Optional.empty();
            told.add(new OfGroup(name, group, numbers));
          });
    }
    return told;
  }

  /// How many people each group of an attribute has.
  private Map<String, Integer> sizes(int attribute) {
    var sizes = new TreeMap<String, Integer>();
    for (var person : people) sizes.merge(person.groups().get(attribute), 1, Integer::sum);
    return sizes;
  }

  private static Optional<String> barrier(List<Result> results) {
    var means = new HashMap<ChangeStage, Double>();
    for (var stage : ChangeStage.values()) {
      var word = word(stage);
      results.stream()
          .filter(each -> each.item().equals(word))
          .flatMap(each -> each.all().stream())
          .flatMap(each -> each.amounts().stream())
          .filter(each -> each.what().equals("mean"))
          .forEach(each -> means.put(stage, each.value()));
    }
    return ChangeStage.barrier(means).map(WaveCount::word);
  }

  private static String word(ChangeStage stage) {
    return stage.name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /// In the order of the alphabet, which is no order of persons or times.
  private List<String> comments() {
    var comments =
        survey.items().stream()
            .filter(item -> item.isComment())
            .flatMap(item -> responses.stream().flatMap(each -> each.answer(item.name()).stream()))
            .sorted()
            .toList();
    return comments.size() < survey.rules().comments() ? List.of() : comments;
  }
}
