package outturn.http.page;

import outturn.definition.survey.Item;
import outturn.definition.survey.Language;
import outturn.outcome.survey.AnswerForm.Fault;

/// What the pages of surveys say beside the questions, in each language.
record SurveyWords(
    String lead, String notApplicable, String optional, String send, String privacy, Told told) {

  /// @param problem heading of the list of what is wrong
  record Told(String problem, String thanks, String thanksLead, String gone, String goneLead) {}

  private static final SurveyWords EN =
      new SurveyWords(
          "About two minutes. There is no time limit, and you may leave out any question.",
          "Does not apply, or I cannot say",
          "optional",
          "Send my answers",
          "Your link is deleted with your answers, and nothing that is stored tells who gave them: no name, no address, no time. Results are shown only from %d answers on%s.",
          new Told(
              "Please look at this again",
              "Thank you",
              "Your answers are stored, without anything that says who you are. You can close this page.",
              "This link is not valid any more",
              "Either your answers have been stored already, for which we thank you, or the survey is over. A link works once. There is nothing that you have to do."));

  private static final SurveyWords DE =
      new SurveyWords(
          "Etwa zwei Minuten. Es gibt keine Zeitbegrenzung, und Sie dürfen jede Frage auslassen.",
          "Trifft nicht zu, oder kann ich nicht sagen",
          "freiwillig",
          "Antworten absenden",
          "Ihr Link wird mit Ihren Antworten gelöscht; nichts, was gespeichert ist, sagt, von wem sie sind: kein Name, keine Adresse, keine Uhrzeit. Ergebnisse werden erst ab %d Antworten gezeigt%s.",
          new Told(
              "Bitte sehen Sie noch einmal nach",
              "Vielen Dank",
              "Ihre Antworten sind gespeichert, ohne etwas, das sagt, wer Sie sind. Sie können diese Seite schließen.",
              "Dieser Link gilt nicht mehr",
              "Entweder sind Ihre Antworten schon gespeichert, wofür wir danken, oder die Umfrage ist beendet. Ein Link gilt einmal. Sie müssen nichts weiter tun."));

  static SurveyWords of(Language language) {
    return switch (language) {
      case EN -> EN;
      case DE -> DE;
    };
  }

  /// What is shown of whom.
  String privacy(int numbers, int comments, Language language) {
    var more =
        switch (language) {
          case EN -> ", comments from %d, in the order of the alphabet".formatted(comments);
          case DE -> ", Kommentare ab %d, in der Reihenfolge des Alphabets".formatted(comments);
        };
    return privacy.formatted(numbers, comments == 0 ? "" : more);
  }

  /// The name of a language in itself.
  static String name(Language language) {
    return switch (language) {
      case EN -> "English";
      case DE -> "Deutsch";
    };
  }

  static String fault(Fault fault, Language language) {
    boolean english = language == Language.EN;
    return switch (fault) {
      case EMPTY ->
          english
              ? "No question is answered yet: choose an answer to one at least."
              : "Noch ist keine Frage beantwortet: Bitte wählen Sie mindestens eine Antwort.";
      case NOT_OFFERED ->
          english ? "Choose one of the answers." : "Bitte wählen Sie eine der Antworten.";
      case NOT_MINUTES ->
          english
              ? "Write whole minutes as digits, at most %d; for example 30."
                  .formatted(Item.Form.Minutes.MOST)
              : "Bitte ganze Minuten in Ziffern, höchstens %d; zum Beispiel 30."
                  .formatted(Item.Form.Minutes.MOST);
      case TOO_LONG ->
          english
              ? "At most %d characters, please.".formatted(Item.Form.Comment.LONGEST)
              : "Bitte höchstens %d Zeichen.".formatted(Item.Form.Comment.LONGEST);
    };
  }
}
