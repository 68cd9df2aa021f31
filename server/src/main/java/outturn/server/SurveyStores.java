package outturn.server;

import outturn.store.database.Database;
import outturn.store.database.Lane;
import outturn.store.secret.Seal;
import outturn.store.secret.SecretsKey;
import outturn.store.survey.Answers;
import outturn.store.survey.Letters;
import outturn.store.survey.Waves;

/// What is stored of surveys.
record SurveyStores(Waves waves, Answers answers, Letters letters) {
  static SurveyStores of(Database database, SecretsKey key) {
    var requests = database.requests();
    return new SurveyStores(
        new Waves(requests),
        new Answers(requests, new Seal(key)),
        new Letters(database.jdbi(Lane.WORKER)));
  }
}
