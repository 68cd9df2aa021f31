package outturn.store.journal;

import java.time.Instant;
import java.util.Map;
import outturn.engine.news.News;
import outturn.engine.run.RunId;
import outturn.store.json.Json;

/// The rows of what people are to hear of.
final class NewsSheet {
  // In the order in which it happened: a success after a failure is over it.
  final Sheet sheet =
      Sheet.of(
          """
          insert into news (at, project, workflow, run, business_date, occasion, subject, text, channels)
          select u.at, u.project, u.workflow, u.run, u.business_date, u.occasion, u.subject, u.text, u.channels
          from {rows} with ordinality
            as u (at, project, workflow, run, business_date, occasion, subject, text, channels, place)
          order by u.place
          """,
          "timestamptz",
          "text",
          "text",
          "int8",
          "date",
          "text",
          "text",
          "text",
          "jsonb");

  void add(News told, Instant at) {
    var about = told.about();
    sheet.row(
        at.toString(),
        about.project(),
        about.workflow(),
        about.run().map(RunId::value).orElse(null),
        about.businessDate().toString(),
        told.occasion().word(),
        told.subject(),
        told.text(),
        Json.encode(Map.of("to", told.channels())));
  }
}
