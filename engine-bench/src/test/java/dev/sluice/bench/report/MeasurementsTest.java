package dev.sluice.bench.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MeasurementsTest {
  @Test
  void anEntryIsRead() throws IOException {
    Measurement row = Fixture.measurements().of("NodesBenchmark", "sluice").get(1);
    assertEquals(Map.of("nodes", "10"), row.parameters());
    assertEquals(10, row.size());
    assertEquals(1, row.threads());
    assertEquals(1_030, row.nanoseconds());
    assertEquals(List.of(1_019.7, 1_040.3), row.samples());
    assertEquals(2_900, row.allocated());
  }

  @Test
  void timesAreNanosecondsWhateverTheirUnit() {
    assertEquals(3, TimeScale.of("ns/op").nanoseconds(3));
    assertEquals(3_000, TimeScale.of("us/op").nanoseconds(3));
    assertEquals(3e6, TimeScale.of("ms/op").nanoseconds(3));
    assertEquals(3e9, TimeScale.of("s/op").nanoseconds(3));
    assertEquals(250, TimeScale.of("ops/s").nanoseconds(4e6));
    assertThrows(IllegalArgumentException.class, () -> TimeScale.of("B/op"));
  }

  @Test
  void whatJmhAddsUpOverIterationsIsTheirMean() throws IOException {
    Measurement idle = Fixture.measurements().of("IdleFlowsBenchmark", "deploy").getFirst();
    assertEquals(9_000, idle.other("bytesPerFlow"));
  }

  @Test
  void theFilesOfAFolderAreReadTogether(@TempDir Path folder) throws IOException {
    Files.copy(Fixture.file(), folder.resolve("jvm.json"));
    Files.writeString(
        folder.resolve("others.json"),
        """
        [{"benchmark": "dev.sluice.bench.flow.LongChain.nodeRed", "mode": "avgt", "threads": 1,
          "primaryMetric": {"score": 50000, "scoreUnit": "ns/op", "rawData": [[50000]]}}]
        """);
    Files.writeString(folder.resolve("about.txt"), "no results");
    Measurements all = Measurements.read(folder);
    assertEquals(Fixture.measurements().all().size() + 1, all.all().size());
    assertEquals(50_000, all.find("LongChain", "nodeRed").orElseThrow().nanoseconds());
  }

  @Test
  void whatWasNotMeasuredIsNotANumber() throws IOException {
    Measurement start = Fixture.measurements().find("StartBenchmark", "firstRun").orElseThrow();
    assertTrue(Double.isNaN(start.allocated()));
    assertTrue(Fixture.measurements().find("StartBenchmark", "secondRun").isEmpty());
  }
}
