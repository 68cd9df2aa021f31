package outturn.runtime.survey;

import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.LongSupplier;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import outturn.definition.survey.Population.Person;
import outturn.definition.survey.Survey;
import outturn.outcome.survey.Response;
import outturn.outcome.survey.SampleDraw;
import outturn.outcome.survey.WaveCount;
import outturn.outcome.survey.WaveMeasure;
import outturn.runtime.project.InForce;
import outturn.store.secret.Unreadable;
import outturn.store.survey.Answers;
import outturn.store.survey.Invitee;
import outturn.store.survey.Wave;
import outturn.store.survey.WaveState;
import outturn.store.survey.Waves;

/// Surveys and their waves: what people ask for, and what happens when its time comes.
public final class Surveys {
  private static final Logger LOG = LoggerFactory.getLogger(Surveys.class);
  private static final String BY = "server";

  private final SurveysInForce surveys;
  private final Waves waves;
  private final Answers answers;
  private final SurveyMeasures measures;
  private final LongSupplier seeds;
  private final InstantSource clock;
  private final WaveDays days;

  /// @param seeds for samples
  public Surveys(
      SurveysInForce surveys,
      Waves waves,
      Answers answers,
      SurveyMeasures measures,
      LongSupplier seeds,
      InstantSource clock) {
    this.surveys = surveys;
    this.waves = waves;
    this.answers = answers;
    this.measures = measures;
    this.seeds = seeds;
    this.clock = clock;
    this.days = new WaveDays(clock);
  }

  /// A survey and its waves, newest first.
  public record Known(InForce.Entry<Survey> entry, List<WaveState> waves) {}

  /// When a survey that has days is asked next, and whether its latest day has no wave.
  public Optional<WaveDays.Coming> coming(Known known) {
    var survey = known.entry().value();
    return survey.plan().dates().map(dates -> days.coming(survey.name(), dates, known));
  }

  /// What came of a wish.
  public sealed interface Done {
    /// @param people who are invited or reminded, or who answered
    record Yes(int wave, int people) implements Done {}

    /// @param why with what to do
    record No(String why) implements Done {}

    record NoSuchSurvey() implements Done {}
  }

  public List<Known> all() {
    return surveys.all().values().stream()
        .map(entry -> new Known(entry, waves.of(entry.name())))
        .toList();
  }

  public Set<String> names() {
    return surveys.all().keySet();
  }

  public Optional<Known> find(String name) {
    return surveys.find(name).map(entry -> new Known(entry, waves.of(name)));
  }

  /// Opens a wave: draws a sample of those who were not asked too often.
  public Done send(String name, String by) {
    var found = find(name);
    if (found.isEmpty()) return new Done.NoSuchSurvey();
    var entry = found.get().entry();
    var survey = entry.value();
    var changed =
        found.get().waves().stream()
            .findFirst()
            .flatMap(last -> Wording.change(surveys.of(last.wave()), survey));
    if (changed.isPresent()) return new Done.No(changed.get());
    return switch (waves.open(opening(entry, by))) {
      case Waves.Opened.Done(var wave) -> new Done.Yes(wave.number(), wave.invited());
      case Waves.Opened.StillOpen(int number) ->
          new Done.No(
              "wave %d of '%s' is still open; wait until it closes, or: outturn survey close %s"
                  .formatted(number, name, name));
      case Waves.Opened.TooFew(int willing) ->
          new Done.No(
              "%d people of the population may be asked now, and results need %d answers at least; nobody is asked twice in 30 days or more than 4 times in a quarter"
                  .formatted(willing, survey.rules().numbers()));
    };
  }

  private Waves.Opening opening(InForce.Entry<Survey> entry, String by) {
    var survey = entry.value();
    var people = surveys.people(survey, entry.version());
    var byAddress = people.stream().collect(Collectors.toMap(Person::address, each -> each));
    var now = clock.instant();
    long seed = seeds.getAsLong();
    Function<Set<String>, List<Invitee>> draw =
        willing ->
            SampleDraw.of(
                    survey.plan().sample(),
                    people.size(),
                    people.stream().filter(each -> willing.contains(each.address())).toList(),
                    seed)
                .stream()
                .map(Surveys::invitee)
                .toList();
    return new Waves.Opening(
        entry.name(),
        new Wave.Source(entry.project(), entry.version(), seed),
        new Wave.Thresholds(survey.rules().numbers(), survey.rules().comments()),
        new Wave.Span(now, by, now.plus(survey.plan().closes())),
        byAddress.keySet(),
        draw);
  }

  private static Invitee invitee(Person person) {
    return new Invitee(person.address(), person.language().code(), person.groups());
  }

  /// Reminds those of the open wave who have not answered, before it is time for it.
  public Done remind(String name) {
    return ofOpenWave(
        name,
        wave -> {
          var most = surveys.of(wave).plan().reminders().size();
          for (int mails = 1; mails <= most; mails++) {
            int people = waves.remind(wave, mails, clock.instant());
            if (people > 0) return new Done.Yes(wave.number(), people);
          }
          return new Done.No(
              "nobody is left to remind: all have answered, wait for a mail, or had the %d reminders of the survey"
                  .formatted(most));
        });
  }

  /// Closes the open wave for good.
  public Done close(String name, String by) {
    return ofOpenWave(
        name,
        wave -> {
          try {
            if (!close(wave, by)) return new Done.No("the wave was closed just now");
          } catch (Unreadable otherKey) {
            return new Done.No(String.valueOf(otherKey.getMessage()));
          }
          var state = waves.of(name).getFirst();
          return new Done.Yes(wave.number(), state.answered());
        });
  }

  private Done ofOpenWave(String name, Function<Wave, Done> then) {
    var known = waves.of(name);
    if (known.isEmpty() && surveys.find(name).isEmpty()) return new Done.NoSuchSurvey();
    return known.stream()
        .filter(WaveState::isOpen)
        .findFirst()
        .map(open -> then.apply(open.wave()))
        .orElseGet(() ->
            new Done.No(
                "'%s' has no open wave; open one with: outturn survey send %s"
                    .formatted(name, name)));
  }

  private boolean close(Wave wave, String by) {
    var survey = surveys.of(wave);
    var people = surveys.people(survey, wave.source().version());
    var now = clock.instant();
    var given = new ArrayList<WaveMeasure>();
    boolean isClosed =
        answers.close(
            wave,
            by,
            now,
            opened -> {
              var results = WaveCount.of(survey, people, wave.invited(), responses(opened));
              given.addAll(measures.of(survey, results, now));
              return new Answers.Counted(results, given);
            });
    if (isClosed) measures.recorded(given);
    return isClosed;
  }

  private static List<Response> responses(List<Answers.Opened> opened) {
    return opened.stream().map(each -> new Response(each.groups(), each.answers())).toList();
  }

  /// The results of a wave as JSON; none before it has closed.
  public Optional<String> results(Wave wave) {
    return answers.results(wave);
  }

  /// Closes the waves whose time is over, reminds when it is time, and opens those of the day.
  public void step() {
    var now = clock.instant();
    for (var state : waves.open()) {
      var wave = state.wave();
      if (!wave.span().closes().isAfter(now)) {
        closeInTime(wave);
      } else {
        remind(wave, now);
      }
    }
    surveys.all().values().forEach(this::openOfTheDay);
  }

  private void openOfTheDay(InForce.Entry<Survey> entry) {
    entry
        .value()
        .plan()
        .dates()
        .ifPresent(dates ->
            days.step(
                entry.name(),
                dates,
                () -> new Known(entry, waves.of(entry.name())),
                () -> send(entry.name(), BY)));
  }

  private void closeInTime(Wave wave) {
    try {
      close(wave, BY);
    } catch (Unreadable otherKey) {
      LOG.error(
          "cannot close wave {} of {}: {}", wave.number(), wave.survey(), otherKey.toString());
    }
  }

  private void remind(Wave wave, Instant now) {
    var after = surveys.of(wave).plan().reminders();
    for (int mails = 1; mails <= after.size(); mails++) {
      if (wave.span().opened().plus(after.get(mails - 1)).isAfter(now)) return;
      waves.remind(wave, mails, now);
    }
  }

  /// The newest wave, or one by its number.
  public static Optional<WaveState> wave(Known known, Optional<Integer> number) {
    return known.waves().stream()
        .filter(state -> number.isEmpty() || state.wave().number() == number.get())
        .findFirst();
  }
}
