package dev.sluice.api.node;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class OutputsTest {
  @Test
  void theUsualOnes() {
    assertEquals(new Outputs(List.of(), -1), Outputs.none());
    assertEquals(new Outputs(List.of("next"), -1), Outputs.next());
    assertEquals(new Outputs(List.of("false", "true"), -1), Outputs.branch());
    assertEquals(new Outputs(List.of("a", "b", "c"), -1), Outputs.of("a", "b", "c"));
    assertEquals(0, Outputs.none().count());
    assertEquals(3, Outputs.of("a", "b", "c").count());
  }

  @ParameterizedTest
  @ValueSource(ints = {-1, 0, 1})
  void theBodyIsOneOfThemOrNone(int body) {
    assertEquals(body, new Outputs(List.of("next", "body"), body).body());
  }

  @ParameterizedTest
  @ValueSource(ints = {-2, 2, Integer.MAX_VALUE, Integer.MIN_VALUE})
  void aBodyThatIsNoneOfThemIsRefused(int body) {
    assertThrows(IllegalArgumentException.class, () -> new Outputs(List.of("next", "body"), body));
  }

  @Test
  void theNamesAreCopied() {
    List<String> names = new ArrayList<>(List.of("a"));
    Outputs outputs = new Outputs(names, -1);
    names.add("b");
    assertEquals(List.of("a"), outputs.names());
  }
}
