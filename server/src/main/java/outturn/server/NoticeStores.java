package outturn.server;

import java.time.InstantSource;
import outturn.runtime.notify.NoticeWords;
import outturn.runtime.notify.Notifying;
import outturn.store.database.Database;
import outturn.store.database.Lane;
import outturn.store.notify.AtRiskNews;
import outturn.store.notify.MessageMaker;
import outturn.store.notify.NewsSorter;
import outturn.store.notify.Notifications;
import outturn.store.notify.Outbox;

/// What is stored of what people are told.
///
/// @param forReaders the same notifications, by the connections of requests
record NoticeStores(
    Notifying.Rows rows, Notifications notifications, Notifications forReaders, AtRiskNews atRisk) {
  static NoticeStores of(Database database, InstantSource clock) {
    var worker = database.jdbi(Lane.WORKER);
    var rows =
        new Notifying.Rows(
            new NewsSorter(worker),
            new MessageMaker(worker, new NoticeWords()),
            new Outbox(worker));
    return new NoticeStores(
        rows,
        new Notifications(worker, clock),
        new Notifications(database.requests(), clock),
        new AtRiskNews(worker));
  }
}
