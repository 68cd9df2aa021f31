package outturn.definition.survey;

import java.util.List;
import java.util.Optional;

/// A question of a survey.
///
/// @param version of its wording: another wording under the same version is refused when a wave
///   opens, since answers to other words are no trend
/// @param instrument of which it is a part
/// @param about what is above the question in a form
public record Item(
    String name, int version, Optional<Instrument> instrument, Form form, Texts about) {

  /// How it is answered.
  public sealed interface Form {
    /// By one of the points of a scale.
    record Rating(Points points) implements Form {}

    /// By a number of minutes.
    record Minutes() implements Form {
      /// More than a working week is a slip of the pen.
      public static final int MOST = 10_080;
    }

    /// By one of a few words.
    record Choice(List<Option> options) implements Form {
      public Choice {
        options = List.copyOf(options);
      }
    }

    /// In one's own words.
    record Comment() implements Form {
      /// In characters.
      public static final int LONGEST = 1_000;
    }
  }

  /// One answer of a choice.
  public record Option(String name, Texts text) {}

  public boolean isComment() {
    return form instanceof Form.Comment;
  }
}
