package dev.sluice.core.manage;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.sluice.api.engine.Engine;
import dev.sluice.api.engine.EngineBuilder;
import dev.sluice.api.manage.ImportResult;
import dev.sluice.api.manage.Management;
import dev.sluice.api.manage.ManagementException;
import dev.sluice.api.payload.ArrayValue;
import dev.sluice.api.payload.ObjectValue;
import dev.sluice.api.payload.Value;
import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is given out and taken in again is what it was. */
class ArchiveRoundTripTest {
  private final List<Engine> engines = new ArrayList<>();

  @TempDir Path folder;

  @AfterEach
  void close() {
    engines.forEach(engine -> engine.close(Duration.ZERO));
  }

  private Management management() {
    EngineBuilder builder = Engine.builder();
    TestNodes.all().forEach(builder::nodeType);
    Engine engine = builder.build();
    engines.add(engine);
    return engine.manage();
  }

  private static ObjectValue json(String text) {
    return (ObjectValue) Value.parseJson(text.replace('\'', '"'));
  }

  /** A bundle with numbers in place of the ids that its flows and versions have in one store. */
  private static String withoutIds(ObjectValue bundle) {
    Map<String, String> numbers = new HashMap<>();
    for (String part : List.of("flows", "flowVersions")) {
      for (Value item : (ArrayValue) bundle.get(part)) {
        numbers.put(item.get("id").toText(), "~exportplaceholderid-" + numbers.size() + "~");
      }
    }
    return new IdReplacement(numbers).replace(bundle).toJson();
  }

  private static List<String> ids(ImportResult result) {
    return result.flows().stream().map(flow -> flow.id()).toList();
  }

  private static final String TEXTS =
      "{'name':'Odd / \\\\ texts','description':'a: b\\n- c # d\\t\\u0001\\u2028 \\ud83d\\ude00',"
          + "'globals':[{'key':'yes','json':'null'}],'nodes':[{'id':'a','type':'Say','config':"
          + "{'entry':'012','more':['~','no','1e3','0x1F','',' ',1.5,-0.1,1e300,12345678901,true,"
          + "null,{}]},'meta':{},'outputIds':[]}],'triggers':[],'other':'kept'}";

  @ParameterizedTest
  @ValueSource(strings = {"archive", "archive.zip"})
  void anArchiveIsTakenInAsItWasGivenOut(String name) throws IOException {
    Management first = management();
    ImportResult given =
        first
            .flows()
            .importBundle(
                ObjectValue.builder()
                    .put(
                        "flows",
                        ArrayValue.of(
                            json(TEXTS),
                            json("{'name':'Same','flowClass':'edge','enabled':false}"),
                            json("{'name':'same','flowClass':'edge'}"),
                            json(
                                "{'name':'Ex','flowClass':'experience','id':"
                                    + "'111111111111111111111111','defaultVersionId':"
                                    + "'222222222222222222222222'}")))
                    .put(
                        "flowVersions",
                        ArrayValue.of(
                            json(
                                "{'flowId':'111111111111111111111111','version':'v 1/2','id':"
                                    + "'222222222222222222222222','notes':'n','enabled':false}")))
                    .build());
    Path target = folder.resolve(name);
    first.flows().exportArchive(ids(given), target);

    Management second = management();
    ImportResult taken = second.flows().importArchive(target);

    assertEquals(4, taken.flows().size());
    assertTrue(
        taken.flowIds().keySet().stream()
            .allMatch(id -> id.matches("~exportplaceholderid-flow-[a-zA-Z0-9]*~")));
    ObjectValue before = first.flows().exportBundle(ids(given));
    List<String> order = new ArrayList<>();
    for (var flow : given.flows()) {
      order.add(
          taken.flows().stream()
              .filter(other -> other.flow().name().equals(flow.flow().name()))
              .findFirst()
              .orElseThrow()
              .id());
    }
    assertEquals(
        Value.parseJson(withoutIds(before)),
        Value.parseJson(withoutIds(second.flows().exportBundle(order))));
    assertThrows(
        FileAlreadyExistsException.class, () -> first.flows().exportArchive(ids(given), target));
  }

  @Test
  void aBundleBringsTheCustomNodesThatAreCalled() {
    Management first = management();
    String node =
        first
            .flows()
            .post(
                json(
                    "{'name':'Node','flowClass':'customNode','triggers':[{'type':'customNodeStart',"
                        + "'outputIds':[['r']]}],'nodes':[{'id':'r','type':'CustomNodeCapNode'}]}"))
            .id();
    String caller =
        first
            .flows()
            .post(
                json(
                    "{'name':'Caller','nodes':[{'id':'c','type':'Call','config':{'customNodeId':'"
                        + node
                        + "'}}]}"))
            .id();

    ObjectValue bundle = first.flows().exportBundle(List.of(caller));

    assertEquals(2, ((ArrayValue) bundle.get("flows")).size());
    ImportResult taken = management().flows().importBundle(bundle);
    assertEquals(2, taken.flows().size());
    assertThrows(ManagementException.class, () -> first.flows().exportBundle(List.of("unknown")));
  }

  @Test
  void whatCannotBeReadIsRefused() throws IOException {
    Path file = Files.writeString(folder.resolve("broken.json"), "{\"nodes\": ");

    ManagementException refusal =
        assertThrows(ManagementException.class, () -> management().flows().importArchive(file));

    assertEquals(ManagementException.Type.VALIDATION, refusal.type());
    assertTrue(String.valueOf(refusal.getMessage()).contains("broken.json"));
  }
}
