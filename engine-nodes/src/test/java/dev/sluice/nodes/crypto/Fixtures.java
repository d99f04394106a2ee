package dev.sluice.nodes.crypto;

import dev.sluice.api.payload.ArrayValue;
import dev.sluice.api.payload.ObjectValue;
import dev.sluice.api.payload.Value;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/** Keys, certificates and requests made with OpenSSL 3, signatures and tokens with Node 20. */
final class Fixtures {
  private Fixtures() {}

  /** The text of a file, such as {@code rsa.private}. */
  static String pem(String name) {
    return read(name + ".pem");
  }

  /** The objects of a file, such as {@code tokens}. */
  static List<ObjectValue> list(String name) {
    ArrayValue array = (ArrayValue) Value.parseJson(read(name + ".json"));
    List<ObjectValue> items = new ArrayList<>();
    for (int i = 0; i < array.size(); i++) {
      items.add((ObjectValue) array.get(i));
    }
    return items;
  }

  private static String read(String file) {
    try (InputStream in = Objects.requireNonNull(Fixtures.class.getResourceAsStream(file), file)) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
