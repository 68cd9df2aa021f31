package outturn.definition.survey;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import outturn.definition.survey.Item.Form;

/// Questions that belong together and are scored in a known way.
public enum Instrument {
  /// Whether IT serves the business, in two statements.
  GAUGE,
  /// Satisfaction after a request.
  CSAT,
  /// How easy it was made.
  CES,
  /// Happiness, and the time that was lost.
  HAPPINESS,
  /// System Usability Scale: ten statements, the odd ones worded well and the even ones badly.
  ///
  /// Brooke, *SUS: A 'Quick and Dirty' Usability Scale*, in Jordan and others, *Usability
  /// Evaluation in Industry* (1996), 189-194; free to use where its source is named.
  SUS,
  /// Two statements about usability; Lewis, Utesch, Maher, *UMUX-LITE* (2013).
  UMUX_LITE,
  /// What people need one after the other before they work in a new way, in our own words.
  READINESS;

  /// As in YAML: `umux-lite`.
  public String word() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /// Its questions.
  public List<Item> items() {
    return switch (this) {
      case GAUGE -> rated(Points.AGREEMENT, List.of("g1", "g2"), InstrumentTexts.GAUGE);
      case CSAT -> rated(Points.SATISFACTION, List.of("csat"), InstrumentTexts.CSAT);
      case CES -> rated(Points.EASE, List.of("ces"), InstrumentTexts.CES);
      case HAPPINESS -> {
        var items =
            new ArrayList<>(
                rated(Points.TEN, List.of("happiness"), InstrumentTexts.HAPPINESS.subList(0, 1)));
        items.add(item("lost-time", new Form.Minutes(), InstrumentTexts.HAPPINESS.getLast()));
        yield List.copyOf(items);
      }
      case SUS -> rated(Points.AGREEMENT, numbered(10), InstrumentTexts.SUS);
      case UMUX_LITE -> rated(Points.SEVEN, numbered(2), InstrumentTexts.UMUX_LITE);
      case READINESS ->
          rated(
              Points.AGREEMENT,
              List.of("knows-why", "wants-to", "knows-how", "can", "keeps-to-it"),
              InstrumentTexts.READINESS);
    };
  }

  /// Whether only its score is told, and not each of its questions.
  public boolean isScored() {
    return this == SUS || this == UMUX_LITE;
  }

  private List<String> numbered(int count) {
    var names = new ArrayList<String>();
    for (var number = 1; number <= count; number++) names.add(word() + "-" + number);
    return names;
  }

  private List<Item> rated(Points points, List<String> names, List<Texts> texts) {
    var items = new ArrayList<Item>();
    for (var index = 0; index < names.size(); index++) {
      items.add(item(names.get(index), new Form.Rating(points), texts.get(index)));
    }
    return List.copyOf(items);
  }

  private Item item(String name, Form form, Texts text) {
    return new Item(name, 1, Optional.of(this), form, text);
  }
}
