package outturn.http.survey;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.net.URLDecoder;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import outturn.definition.survey.Language;
import outturn.http.page.SurveyPage;
import outturn.http.problem.Code;
import outturn.http.problem.Problem;
import outturn.http.route.Answer;
import outturn.http.route.Call;
import outturn.runtime.survey.AnswerDesk;
import outturn.runtime.survey.AnswerDesk.Sheet;
import outturn.runtime.survey.AnswerDesk.Taken;

/// The page on which people answer, without signing in: the link is all that they need.
public final class AnswerRoutes {
  private static final int MOST_FIELDS = 100;

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
    return switch (desk.take(call.path("token"), fields(call))) {
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

  private static Map<String, String> fields(Call call) {
    var fields = new LinkedHashMap<String, String>();
    for (var pair : new String(call.body(), UTF_8).split("&", MOST_FIELDS)) {
      int equals = pair.indexOf('=');
      if (equals > 0)
        fields.put(decoded(pair.substring(0, equals)), decoded(pair.substring(equals + 1)));
    }
    return fields;
  }

  private static String decoded(String text) {
    try {
      return URLDecoder.decode(text, UTF_8).replace("\0", "");
    } catch (IllegalArgumentException malformed) {
      throw Problem.of(
              Code.BAD_REQUEST, "expected a form as browsers send it, found '%s'".formatted(text))
          .refused();
    }
  }
}
