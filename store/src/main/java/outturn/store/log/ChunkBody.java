package outturn.store.log;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.Deflater;
import java.util.zip.DeflaterOutputStream;
import java.util.zip.Inflater;
import java.util.zip.InflaterInputStream;

/// Frames as one compressed row: raw deflate of the number of frames (4 bytes) and, for each, the
/// milliseconds since 1970 (8 bytes), the stream (1 byte), the length (4 bytes) and the bytes.
final class ChunkBody {
  private ChunkBody() {}

  static byte[] encode(List<Frame> frames) {
    var bytes = new ByteArrayOutputStream();
    try (var deflater = new Deflater(Deflater.BEST_SPEED, true);
        var out = new DataOutputStream(new DeflaterOutputStream(bytes, deflater))) {
      out.writeInt(frames.size());
      for (var frame : frames) {
        out.writeLong(frame.at().toEpochMilli());
        out.writeByte(frame.stream().code());
        out.writeInt(frame.bytes().length);
        out.write(frame.bytes());
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return bytes.toByteArray();
  }

  /// @throws UncheckedIOException when the body is cut off or not one of ours
  static List<Frame> decode(byte[] body) {
    try (var inflater = new Inflater(true);
        var in =
            new DataInputStream(
                new InflaterInputStream(new ByteArrayInputStream(body), inflater))) {
      int count = in.readInt();
      var frames = new ArrayList<Frame>();
      for (int frame = 0; frame < count; frame++) frames.add(frame(in));
      return frames;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Frame frame(DataInputStream in) throws IOException {
    var at = Instant.ofEpochMilli(in.readLong());
    var stream = stream(in.readByte());
    int length = in.readInt();
    var bytes = in.readNBytes(length);
    if (bytes.length < length) throw new IOException("cut off in a frame of " + length + " bytes");
    return new Frame(at, stream, bytes);
  }

  private static Stream stream(int code) throws IOException {
    for (var stream : Stream.values()) {
      if (stream.code() == code) return stream;
    }
    throw new IOException("no stream " + code);
  }
}
