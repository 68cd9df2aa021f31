package outturn.http.change;

import java.time.InstantSource;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import outturn.definition.change.Change;
import outturn.http.json.JsonObject;
import outturn.http.json.Page;
import outturn.http.problem.Code;
import outturn.http.problem.Problem;
import outturn.http.route.Answer;
import outturn.http.route.Call;
import outturn.runtime.change.ChangeLog.Known;
import outturn.runtime.change.Changes;
import outturn.store.change.RecordedChange;
import outturn.store.change.ShiftAnswers;

/// Dated events: what is known, what is told, and what is said of shifts.
public final class ChangeRoutes {
  private final Changes changes;
  private final InstantSource clock;

  public ChangeRoutes(Changes changes, InstantSource clock) {
    this.changes = changes;
    this.clock = clock;
  }

  /// By name; those of one measure, or all versions of one, where asked for.
  public Answer list(Call call) {
    call.allow("measure", "history", "asOf", "limit", "after");
    var history = call.query("history");
    if (history.isPresent()) {
      var versions = changes.history(history.get()).stream().map(ChangeJson::of).toList();
      return Answer.json(Map.of("items", versions));
    }
    var measure = call.query("measure");
    var found =
        changes.log().known(call.instant("asOf").orElseGet(clock::instant)).stream()
            .filter(known -> measure.map(known.change().affects()::contains).orElse(true))
            .toList();
    return Answer.json(
        Page.of(found, (Known known) -> known.change().name(), call).map(ChangeJson::of));
  }

  public Answer add(Call call) {
    call.allow();
    var body = call.json("name", "title", "date", "type", "affects", "note", "explains");
    var change = change(body, body.text("name"));
    var note = body.find("note").orElse("");
    if (!body.has("explains")) {
      return told(changes.add(change, note, call.user()));
    }
    var explains = body.object("explains", "measure", "period");
    var said =
        new ShiftAnswers.Said(
            explains.text("measure"), explains.date("period"), Optional.of(change.name()), note);
    var refused = changes.refusalOf(said);
    if (refused.isPresent()) return told(refused.get(), ChangeJson::of);
    var added = changes.add(change, note, call.user());
    if (added instanceof Changes.Answer.Done<RecordedChange>) changes.answer(said, call.user());
    return told(added);
  }

  /// What is right of one that was told, or that it did not happen.
  public Answer correct(Call call) {
    call.allow();
    var body = call.json("title", "date", "type", "affects", "note", "withdrawn");
    var name = call.path("name");
    var note = body.find("note").orElse("");
    if (!body.isTrue("withdrawn")) {
      return told(changes.correct(change(body, name), note, call.user()));
    }
    if (body.has("title") || body.has("date") || body.has("type") || body.has("affects")) {
      throw Problem.of(
              Code.BAD_REQUEST, "with 'withdrawn' the body has a note and nothing else to change")
          .refused();
    }
    return told(changes.withdraw(name, note, call.user()));
  }

  /// What explains a shift, or that its cause is not known.
  public Answer answer(Call call) {
    call.allow();
    var body = call.json("period", "change", "note");
    var said =
        new ShiftAnswers.Said(
            call.path("name"),
            body.date("period"),
            body.find("change"),
            body.find("note").orElse(""));
    return told(changes.answer(said, call.user()), ChangeJson::of);
  }

  private static Change change(JsonObject body, String name) {
    var word = body.text("type");
    var type =
        Change.Type.of(word)
            .orElseThrow(() ->
                Problem.of(
                        Code.BAD_REQUEST,
                        "'type' is to be one of %s, not \"%s\"".formatted(types(), word))
                    .refused());
    return new Change(
        name,
        body.find("title").orElse(name),
        body.date("date"),
        type,
        body.has("affects") ? body.textList("affects") : List.of());
  }

  private static String types() {
    return Arrays.stream(Change.Type.values())
        .map(Change.Type::word)
        .collect(Collectors.joining(", "));
  }

  private static Answer told(Changes.Answer<RecordedChange> answer) {
    return told(answer, ChangeJson::of);
  }

  private static <T> Answer told(Changes.Answer<T> answer, Function<T, Object> json) {
    return switch (answer) {
      case Changes.Answer.Done<T>(var value) -> Answer.json(json.apply(value));
      case Changes.Answer.Refused<T>(var why) -> Problem.of(Code.INVALID_INPUT, why).answer();
      case Changes.Answer.NotThere<T>(var why) -> Problem.of(Code.NOT_FOUND, why).answer();
    };
  }
}
