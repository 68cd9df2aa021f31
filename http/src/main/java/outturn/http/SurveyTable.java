package outturn.http;

import static outturn.http.route.Route.get;
import static outturn.http.route.Route.open;
import static outturn.http.route.Route.post;
import static outturn.store.identity.Role.OWNER;
import static outturn.store.identity.Role.VIEWER;

import java.util.List;
import outturn.http.identity.Places;
import outturn.http.route.Access;
import outturn.http.route.Route;
import outturn.http.survey.AnswerRoutes;
import outturn.http.survey.SurveyRoutes;

/// The routes of surveys.
final class SurveyTable {
  private SurveyTable() {}

  static List<Route> of(Services services, Places places) {
    var asked = services.outside().asked();
    var surveys = new SurveyRoutes(asked.surveys(), services.access().audit());
    var answers = new AnswerRoutes(asked.desk());
    return List.of(
        get("/api/v1/surveys", VIEWER, surveys::list),
        get("/api/v1/surveys/{name}", VIEWER, surveys::show),
        get("/api/v1/surveys/{name}/results", VIEWER, surveys::results),
        post("/api/v1/surveys/{name}/send", OWNER, surveys::send)
            .of(call -> places.surveyOf(call, asked.surveys())),
        post("/api/v1/surveys/{name}/remind", OWNER, surveys::remind)
            .of(call -> places.surveyOf(call, asked.surveys())),
        post("/api/v1/surveys/{name}/close", OWNER, surveys::close)
            .of(call -> places.surveyOf(call, asked.surveys())),
        open("/s/{token}", answers::show),
        post("/s/{token}", VIEWER, answers::take).openTo(new Access.Open()).onScreen().withForm());
  }
}
