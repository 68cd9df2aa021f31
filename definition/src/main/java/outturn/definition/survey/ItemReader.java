package outturn.definition.survey;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import outturn.definition.shape.Choices;
import outturn.definition.shape.Form;
import outturn.definition.shape.Forms;
import outturn.definition.shape.Groups;
import outturn.definition.shape.Key;
import outturn.definition.shape.Named;
import outturn.definition.shape.Placed;
import outturn.definition.shape.Shape;
import outturn.definition.shape.Values;
import outturn.definition.survey.Item.Option;
import outturn.definition.text.Node;
import outturn.definition.text.Problems;

/// Reads `items:` of a survey.
final class ItemReader {
  private static final int FEWEST_OPTIONS = 2;
  private static final int MOST_OPTIONS = 8;

  private static final Key<Instrument> INSTRUMENT =
      Key.optional("instrument", Choices.of(Instrument.class), "Questions that are known.");
  private static final Key<Placed<String>> NAME =
      Key.optional("name", Forms.name().placed(), "The name of a question of one's own.");
  private static final Key<Integer> VERSION =
      Key.optional("version", Forms.whole(1, 1_000), "Of the wording; other words, another one.");
  private static final Key<Answered> TYPE =
      Key.optional("type", Choices.of(Answered.class), "How it is answered.");
  private static final Key<Node> ASK =
      Key.optional("ask", TextsReader.FORM, "The question, as people read it.");
  private static final Key<List<Named<Node>>> CHOICES =
      Key.optional(
          "choices",
          Groups.filled(Groups.map(Forms.name(), TextsReader.FORM)),
          "For type choice: the answers by name.");

  private static final Shape SHAPE =
      new Shape("item", INSTRUMENT, NAME, VERSION, TYPE, ASK, CHOICES);
  static final Form<List<Values>> FORM = Groups.filled(Groups.list(SHAPE.form()));

  private final TextsReader texts;
  private final Problems problems;

  ItemReader(TextsReader texts, Problems problems) {
    this.texts = texts;
    this.problems = problems;
  }

  /// How a question of one's own is answered.
  private enum Answered {
    AGREEMENT,
    SCALE_7,
    SCALE_10,
    MINUTES,
    CHOICE,
    TEXT
  }

  List<Placed<Item>> read(List<Values> all) {
    var items = new ArrayList<Placed<Item>>();
    for (var values : all) {
      if (values.has(INSTRUMENT)) {
        for (var own : List.of(NAME, VERSION, TYPE, ASK, CHOICES)) {
          if (!values.has(own)) continue;
          problems.add(
              values.keyPosition(own),
              "misplaced-key",
              "an instrument has its own questions and no '%s'".formatted(own.name()),
              "take one of the two away");
        }
        values
            .find(INSTRUMENT)
            .ifPresent(found ->
                found
                    .items()
                    .forEach(item -> items.add(new Placed<>(item, values.position(INSTRUMENT)))));
      } else {
        own(values).ifPresent(item -> items.add(new Placed<>(item, values.position())));
      }
    }
    return items;
  }

  private Optional<Item> own(Values values) {
    for (var key : List.of(NAME, TYPE, ASK)) {
      if (values.has(key)) continue;
      problems.add(
          values.position(),
          "missing-key",
          "an item needs the key '%s'".formatted(key.name()),
          "write instrument: gauge, or name, type and ask of a question of your own");
      return Optional.empty();
    }
    var name = values.find(NAME);
    var type = values.find(TYPE);
    var ask = values.find(ASK).map(texts::read);
    if (values.has(CHOICES) && type.isPresent() && type.get() != Answered.CHOICE) {
      problems.add(
          values.keyPosition(CHOICES), "misplaced-key", "choices is for items of type choice only");
    }
    if (name.isEmpty() || type.isEmpty() || ask.isEmpty()) return Optional.empty();
    return Optional.of(
        new Item(
            name.get().value(),
            values.get(VERSION, 1),
            Optional.empty(),
            form(type.get(), values),
            ask.get()));
  }

  private Item.Form form(Answered type, Values values) {
    return switch (type) {
      case AGREEMENT -> new Item.Form.Rating(Points.AGREEMENT);
      case SCALE_7 -> new Item.Form.Rating(Points.SEVEN);
      case SCALE_10 -> new Item.Form.Rating(Points.TEN);
      case MINUTES -> new Item.Form.Minutes();
      case CHOICE -> new Item.Form.Choice(options(values));
      case TEXT -> new Item.Form.Comment();
    };
  }

  private List<Option> options(Values values) {
    var options =
        values.list(CHOICES).stream()
            .map(named -> new Option(named.name(), texts.read(named.value())))
            .toList();
    if (!values.has(CHOICES)) {
      problems.add(
          values.position(),
          "missing-key",
          "an item of type choice needs the key 'choices'",
          "write choices: {waiting: Waiting for somebody, tools: The tools}");
    } else if (options.size() < FEWEST_OPTIONS || options.size() > MOST_OPTIONS) {
      problems.add(
          values.position(CHOICES),
          "out-of-range",
          "expected %d to %d choices, found %d"
              .formatted(FEWEST_OPTIONS, MOST_OPTIONS, options.size()));
    }
    return options;
  }
}
