package outturn.definition.survey;

import java.util.List;

/// What the points of ratings say.
final class PointTexts {
  static final List<Texts> DISAGREE_TO_AGREE =
      List.of(
          Texts.of("Strongly disagree", "Stimme gar nicht zu"),
          Texts.of("Disagree", "Stimme eher nicht zu"),
          Texts.of("Neither agree nor disagree", "Teils, teils"),
          Texts.of("Agree", "Stimme eher zu"),
          Texts.of("Strongly agree", "Stimme voll zu"));

  static final List<Texts> SATISFIED =
      List.of(
          Texts.of("Very dissatisfied", "Sehr unzufrieden"),
          Texts.of("Dissatisfied", "Eher unzufrieden"),
          Texts.of("Neither satisfied nor dissatisfied", "Teils, teils"),
          Texts.of("Satisfied", "Eher zufrieden"),
          Texts.of("Very satisfied", "Sehr zufrieden"));

  static final List<Texts> SEVEN_OF_AGREEMENT =
      List.of(
          Texts.of("1: Strongly disagree", "1: Stimme gar nicht zu"),
          Texts.of("2: Disagree", "2: Stimme nicht zu"),
          Texts.of("3: Somewhat disagree", "3: Stimme eher nicht zu"),
          Texts.of("4: Neither agree nor disagree", "4: Teils, teils"),
          Texts.of("5: Somewhat agree", "5: Stimme eher zu"),
          Texts.of("6: Agree", "6: Stimme zu"),
          Texts.of("7: Strongly agree", "7: Stimme voll zu"));

  static final List<Texts> TEN =
      List.of(
          Texts.of("0: Worst", "0: Am schlechtesten"),
          Texts.of("1", "1"),
          Texts.of("2", "2"),
          Texts.of("3", "3"),
          Texts.of("4", "4"),
          Texts.of("5", "5"),
          Texts.of("6", "6"),
          Texts.of("7", "7"),
          Texts.of("8", "8"),
          Texts.of("9", "9"),
          Texts.of("10: Best", "10: Am besten"));

  private PointTexts() {}

  static List<Texts> of(Points points) {
    return switch (points) {
      case AGREEMENT -> DISAGREE_TO_AGREE;
      case SATISFACTION -> SATISFIED;
      case EASE, SEVEN -> SEVEN_OF_AGREEMENT;
      case TEN -> TEN;
    };
  }
}
