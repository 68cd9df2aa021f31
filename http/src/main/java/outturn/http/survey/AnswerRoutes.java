package outturn.http.survey;

import java.util.Optional;
import outturn.definition.survey.Language;
import outturn.http.page.SurveyPage;
import outturn.http.route.Answer;
import outturn.http.route.Call;
import outturn.http.route.Form;
import outturn.runtime.survey.AnswerDesk;
import outturn.runtime.survey.AnswerDesk.Sheet;
import outturn.runtime.survey.AnswerDesk.Taken;

/// The page on which people answer, without signing in: the link is all that they need.
public final class AnswerRoutes {
  private final AnswerDesk desk;

  public AnswerRoutes(AnswerDesk desk) {
    this.desk = desk;
  }

  /// To look at a page answers nothing, so that programs that open links of mails do no harm.
  public Answer show(Call call) {
    call.allow("lang");
    var sheet = desk.look(call.path("token"));
    return sheet
        .map(found ->
            SurveyPage.questions(found.survey(), language(found, call), call.path("token")))
        .orElseGet(() -> SurveyPage.gone(chosen(call).orElse(Language.EN)));
  }

  public Answer take(Call call) {
    call.allow("lang");
    return switch (desk.take(call.path("token"), Form.of(call))) {
      case Taken.Thanks(var sheet) -> SurveyPage.thanks(language(sheet, call));
      case Taken.Faulty(var sheet, var form) ->
          SurveyPage.faulty(sheet.survey(), language(sheet, call), call.path("token"), form);
      case Taken.Gone() -> SurveyPage.gone(chosen(call).orElse(Language.EN));
    };
  }

  private static Language language(Sheet sheet, Call call) {
    return chosen(call)
        .filter(sheet.survey().about().languages()::contains)
        .orElse(sheet.language());
  }

  private static Optional<Language> chosen(Call call) {
    for (var language : Language.values()) {
      if (call.query("lang").filter(language.code()::equals).isPresent()) {
        return Optional.of(language);
      }
    }
    return Optional.empty();
  }
}
