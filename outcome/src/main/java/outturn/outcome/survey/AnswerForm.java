package outturn.outcome.survey;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import outturn.definition.survey.Item;
import outturn.definition.survey.Item.Form;
import outturn.definition.survey.Survey;

/// What somebody filled in, read strictly.
///
/// @param answers by item, those that are given
/// @param faults by item; [#NOTHING] where nothing was answered
public record AnswerForm(Map<String, String> answers, Map<String, Fault> faults) {
  /// The form as a whole, as a key of faults.
  public static final String NOTHING = "";

  public AnswerForm {
    answers = new LinkedHashMap<>(answers);
    faults = new LinkedHashMap<>(faults);
  }

  /// What is wrong with an answer.
  public enum Fault {
    /// No question was answered.
    EMPTY,
    /// Not one of the answers that the form offers.
    NOT_OFFERED,
    /// Not a number of minutes in a week.
    NOT_MINUTES,
    /// More than [Item.Form.Comment#LONGEST] characters.
    TOO_LONG
  }

  /// @param fields as a browser sends them; those that the survey does not ask for are left out
  public static AnswerForm read(Survey survey, Map<String, String> fields) {
    var answers = new LinkedHashMap<String, String>();
    var faults = new LinkedHashMap<String, Fault>();
    for (var item : survey.items()) {
      var given = fields.getOrDefault(item.name(), "").strip();
      if (given.isEmpty()) continue;
      answers.put(item.name(), given);
      fault(item, given).ifPresent(fault -> faults.put(item.name(), fault));
    }
    if (answers.isEmpty()) faults.put(NOTHING, Fault.EMPTY);
    return new AnswerForm(answers, faults);
  }

  private static Optional<Fault> fault(Item item, String given) {
    if (item.form() instanceof Form.Comment) {
      return given.length() > Form.Comment.LONGEST ? Optional.of(Fault.TOO_LONG) : Optional.empty();
    }
    if (given.equals(Response.NOT_APPLICABLE)) return Optional.empty();
    return switch (item.form()) {
      case Form.Rating(var points) ->
          given.matches("[0-9]{1,2}") && points.has(Integer.parseInt(given))
              ? Optional.empty()
              : Optional.of(Fault.NOT_OFFERED);
      case Form.Minutes _ ->
          given.matches("[0-9]{1,5}") && Integer.parseInt(given) <= Form.Minutes.MOST
              ? Optional.empty()
              : Optional.of(Fault.NOT_MINUTES);
      case Form.Choice(var options) ->
          options.stream().anyMatch(option -> option.name().equals(given))
              ? Optional.empty()
              : Optional.of(Fault.NOT_OFFERED);
      case Form.Comment _ -> Optional.empty();
    };
  }
}
