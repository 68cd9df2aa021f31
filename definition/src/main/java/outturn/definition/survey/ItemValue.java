package outturn.definition.survey;

import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import outturn.definition.measure.Measure;

/// The number that a measure gets of an item of a survey, or of the score of an instrument.
public enum ItemValue {
  /// Of those who agree, are satisfied, or found it easy.
  SHARE,
  /// Of the points of a scale.
  MEAN,
  NET_SCORE,
  /// Their mean.
  MINUTES,
  /// 0 to 100.
  SCORE,
  /// Choices and comments are no single number.
  NONE;

  /// What each item of a survey gives, by name; a scored instrument instead of its items.
  public static SortedMap<String, ItemValue> of(Survey survey) {
    var values = new TreeMap<String, ItemValue>();
    for (var item : survey.items()) {
      var scored = item.instrument().filter(Instrument::isScored);
      if (scored.isPresent()) values.put(scored.get().word(), SCORE);
      else values.put(item.name(), of(item.form()));
    }
    return values;
  }

  private static ItemValue of(Item.Form form) {
    return switch (form) {
      case Item.Form.Rating(var points) ->
          switch (points) {
            case AGREEMENT, SATISFACTION, EASE -> SHARE;
            case SEVEN -> MEAN;
            case TEN -> NET_SCORE;
          };
      case Item.Form.Minutes _ -> MINUTES;
      case Item.Form.Choice _, Item.Form.Comment _ -> NONE;
    };
  }

  /// The types of measure that it may be.
  public List<Measure.Type> types() {
    return switch (this) {
      case SHARE -> List.of(Measure.Type.PROPORTION);
      case MEAN -> List.of(Measure.Type.MEAN, Measure.Type.SCORE);
      case NET_SCORE -> List.of(Measure.Type.NPS);
      case MINUTES -> List.of(Measure.Type.DURATION, Measure.Type.MEAN);
      case SCORE -> List.of(Measure.Type.SCORE, Measure.Type.MEAN);
      case NONE -> List.of();
    };
  }

  /// What it is, in words.
  public String words() {
    return switch (this) {
      case SHARE -> "a share of people";
      case MEAN -> "a mean of points";
      case NET_SCORE -> "a net score";
      case MINUTES -> "minutes";
      case SCORE -> "a score of 0 to 100";
      case NONE -> "no single number";
    };
  }
}
