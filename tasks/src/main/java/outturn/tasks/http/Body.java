package outturn.tasks.http;

import java.io.ByteArrayOutputStream;
import java.net.http.HttpResponse.BodyHandler;
import java.net.http.HttpResponse.BodySubscriber;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Flow;

/// The body of an answer, at most so many bytes of it.
///
/// @param text read as UTF-8
/// @param length in bytes
/// @param size whether that is all
public record Body(String text, int length, Size size) {

  /// Whether a body was read to its end.
  public enum Size {
    WHOLE,
    CUT
  }

  /// Reads up to the limit, and no further.
  public static BodyHandler<Body> upTo(int limit) {
    return _ -> new Subscriber(limit);
  }

  private static final class Subscriber implements BodySubscriber<Body> {
    private final int limit;
    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    private final CompletableFuture<Body> body = new CompletableFuture<>();
    private Optional<Flow.Subscription> subscription = Optional.empty();

    Subscriber(int limit) {
      this.limit = limit;
    }

    @Override
    public CompletionStage<Body> getBody() {
      return body;
    }

    @Override
    public void onSubscribe(Flow.Subscription granted) {
      subscription = Optional.of(granted);
      granted.request(Long.MAX_VALUE);
    }

    @Override
    public void onNext(List<ByteBuffer> buffers) {
      for (var buffer : buffers) {
        var room = Math.min(buffer.remaining(), limit - bytes.size());
        var part = new byte[room];
        buffer.get(part);
        bytes.writeBytes(part);
        if (buffer.hasRemaining()) {
          subscription.ifPresent(Flow.Subscription::cancel);
          complete(Size.CUT);
          return;
        }
      }
    }

    @Override
    public void onError(Throwable cause) {
      body.completeExceptionally(cause);
    }

    private void complete(Size size) {
      body.complete(new Body(bytes.toString(StandardCharsets.UTF_8), bytes.size(), size));
    }

    @Override
    public void onComplete() {
      complete(Size.WHOLE);
    }
  }
}
