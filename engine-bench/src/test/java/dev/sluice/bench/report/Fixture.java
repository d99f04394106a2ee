package dev.sluice.bench.report;

import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Path;
import java.util.Objects;

/** Results as JMH writes them, made up. */
final class Fixture {
  private Fixture() {}

  static Path file() {
    try {
      return Path.of(Objects.requireNonNull(Fixture.class.getResource("results.json")).toURI());
    } catch (URISyntaxException e) {
      throw new IllegalStateException(e);
    }
  }

  static Measurements measurements() throws IOException {
    return Measurements.read(file());
  }
}
