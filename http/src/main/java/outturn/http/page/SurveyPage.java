package outturn.http.page;

import java.util.Map;
import outturn.definition.survey.Item;
import outturn.definition.survey.Item.Form;
import outturn.definition.survey.Language;
import outturn.definition.survey.Points;
import outturn.definition.survey.Survey;
import outturn.http.route.Answer;
import outturn.outcome.survey.AnswerForm;
import outturn.outcome.survey.Response;
import outturn.report.markup.Markup;

/// The pages on which people answer: plain forms that need no script, in the language of who
/// answers.
public final class SurveyPage {
  private final Survey survey;
  private final Language language;
  private final AnswerForm form;
  private final SurveyWords words;
  private final Markup html = new Markup();

  private SurveyPage(Survey survey, Language language, AnswerForm form) {
    this.survey = survey;
    this.language = language;
    this.form = form;
    this.words = SurveyWords.of(language);
  }

  /// The questions, none of which is answered.
  public static Answer questions(Survey survey, Language language, String token) {
    var empty = new AnswerForm(Map.of(), Map.of());
    return Answer.text(
        "text/html; charset=utf-8", new SurveyPage(survey, language, empty).page(token));
  }

  /// The questions with what was answered, and what is wrong with it.
  public static Answer faulty(Survey survey, Language language, String token, AnswerForm form) {
    return Answer.text(
        422, "text/html; charset=utf-8", new SurveyPage(survey, language, form).page(token));
  }

  /// After an answer.
  public static Answer thanks(Language language) {
    var told = SurveyWords.of(language).told();
    return note(200, language, told.thanks(), told.thanksLead());
  }

  /// The link was used, its wave is over, or it was never sent.
  public static Answer gone(Language language) {
    var told = SurveyWords.of(language).told();
    return note(410, language, told.gone(), told.goneLead());
  }

  private static Answer note(int status, Language language, String title, String lead) {
    var html = new Markup();
    Frame.open(html, title, language.code());
    html.open("main", "class", "narrow").line();
    html.element("h1", title).line();
    html.element("p", lead, "class", "lead").line();
    html.close("main").line();
    Frame.close(html);
    return Answer.text(status, "text/html; charset=utf-8", html.toString());
  }

  private String page(String token) {
    var title = survey.about().title().in(language);
    var mark = form.faults().isEmpty() ? "" : words.told().problem() + ": ";
    Frame.open(html, mark + title, language.code());
    html.open("main", "class", "survey").line();
    languages(token);
    html.element("h1", title).line();
    html.element("p", survey.about().purpose().in(language), "class", "lead").line();
    html.element("p", words.lead()).line();
    faults();
    html.open(
            "form",
            "method",
            "post",
            "action",
            "/s/%s?lang=%s".formatted(token, language.code()),
            "novalidate",
            "")
        .line();
    survey.items().forEach(this::item);
    var comments = survey.asksForComments() ? survey.rules().comments() : 0;
    html.element(
            "p", words.privacy(survey.rules().numbers(), comments, language), "class", "privacy")
        .line();
    html.element("button", words.send(), "type", "submit").line();
    html.close("form").line().close("main").line();
    Frame.close(html);
    return html.toString();
  }

  private void languages(String token) {
    if (survey.about().languages().size() < 2) return;
    html.open("p", "class", "languages");
    for (var other : survey.about().languages()) {
      var name = SurveyWords.name(other);
      if (other == language) {
        html.element("strong", name).text(" ");
      } else {
        var link = "/s/%s?lang=%s".formatted(token, other.code());
        html.element("a", name, "href", link, "lang", other.code(), "hreflang", other.code())
            .text(" ");
      }
    }
    html.close("p").line();
  }

  /// What is wrong, with links to where.
  private void faults() {
    if (form.faults().isEmpty()) return;
    html.open("div", "class", "faults", "role", "alert", "tabindex", "-1", "id", "faults").line();
    html.element("h2", words.told().problem()).open("ul").line();
    form.faults()
        .forEach((item, fault) -> {
          var name = item.isEmpty() ? survey.items().getFirst().name() : item;
          html.open("li")
              .element("a", told(item) + SurveyWords.fault(fault, language), "href", "#" + name)
              .close("li")
              .line();
        });
    html.close("ul").close("div").line();
  }

  private String told(String name) {
    return survey.items().stream()
        .filter(item -> item.name().equals(name))
        .findFirst()
        .map(item -> item.about().in(language) + " ")
        .orElse("");
  }

  private void item(Item item) {
    switch (item.form()) {
      case Form.Rating(var points) -> {
        open(item);
        rating(item, points);
        html.close("fieldset").line();
      }
      case Form.Choice(var options) -> {
        open(item);
        options.forEach(option -> radio(item, option.name(), option.text().in(language), ""));
        radio(item, Response.NOT_APPLICABLE, words.notApplicable(), "apart");
        html.close("fieldset").line();
      }
      case Form.Minutes _ -> field(item, "input");
      case Form.Comment _ -> field(item, "textarea");
    }
  }

  private void open(Item item) {
    html.open("fieldset", "id", item.name(), "tabindex", "-1").line();
    html.element("legend", item.about().in(language)).line();
    fault(item);
  }

  private void rating(Item item, Points points) {
    for (int point = points.lowest(); point <= points.highest(); point++) {
      radio(item, Integer.toString(point), points.label(point, language), "");
    }
    radio(item, Response.NOT_APPLICABLE, words.notApplicable(), "apart");
  }

  private void radio(Item item, String value, String label, String style) {
    html.open("label", "class", style);
    boolean chosen = value.equals(form.answers().get(item.name()));
    if (chosen) {
      html.open("input", "type", "radio", "name", item.name(), "value", value, "checked", "");
    } else {
      html.open("input", "type", "radio", "name", item.name(), "value", value);
    }
    html.text(" ").element("span", label).close("label").line();
  }

  private void field(Item item, String element) {
    var given = form.answers().getOrDefault(item.name(), "");
    html.open("div", "class", "field").line();
    html.open("label", "for", item.name()).text(item.about().in(language)).text(" ");
    html.element("small", words.optional()).close("label").line();
    fault(item);
    var described = form.faults().containsKey(item.name()) ? item.name() + "-fault" : "";
    if (element.equals("input")) {
      html.open(
          "input",
          "type",
          "text",
          "inputmode",
          "numeric",
          "id",
          item.name(),
          "name",
          item.name(),
          "value",
          given,
          "aria-describedby",
          described);
    } else {
      html.element(
          "textarea",
          given,
          "id",
          item.name(),
          "name",
          item.name(),
          "rows",
          "5",
          "aria-describedby",
          described);
    }
    html.close("div").line();
  }

  private void fault(Item item) {
    var fault = form.faults().get(item.name());
    if (fault == null) return;
    html.element(
            "p", SurveyWords.fault(fault, language), "class", "fault", "id", item.name() + "-fault")
        .line();
  }
}
