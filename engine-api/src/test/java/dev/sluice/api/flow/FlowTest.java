package dev.sluice.api.flow;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.sluice.api.payload.InvalidJsonException;
import dev.sluice.api.payload.ObjectValue;
import dev.sluice.api.payload.Value;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FlowTest {
  @Test
  void everyPropertyIsRead() {
    Flow flow =
        Flow.parse(
            """
            {"id":"f1","name":"Main","flowClass":"edge","enabled":false,"defaultVersionId":"v1",
             "nodes":[{"id":"n","type":"a"}],"applicationId":"app"}
            """);
    assertEquals("f1", flow.id());
    assertEquals("Main", flow.name());
    assertEquals(FlowClass.EDGE, flow.flowClass());
    assertFalse(flow.enabled());
    assertEquals("v1", flow.defaultVersionId());
    FlowVersion develop = flow.develop();
    assertNull(develop.id());
    assertEquals("f1", develop.flowId());
    assertEquals("develop", develop.version());
    assertTrue(develop.enabled());
    assertEquals("n", develop.nodes().getFirst().id());
    assertEquals(ObjectValue.of("applicationId", Value.of("app")), develop.other());
  }

  @Test
  void whatIsAbsentHasItsDefault() {
    Flow flow = Flow.parse("{\"id\":\"f1\"}");
    assertEquals("", flow.name());
    assertEquals(FlowClass.CLOUD, flow.flowClass());
    assertTrue(flow.enabled());
    assertNull(flow.defaultVersionId());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"id\":\"f\"}",
        "{\"id\":\"f\",\"enabled\":true}",
        "{\"id\":\"f\",\"enabled\":false}",
        "{\"id\":\"f\",\"defaultVersionId\":null,\"name\":null,\"notes\":null}",
        "{\"id\":\"f\",\"defaultVersionId\":\"v\",\"name\":\"\",\"flowClass\":\"cloud\"}",
        "{\"id\":\"f\",\"flowId\":\"g\",\"version\":\"develop\"}",
        "{\"id\":\"f\",\"flowId\":null,\"version\":null}",
        "{\"id\":\"f\",\"stats\":{\"runCount\":5},\"triggers\":[],\"nodes\":[],\"globals\":[]}",
        "{\"id\":\"f\",\"triggers\":[{\"type\":\"timer\",\"outputIds\":[[]]}]}",
      })
  void whatWasReadIsWritten(String json) {
    ObjectValue document = (ObjectValue) Value.parseJson(json);
    Flow flow = Flow.fromJson(document);
    assertEquals(document, flow.toJson());
    assertEquals(flow, Flow.parse(json));
    assertEquals(flow, Flow.fromJson(flow.toJson()));
  }

  @Test
  void allProblemsAreReportedTogether() {
    InvalidFlowException thrown =
        assertThrows(
            InvalidFlowException.class,
            () -> Flow.parse("{\"defaultVersionId\":5,\"enabled\":1,\"nodes\":[{\"id\":\"n\"}]}"));
    assertEquals(
        List.of("id", "defaultVersionId", "enabled", "nodes[0].type"),
        thrown.problems().stream().map(Problem::field).toList());
    assertEquals(4, String.valueOf(thrown.getMessage()).lines().count());
    assertTrue(
        String.valueOf(thrown.getMessage()).contains("error: node n: nodes[0].type: "),
        thrown::getMessage);
    assertThrows(UnsupportedOperationException.class, () -> thrown.problems().clear());
  }

  @ParameterizedTest
  @ValueSource(strings = {"[]", "null", "5", "\"{}\"", "true"})
  void aDocumentThatIsNoObjectIsAProblem(String json) {
    InvalidFlowException thrown = assertThrows(InvalidFlowException.class, () -> Flow.parse(json));
    Problem problem = thrown.problems().getFirst();
    assertEquals(json, problem.found());
    assertEquals("a JSON object", problem.expected());
  }

  @Test
  void aDocumentThatIsLongAndNoObjectIsShortened() {
    InvalidFlowException thrown =
        assertThrows(InvalidFlowException.class, () -> Flow.parse('"' + "x".repeat(10_000) + '"'));
    assertTrue(Objects.requireNonNull(thrown.problems().getFirst().found()).length() < 100);
  }

  @Test
  void textThatIsNoJsonIsRefused() {
    assertThrows(InvalidJsonException.class, () -> Flow.parse("{\"id\":"));
  }
}
