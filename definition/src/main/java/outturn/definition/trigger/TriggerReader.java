package outturn.definition.trigger;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import outturn.definition.expression.Scope;
import outturn.definition.expression.Template;
import outturn.definition.expression.Templates;
import outturn.definition.expression.ValueType;
import outturn.definition.expression.Vocabulary;
import outturn.definition.reference.Uses;
import outturn.definition.shape.Forms;
import outturn.definition.shape.Groups;
import outturn.definition.shape.Heading;
import outturn.definition.shape.Key;
import outturn.definition.shape.Named;
import outturn.definition.shape.Shape;
import outturn.definition.shape.Values;
import outturn.definition.text.Node;
import outturn.definition.text.Problems;
import outturn.definition.trigger.Trigger.Joining;

/// Reads `triggers:`.
public final class TriggerReader {
  private static final Duration WITHIN_USUALLY = Duration.ofDays(1);

  private static final Key<Node.Scalar> BUSINESS_DATE =
      Key.optional(
          "businessDate",
          Forms.scalar(),
          "The date that an event is for, from its values; the day on which it came.");
  private static final Shape PART = shape("part of a trigger", Heading.NAME, BUSINESS_DATE);

  private static final Key<List<Values>> ALL =
      Key.optional(
          "all",
          Groups.filled(Groups.list(PART.form())),
          "One event of each of these, for one business date, start one run.");
  private static final Key<List<Values>> ANY =
      Key.optional(
          "any", Groups.filled(Groups.list(PART.form())), "Each event of any of these starts one.");
  private static final Key<Duration> WITHIN =
      Key.optional("within", Forms.duration(), "How long events of all wait for each other; 1d.");
  private static final Key<List<Named<Node>>> INPUTS =
      Key.optional(
          "inputs",
          Groups.map(Forms.valueName(), Forms.node("a value of the input's type")),
          "Of the run; ${trigger.NAME} is a value of the event.");

  private static final Shape SHAPE =
      shape("trigger", Heading.NAME, BUSINESS_DATE, ALL, ANY, WITHIN, INPUTS);

  private static final List<Key<?>> BEGINNINGS =
      Stream.<Key<?>>concat(SourceReader.SOURCES.stream(), Stream.of(ALL, ANY)).toList();

  /// The key of a workflow.
  public static final Key<List<Values>> TRIGGERS =
      Key.optional("triggers", Groups.list(SHAPE.form()), "What starts it by an event.");

  private final Templates templates;
  private final SourceReader sources;
  private final GivenInputs given;
  private final Problems problems;

  /// @param given checks what the workflow's inputs are given
  public TriggerReader(Templates templates, Uses uses, GivenInputs given, Problems problems) {
    this.templates = templates;
    this.sources = new SourceReader(templates, uses, problems);
    this.given = given;
    this.problems = problems;
  }

  private static Shape shape(String word, Key<?>... keys) {
    return new Shape(
        word, Stream.concat(Stream.of(keys), SourceReader.SOURCES.stream()).toArray(Key<?>[]::new));
  }

  public List<Trigger> read(List<Values> written) {
    checkNames(written, "triggers");
    return written.stream().map(this::read).toList();
  }

  private void checkNames(List<Values> written, String what) {
    Set<String> names = new HashSet<>();
    for (var values : written) {
      var name = values.text(Heading.NAME);
      if (name.isEmpty() || names.add(name)) continue;
      problems.add(
          values.position(Heading.NAME),
          "duplicate-name",
          "there are two %s '%s'".formatted(what, name),
          "rename one of them");
    }
  }

  private Trigger read(Values values) {
    checkOne(values, BEGINNINGS, "join them with all: or any:");
    if (values.has(WITHIN) && !values.has(ALL)) {
      problems.add(
          values.keyPosition(WITHIN), "misplaced-key", "within is for triggers with all only");
    }
    var joining =
        values.has(ALL)
            ? new Joining.Together(values.get(WITHIN, WITHIN_USUALLY))
            : new Joining.Each();
    var parts = parts(values);
    var vocabulary = vocabulary(values, parts);
    var inputs = new LinkedHashMap<String, Template>();
    for (var input : values.list(INPUTS)) {
      inputs.put(input.name(), templates.read(input.value(), vocabulary));
    }
    given.check(values.position(), values.list(INPUTS), inputs);
    return new Trigger(values.text(Heading.NAME), joining, parts, inputs);
  }

  private void checkOne(Values values, List<? extends Key<?>> keys, String hint) {
    var written = keys.stream().filter(values::has).toList();
    var words = String.join(", ", keys.stream().map(Key::name).toList());
    if (written.isEmpty()) {
      problems.add(
          values.position(), "missing-key", "expected one of " + words, "say what the event is");
    }
    for (var second : written.stream().skip(1).toList()) {
      problems.add(
          values.keyPosition(second),
          "several-sources",
          "expected one of %s, found %s and %s"
              .formatted(words, written.getFirst().name(), second.name()),
          hint);
    }
  }

  private List<Trigger.Part> parts(Values values) {
    var joined = values.has(ALL) ? values.list(ALL) : values.list(ANY);
    if (joined.isEmpty()) return part(values, "").stream().toList();
    if (values.has(BUSINESS_DATE)) {
      problems.add(
          values.keyPosition(BUSINESS_DATE), "misplaced-key", "each part has a businessDate here");
    }
    checkNames(joined, "parts");
    var parts = new ArrayList<Trigger.Part>();
    for (var part : joined) {
      checkOne(part, SourceReader.SOURCES, "make two parts of it");
      part(part, part.text(Heading.NAME)).ifPresent(parts::add);
    }
    return parts;
  }

  private Optional<Trigger.Part> part(Values values, String name) {
    var source = sources.read(values);
    var date = values.find(BUSINESS_DATE);
    if (date.isPresent() && source.isPresent() && source.get() instanceof Source.Ending) {
      problems.add(
          values.keyPosition(BUSINESS_DATE),
          "misplaced-key",
          "the date of an event of another workflow is counted from that one's",
          "write it inside event:");
      date = Optional.empty();
    }
    var template = date.map(text -> templates.text(text, names(source, EventNames.ROOT)));
    return source.map(found -> new Trigger.Part(name, found, template));
  }

  private static Vocabulary names(Optional<Source> source, String prefix) {
    var vocabulary = Vocabulary.NONE;
    if (source.isEmpty()) return vocabulary;
    for (var name : EventNames.of(source.get()).entrySet()) {
      vocabulary = vocabulary.with(prefix + Scope.identifier(name.getKey()), name.getValue());
    }
    return vocabulary;
  }

  /// What all parts have, or for a join all that any part has, under its name.
  private static Vocabulary vocabulary(Values values, List<Trigger.Part> parts) {
    var vocabulary = Vocabulary.NONE;
    if (!values.has(ALL)) {
      for (var name : common(parts).entrySet()) {
        vocabulary =
            vocabulary.with(EventNames.ROOT + Scope.identifier(name.getKey()), name.getValue());
      }
      return vocabulary;
    }
    for (var part : parts) {
      var prefix = EventNames.ROOT + Scope.identifier(part.name()) + ".";
      var more = names(Optional.of(part.source()), prefix);
      for (var name : more.values().entrySet()) {
        vocabulary = vocabulary.with(name.getKey(), name.getValue());
      }
    }
    return vocabulary;
  }

  private static Map<String, ValueType> common(List<Trigger.Part> parts) {
    if (parts.isEmpty()) return Map.of();
    var names = new LinkedHashMap<>(EventNames.of(parts.getFirst().source()));
    for (var part : parts) names.keySet().retainAll(EventNames.of(part.source()).keySet());
    return names;
  }
}
