package outturn.http.survey;

import java.util.Map;
import org.jspecify.annotations.Nullable;
import outturn.definition.text.Nearest;
import outturn.http.json.Json;
import outturn.http.json.Page;
import outturn.http.problem.Code;
import outturn.http.problem.Problem;
import outturn.http.problem.Refused;
import outturn.http.route.Answer;
import outturn.http.route.Call;
import outturn.runtime.survey.Surveys;
import outturn.runtime.survey.Surveys.Done;
import outturn.runtime.survey.Surveys.Known;
import outturn.store.audit.Act;
import outturn.store.audit.AuditTrail;
import tools.jackson.databind.util.RawValue;

/// Surveys for those who ask: waves are opened, reminded and closed, and their results read.
public final class SurveyRoutes {
  private final Surveys surveys;
  private final AuditTrail audit;

  public SurveyRoutes(Surveys surveys, AuditTrail audit) {
    this.surveys = surveys;
    this.audit = audit;
  }

  private record Doing(int wave, int people) {}

  public Answer list(Call call) {
    call.allow("limit", "after");
    return Answer.json(
        Page.of(surveys.all(), (Known known) -> known.entry().name(), call).map(this::told));
  }

  public Answer show(Call call) {
    call.allow();
    return Answer.json(told(find(call)));
  }

  private Map<String, @Nullable Object> told(Known known) {
    return SurveyJson.of(known, surveys.coming(known));
  }

  public Answer send(Call call) {
    call.allow();
    call.json();
    return answer(call, surveys.send(call.path("name"), call.user()));
  }

  public Answer remind(Call call) {
    call.allow();
    call.json();
    var done = surveys.remind(call.path("name"));
    if (done instanceof Done.Yes(int wave, int people)) {
      var details = Map.<String, Object>of("wave", wave, "reminded", people);
      audit.record(new Act(call.user(), "survey remind", call.path("name"), details));
    }
    return answer(call, done);
  }

  public Answer close(Call call) {
    call.allow();
    call.json();
    return answer(call, surveys.close(call.path("name"), call.user()));
  }

  private Answer answer(Call call, Done done) {
    return switch (done) {
      case Done.Yes(int wave, int people) -> Answer.json(new Doing(wave, people));
      case Done.No(var why) -> Problem.of(Code.NOT_ALLOWED, why).answer();
      case Done.NoSuchSurvey() -> throw unknown(call.path("name"));
    };
  }

  /// What was told when a wave closed, and nothing before.
  public Answer results(Call call) {
    call.allow("wave");
    var name = call.path("name");
    var number = call.whole("wave", 1, 100_000);
    var known = find(call);
    var state =
        Surveys.wave(known, number)
            .orElseThrow(() ->
                Problem.of(
                        Code.NOT_FOUND,
                        "the survey '%s' has %d waves%s"
                            .formatted(
                                name,
                                known.waves().size(),
                                known.waves().isEmpty() ? "; open one with: survey send" : ""))
                    .refused());
    var results = surveys.results(state.wave());
    if (results.isEmpty()) {
      return Problem.of(
              Code.NOT_ALLOWED,
              "wave %d of '%s' is open until %s; results are made once, when it closes, so that nobody can watch a single answer come in"
                  .formatted(state.wave().number(), name, state.wave().span().closes()))
          .answer();
    }
    var body = Json.object(SurveyJson.Wave.of(state));
    body.put("survey", name);
    body.putRawValue("results", new RawValue(results.get()));
    return Answer.json(body);
  }

  private Known find(Call call) {
    return surveys.find(call.path("name")).orElseThrow(() -> unknown(call.path("name")));
  }

  private Refused unknown(String name) {
    return Problem.of(
            Code.NOT_FOUND,
            "no survey '%s'; %s".formatted(name, Nearest.hint(name, surveys.names())))
        .refused();
  }
}
