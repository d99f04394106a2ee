package dev.sluice.core.manage;

import static dev.sluice.core.manage.TestFlows.calling;
import static dev.sluice.core.manage.TestFlows.customNode;
import static dev.sluice.core.manage.TestFlows.json;
import static dev.sluice.core.manage.TestFlows.saying;
import static dev.sluice.core.manage.TestFlows.text;
import static dev.sluice.core.manage.TestFlows.version;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.sluice.api.manage.FlowsQuery;
import dev.sluice.api.manage.ImportResult;
import dev.sluice.api.payload.ArrayValue;
import dev.sluice.api.payload.ObjectValue;
import dev.sluice.api.trigger.Firing;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is demanded of importing a bundle. */
interface ImportContract extends TestedManagement {
  @Test
  default void aBundleIsTakenInUnderNewIds() {
    String oldNode = "111111111111111111111111";
    String oldFlow = "222222222222222222222222";
    String oldVersion = "333333333333333333333333";
    ObjectValue flow =
        calling("Caller", oldNode, "v1").toBuilder()
            .put("id", oldFlow)
            .put("defaultVersionId", oldVersion)
            .put(
                "triggers",
                json("{'t':[{'type':'virtualButton','key':'"
                        + oldFlow
                        + "-abc','outputIds':[['c']]}]}")
                    .get("t"))
            .build();
    ObjectValue bundle =
        ObjectValue.builder()
            .put(
                "flows",
                ArrayValue.of(flow, customNode("Node").toBuilder().put("id", oldNode).build()))
            .put(
                "flowVersions",
                ArrayValue.of(
                    version(saying("", "imported"), "v1").toBuilder()
                        .put("id", oldVersion)
                        .put("flowId", oldFlow)
                        .build(),
                    version(customNode(""), "v1").toBuilder().put("flowId", oldNode).build()))
            .build();

    ImportResult result = management().flows().importBundle(bundle);

    assertEquals(Set.of(oldFlow, oldNode), result.flowIds().keySet());
    assertEquals(Set.of(oldVersion), result.versionIds().keySet());
    String newFlow = String.valueOf(result.flowIds().get(oldFlow));
    String newNode = String.valueOf(result.flowIds().get(oldNode));
    ObjectValue json = result.toJson();
    assertEquals(text(newFlow), json.get("importedFlowIdMap").get(oldFlow));
    assertEquals(text(newFlow), json.get("flows").get(0).get("id"));
    assertEquals(
        text(String.valueOf(result.versionIds().get(oldVersion))),
        json.get("flows").get(0).get("defaultVersionId"));
    assertEquals(
        text(newNode),
        json.get("flows").get(0).get("nodes").get(0).get("config").get("customNodeId"));
    assertEquals(
        text(newFlow + "-abc"), json.get("flows").get(0).get("triggers").get(0).get("key"));
    assertEquals(text(newFlow), json.get("flowVersions").get(0).get("flowId"));
    assertEquals(1, management().flow(newNode).get().customNodeUseCount());
    run(newFlow);
    assertEquals(json("{'imported':1}"), management().flow(newFlow).getStorageEntries());
    engine().run(newFlow, Firing.virtualButton().withVersion("develop"));
    assertEquals(
        0, management().flow(newFlow).get().toJson().get("stats").get("errorCount").toNumber());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          {'things':[]}                                                   | things
          {'flows':{}}                                                    | flows
          {'flows':[5]}                                                   | flows[0]
          {'flows':[{}]}                                                  | flows[0].name
          {'flowVersions':[{'version':'v','flowId':'aaaaaaaaaaaaaaaaaaaaaaaa'}]} | flowVersions[0].flowId
          {'flows':[{'name':'a','id':'aaaaaaaaaaaaaaaaaaaaaaaa'},{'name':'b','id':'aaaaaaaaaaaaaaaaaaaaaaaa'}]} | flows[1].id
          {'flows':[{'name':'a','id':'aaaaaaaaaaaaaaaaaaaaaaaa'}],'flowVersions':[{'version':'develop','flowId':'aaaaaaaaaaaaaaaaaaaaaaaa'}]} | flowVersions[0].version
          {'flows':[{'name':'a','id':'aaaaaaaaaaaaaaaaaaaaaaaa'}],'flowVersions':[{'version':'v','flowId':'aaaaaaaaaaaaaaaaaaaaaaaa'},{'version':'v','flowId':'aaaaaaaaaaaaaaaaaaaaaaaa'}]} | flowVersions[1].version
          {'flows':[{'name':'a','defaultVersionId':'bbbbbbbbbbbbbbbbbbbbbbbb'}]} | flows[0].defaultVersionId
          {'flows':[{'name':'a'},{'name':'b','nodes':[{'id':'x','type':'Nonsense'}]}]} | flows[1].
          """)
  default void aMalformedBundleIsRefusedAsAWhole(String bundle, String where) {
    String message = invalid(() -> management().flows().importBundle(json(bundle)));

    assertTrue(message.startsWith(where), message);
    assertEquals(0, management().flows().get(FlowsQuery.defaults()).totalCount());
  }

  @Test
  default void aBundleMayBringVersionsOfAFlowThatIsThere() {
    String id = post(saying("There", "develop"));

    ImportResult result =
        management()
            .flows()
            .importBundle(
                ObjectValue.of(
                    "flowVersions",
                    ArrayValue.of(
                        version(saying("", "v1"), "v1").toBuilder().put("flowId", id).build())));

    assertEquals(1, result.versions().size());
    engine().run(id, Firing.virtualButton().withVersion("v1"));
    assertEquals(json("{'v1':1}"), management().flow(id).getStorageEntries());
  }
}
