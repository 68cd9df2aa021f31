package outturn.definition.survey;

import java.time.Duration;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import outturn.definition.reference.Use;
import outturn.definition.reference.Uses;
import outturn.definition.shape.Choices;
import outturn.definition.shape.Form;
import outturn.definition.shape.Forms;
import outturn.definition.shape.Groups;
import outturn.definition.shape.Heading;
import outturn.definition.shape.Key;
import outturn.definition.shape.Placed;
import outturn.definition.shape.Shape;
import outturn.definition.shape.Values;
import outturn.definition.survey.Survey.Sample;
import outturn.definition.text.Node;
import outturn.definition.text.Position;
import outturn.definition.text.Problems;

/// Reads documents of kind `survey`.
public final class SurveyReader {
  private static final int MOST_ITEMS = 5;
  private static final int MOST_REMINDERS = 2;
  private static final Duration TWO_WEEKS = Duration.ofDays(14);
  private static final Duration SHORTEST = Duration.ofDays(1);
  private static final Duration LONGEST = Duration.ofDays(90);

  private static final Key<Node> TITLE =
      Key.required("title", TextsReader.FORM, "What people read above it.");
  private static final Key<Node> PURPOSE =
      Key.required("purpose", TextsReader.FORM, "Why they are asked, and what comes of it.");
  private static final Key<List<Language>> LANGUAGES =
      Key.optional(
          "languages", Groups.oneOrMany(Choices.of(Language.class)), "en, de or both; en.");
  private static final Key<String> OWNER =
      Key.optional("owner", Forms.text(), "Who answers for it.");
  private static final Key<Placed<String>> SERVICE =
      Key.optional("service", Forms.name().placed(), "The service that it is about.");
  private static final Key<List<Values>> ITEMS =
      Key.required("items", ItemReader.FORM, "The questions, five at most.");
  private static final Key<Node.Scalar> SAMPLE =
      Key.optional("sample", sample(), "How many are asked: 400, or 25%; everybody by default.");
  private static final Key<List<Duration>> REMINDERS =
      Key.optional(
          "reminders", Groups.oneOrMany(Forms.duration()), "After how long; two at most; none.");
  private static final Key<Duration> CLOSES =
      Key.optional("closes", Forms.duration(), "After how long a wave closes; 14d.");
  private static final Key<WaveDates.Cadence> CADENCE =
      Key.optional(
          "cadence", Choices.of(WaveDates.Cadence.class), "How often a wave opens by itself.");
  private static final Key<LocalDate> FROM =
      Key.optional("from", Forms.date(), "The day on which the first of these opens.");
  private static final Key<List<String>> WEIGHT =
      Key.optional(
          "weight",
          Groups.oneOrMany(Forms.text()),
          "The attribute, or both, whose groups count by their size.");
  private static final Key<Placed<String>> CHANNEL =
      Key.required("channel", Forms.name().placed(), "The channel of mail that sends it.");
  private static final Key<String> ADDRESS =
      Key.required(
          "address",
          Forms.named(
              "an address such as https://outturn.example.org", "https?://[^\\s/?#]+(/[^\\s?#]*)?"),
          "Where people reach this server.");

  private static final Key<Integer> NUMBERS =
      Key.optional(
          "numbers",
          Forms.whole(Survey.LEAST_NUMBERS, 1_000),
          "Least number of answers behind a number; 5.");
  private static final Key<Integer> COMMENTS =
      Key.optional(
          "comments",
          Forms.whole(Survey.LEAST_COMMENTS, 1_000),
          "Least number of comments that are shown; 10.");
  private static final Key<Values> SHOW =
      Key.optional(
          "show", new Shape("threshold", NUMBERS, COMMENTS).form(), "From how many answers.");

  public static final Shape SHAPE =
      new Shape(
          "survey",
          Heading.KIND,
          Heading.NAME,
          TITLE,
          PURPOSE,
          LANGUAGES,
          OWNER,
          SERVICE,
          PopulationReader.POPULATION,
          ITEMS,
          SAMPLE,
          REMINDERS,
          CLOSES,
          CADENCE,
          FROM,
          WEIGHT,
          CHANNEL,
          ADDRESS,
          SHOW);

  private final Function<String, Optional<byte[]>> files;
  private final Uses uses;
  private final Problems problems;

  /// @param files the project's
  public SurveyReader(Function<String, Optional<byte[]>> files, Uses uses, Problems problems) {
    this.files = files;
    this.uses = uses;
    this.problems = problems;
  }

  public Survey read(Values values) {
    var written = values.list(LANGUAGES).stream().distinct().toList();
    var languages = written.isEmpty() ? List.of(Language.EN) : written;
    var texts = new TextsReader(languages, problems);
    var population =
        values
            .find(PopulationReader.POPULATION)
            .map(found -> new PopulationReader(files, uses, problems).read(found, languages))
            .orElseGet(() -> new Population(Optional.empty(), List.of(), List.of()));
    var items = new ItemReader(texts, problems).read(values.list(ITEMS));
    checkItems(values, items);
    return new Survey(
        values.text(Heading.NAME),
        new Survey.About(
            texts(values, TITLE, texts),
            texts(values, PURPOSE, texts),
            languages,
            values.find(OWNER),
            values.find(SERVICE).map(name -> uses.note(Use.Target.SERVICE, name))),
        population,
        items.stream().map(Placed::value).toList(),
        plan(values),
        rules(values, population),
        new Survey.Delivery(
            values.find(CHANNEL).map(name -> uses.note(Use.Target.CHANNEL, name)).orElse(""),
            values.text(ADDRESS).replaceAll("/+$", "")));
  }

  private static Texts texts(Values values, Key<Node> key, TextsReader reader) {
    return values.find(key).map(reader::read).orElseGet(() -> new Texts(Map.of()));
  }

  private void checkItems(Values values, List<Placed<Item>> items) {
    Map<String, Position> names = new HashMap<>();
    for (var item : items) {
      var first = names.putIfAbsent(item.value().name(), item.position());
      if (first == null) continue;
      problems.add(
          item.position(),
          "duplicate-name",
          "there are two items '%s'".formatted(item.value().name()),
          "the other is at " + first);
    }
    var counted =
        items.stream()
            .filter(item -> !item.value().instrument().equals(Optional.of(Instrument.SUS)));
    var count = counted.count();
    if (count > MOST_ITEMS) {
      problems.add(
          values.position(ITEMS),
          "too-many",
          "a pulse has %d questions at most, beside those of sus; this has %d"
              .formatted(MOST_ITEMS, count),
          "gauge, happiness and umux-lite have two each, readiness has five");
    }
    var comments = items.stream().filter(item -> item.value().isComment()).toList();
    if (comments.size() > 1) {
      problems.add(
          comments.getLast().position(), "too-many", "a survey has one item of type text at most");
    }
    if (!items.isEmpty() && comments.size() == items.size()) {
      problems.add(
          values.position(ITEMS), "empty", "a survey needs a question that is not of type text");
    }
  }

  private Survey.Plan plan(Values values) {
    var closes = values.get(CLOSES, TWO_WEEKS);
    if (closes.compareTo(SHORTEST) < 0 || closes.compareTo(LONGEST) > 0) {
      problems.add(
          values.position(CLOSES), "out-of-range", "expected a duration from 1d to 90d for closes");
    }
    var reminders = values.list(REMINDERS);
    if (reminders.size() > MOST_REMINDERS) {
      problems.add(
          values.position(REMINDERS),
          "too-many",
          "people are reminded %d times at most".formatted(MOST_REMINDERS));
    }
    var last = Duration.ZERO;
    for (var reminder : reminders) {
      if (reminder.compareTo(last) <= 0 || reminder.compareTo(closes) >= 0) {
        problems.add(
            values.position(REMINDERS),
            "not-in-order",
            "expected reminders one after the other, before the wave closes",
            "write reminders: [4d, 9d]");
        break;
      }
      last = reminder;
    }
    return new Survey.Plan(sample(values), reminders, closes, dates(values, closes));
  }

  private Optional<WaveDates> dates(Values values, Duration closes) {
    if (values.has(CADENCE) != values.has(FROM)) {
      problems.add(
          values.position(),
          "one-of",
          "cadence and from stand together in a survey",
          "write from: the day on which the first wave opens");
      return Optional.empty();
    }
    var dates =
        values.find(CADENCE).flatMap(each -> values.find(FROM).map(on -> new WaveDates(each, on)));
    var shortest = dates.map(each -> each.cadence().shortest()).orElse(Integer.MAX_VALUE);
    if (closes.toDays() >= shortest) {
      problems.add(
          values.position(CADENCE),
          "out-of-range",
          "a wave closes before the next one opens, and this closes after %d days"
              .formatted(closes.toDays()),
          "write closes: %dd at most".formatted(shortest - 1));
    }
    return dates;
  }

  private Sample sample(Values values) {
    var written = values.find(SAMPLE);
    if (written.isEmpty()) return new Sample.Everybody();
    var text = written.get().text();
    return text.endsWith("%")
        ? new Sample.Share(Double.parseDouble(text.substring(0, text.length() - 1)))
        : new Sample.Count(Integer.parseInt(text));
  }

  private static Form<Node.Scalar> sample() {
    return new Form<>(
        "a number of people such as 400, or a share such as 25%",
        Map.of("type", new String[] {"string", "integer"}),
        (form, node, problems) ->
            node instanceof Node.Scalar scalar && isSample(scalar.text())
                ? Optional.of(scalar)
                : form.refuse(node, problems));
  }

  private static boolean isSample(String text) {
    if (text.matches("0(\\.0+)?%")) return false;
    return text.matches("[1-9][0-9]{0,6}|(100|[1-9]?[0-9](\\.[0-9]{1,3})?)%");
  }

  private Survey.Rules rules(Values values, Population population) {
    var weights = values.list(WEIGHT).stream().distinct().toList();
    for (var weight : weights) {
      if (population.attributes().contains(weight)) continue;
      problems.unknown(values.position(WEIGHT), "attribute", weight, population.attributes());
    }
    var show = values.find(SHOW);
    return new Survey.Rules(
        show.flatMap(each -> each.find(NUMBERS)).orElse(Survey.LEAST_NUMBERS),
        show.flatMap(each -> each.find(COMMENTS)).orElse(Survey.LEAST_COMMENTS),
        weights);
  }
}
