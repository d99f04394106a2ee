package dev.sluice.bench;

import java.io.IOException;
import java.util.stream.Stream;
import org.openjdk.jmh.Main;

/** Runs JMH, but for what is not there to be measured. */
final class Benchmarks {
  private Benchmarks() {}

  public static void main(String[] arguments) throws IOException {
    if (Corpus.isThere()) {
      Main.main(arguments);
    } else {
      System.out.println("The benchmark RealFlow is left out. " + Corpus.absence());
      Stream<String> exclusion = Stream.of("-e", "\\.RealFlow\\.");
      Main.main(Stream.concat(Stream.of(arguments), exclusion).toArray(String[]::new));
    }
  }
}
