package dev.sluice.bench.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class FigureTableTest {
  @Test
  void rowsMayBeMethodsAndColumnsParameters() throws IOException {
    assertTrue(
        FigureTable.triggers()
            .of(Fixture.measurements())
            .startsWith(
                """
                | what | with 1,000 triggers | with 100,000 triggers |
                |---|---|---|
                | a device state is matched, seven triggers fire | 5.5 µs | 9.5 µs |
                | an MQTT message is matched |  |  |
                """));
  }

  @Test
  void rowsMayBeParametersAndColumnsMethods() throws IOException {
    assertEquals(
        """
        | storage entries in a folder | a durable increment, 64 runs at a time | an entry is read |
        |---|---|---|
        | one entry | 10 µs |  |
        | 10,000 entries of a flow | 12.5 µs |  |
        | an entry of each of 10,000 flows |  |  |
        """,
        FigureTable.store().of(Fixture.measurements()));
  }

  @Test
  void theLanguageIsComparedWithWhoeverWasMeasured() throws IOException {
    List<String> rows = LanguageTable.of(Fixture.measurements()).lines().skip(2).toList();
    assertEquals(
        List.of(
            "| path of four steps, read | 0.7 | 7 ns, 0 B | 10 ns, 0 B |  |  |  |",
            "| template of five references | 1.2 | 300 ns, 432 B | 250 ns, 288 B"
                + " | 1.2 µs, 3.89 KB | 4 | 9 |"),
        rows);
  }

  /** A row whose method or parameter does not exist any longer would stay empty for ever. */
  @Test
  void whatTablesNameExists() throws ReflectiveOperationException {
    for (FigureTable table : FigureTable.all()) {
      Class<?> benchmark = Class.forName("dev.sluice.bench." + table.benchmark());
      Stream.concat(table.rows().stream(), table.columns().stream())
          .map(FigureTable.Entry::method)
          .filter(method -> !method.isEmpty())
          .forEach(method -> assertTrue(has(benchmark, method), () -> table + " " + method));
    }
  }

  private static boolean has(Class<?> type, String method) {
    return Stream.of(type.getMethods()).anyMatch(each -> each.getName().equals(method));
  }
}
