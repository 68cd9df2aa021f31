package outturn.runtime.survey;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Map;
import outturn.definition.survey.Language;
import outturn.definition.survey.Survey;
import outturn.store.notify.Message.Said;

/// The mails of surveys, as plain text, which every program and every reader can read.
final class SurveyMail {
  private SurveyMail() {}

  static Said invitation(Survey survey, Language language, String link, LocalDate closes) {
    var title = survey.about().title().in(language);
    return said(title, "", survey, language, link, closes);
  }

  static Said reminder(Survey survey, Language language, String link, LocalDate closes) {
    var title = survey.about().title().in(language);
    var subject =
        switch (language) {
          case EN -> "Reminder: " + title;
          case DE -> "Erinnerung: " + title;
        };
    var before =
        switch (language) {
          case EN ->
              "You have not answered yet. There is still time; if you do not want to, there is nothing to do.\n\n";
          case DE ->
              "Sie haben noch nicht geantwortet. Noch ist Zeit; wenn Sie nicht möchten, ist nichts zu tun.\n\n";
        };
    return said(subject, before, survey, language, link, closes);
  }

  private static Said said(
      String subject,
      String before,
      Survey survey,
      Language language,
      String link,
      LocalDate closes) {
    var purpose = survey.about().purpose().in(language);
    var text =
        switch (language) {
          case EN ->
              """
              %s%s

              It takes about two minutes, until %s:
              %s

              The link is for you alone and works once. With your answer it is deleted, and nothing that is stored tells who gave an answer. \
              Results are shown only for %d people and more.
              """;
          case DE ->
              """
              %s%s

              Es dauert etwa zwei Minuten und geht bis %s:
              %s

              Der Link ist nur für Sie und gilt einmal. Mit Ihrer Antwort wird er gelöscht; nichts, was gespeichert ist, sagt, wer geantwortet hat. \
              Ergebnisse werden erst ab %d Personen gezeigt.
              """;
        };
    var body =
        text.formatted(before, purpose, date(closes, language), link, survey.rules().numbers());
    return new Said(subject, body.strip() + "\n", Map.of());
  }

  private static String date(LocalDate date, Language language) {
    return switch (language) {
      case EN -> DateTimeFormatter.ofPattern("d MMMM uuuu", Locale.ENGLISH).format(date);
      case DE -> DateTimeFormatter.ofPattern("d. MMMM uuuu", Locale.GERMAN).format(date);
    };
  }
}
