package dev.sluice.core.manage;

import static dev.sluice.core.manage.TestFlows.calling;
import static dev.sluice.core.manage.TestFlows.customNode;
import static dev.sluice.core.manage.TestFlows.json;
import static dev.sluice.core.manage.TestFlows.text;
import static dev.sluice.core.manage.TestFlows.version;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.sluice.api.manage.BulkDeletion;
import dev.sluice.api.manage.FlowsQuery;
import dev.sluice.api.manage.StoredFlow;
import dev.sluice.api.manage.StoredVersion;
import dev.sluice.api.payload.ArrayValue;
import dev.sluice.api.payload.ObjectValue;
import dev.sluice.api.payload.Value;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What is demanded of custom nodes and those who call them. */
interface CustomNodesContract extends TestedManagement {
  @Test
  default void aCustomNodeInUseIsNotDeleted() {
    String node = post(customNode("Node"));
    StoredVersion v1 = management().flowVersions(node).post(version(customNode(""), "v1"));
    management().flowVersions(node).post(version(customNode(""), "v2"));
    String caller = post(calling("Caller", node, "v1"));
    management().flowVersions(caller).post(version(calling("", node, "develop"), "c1"));

    assertEquals(2, management().flow(node).get().customNodeUseCount());
    assertEquals(Value.of(2), management().flow(node).get().toJson().get("customNodeUseCount"));
    assertFalse(management().flow(caller).get().toJson().has("customNodeUseCount"));
    String message = invalid(() -> management().flow(node).delete());
    assertTrue(message.contains("Caller"), message);
    invalid(() -> management().flowVersion(node, "v1").delete());
    assertEquals(
        new BulkDeletion(1, 1), management().flowVersions(node).delete(json("{'query':{}}")));
    invalid(() -> management().flowVersions(node).post(version(customNode(""), "v1"), true, false));

    management().flow(caller).delete();
    assertEquals(0, management().flow(node).get().customNodeUseCount());
    management().flowVersion(node, String.valueOf(v1.id())).delete();
    management().flow(node).delete();
    notFound(() -> management().flow(node).get());
  }

  @Test
  default void answersBringAlongTheCustomNodesThatAreCalled() {
    String inner = post(customNode("Inner"));
    String outer = post(customNode("Outer", inner));
    management().flowVersions(outer).post(version(customNode("", inner), "v1"));
    StoredFlow caller = management().flows().post(calling("Caller", outer, "v1"), true);

    ObjectValue json = caller.toJson();
    assertEquals(2, ((ArrayValue) json.get("customNodes")).size());
    assertEquals(Value.of("Inner"), json.get("customNodes").get(0).get("name"));
    assertEquals(Value.of("Outer"), json.get("customNodes").get(1).get("name"));
    assertEquals(Value.of("v1"), json.get("customNodeVersions").get(0).get("version"));
    assertEquals(
        json.get("customNodes"),
        management()
            .flows()
            .get(FlowsQuery.defaults().withIncludeCustomNodes(true))
            .toJson()
            .get("customNodes"));
    run(caller.id());
  }

  @Test
  default void aCustomNodeDoesNotCallItself() {
    String one = post(customNode("One"));
    String two = post(customNode("Two", one));

    String message =
        invalid(
            () ->
                management()
                    .flow(one)
                    .patch(customNode("One", two).toBuilder().remove("flowClass").build()));

    assertTrue(message.contains("cannot call itself"), message);
  }

  @Test
  default void aCustomNodeThatIsOnlyBegunIsKept() {
    String id = post(json("{'name':'Begun','flowClass':'customNode'}"));

    assertEquals(0, management().flow(id).get().customNodeUseCount());
    assertEquals(List.of(), management().brokenVersions());
  }

  @Test
  default void thePaletteShowsCustomNodesWithWhatTheirFlowSays() {
    String id = post(customNode("Shown").toBuilder().put("shortDescription", "short").build());
    StoredVersion v1 = management().flowVersions(id).post(version(customNode(""), "v1"));
    management().flow(id).patch(ObjectValue.of("defaultVersionId", text(v1.id())));

    ObjectValue palette = management().flows().palette().toJson();

    Value shown = palette.get("customNodes").get(0);
    assertEquals(text(id), shown.get("id"));
    assertEquals(Value.of("Shown"), shown.get("name"));
    assertEquals(Value.of("short"), shown.get("shortDescription"));
    assertEquals(Value.of("v1"), shown.get("version"));
    assertEquals(text(v1.id()), shown.get("flowVersionId"));
  }
}
