package dev.sluice.core.manage;

import static dev.sluice.core.manage.TestFlows.calling;
import static dev.sluice.core.manage.TestFlows.customNode;
import static dev.sluice.core.manage.TestFlows.json;
import static dev.sluice.core.manage.TestFlows.saying;
import static dev.sluice.core.manage.TestFlows.text;
import static dev.sluice.core.manage.TestFlows.version;
import static dev.sluice.core.manage.TestedManagement.names;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.sluice.api.engine.Engine;
import dev.sluice.api.manage.BrokenVersion;
import dev.sluice.api.manage.FlowsQuery;
import dev.sluice.api.manage.StoredVersion;
import dev.sluice.api.payload.ObjectValue;
import dev.sluice.api.payload.Value;
import dev.sluice.api.run.RunRejectedException;
import dev.sluice.api.store.Document;
import dev.sluice.api.store.Documents;
import dev.sluice.api.trigger.Firing;
import dev.sluice.api.trigger.TimerTick;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/** What is demanded of engines on a store that has flows. */
interface OpeningContract extends TestedManagement {
  @Test
  default void whatIsInTheStoreIsInServiceWhenAnEngineOpensIt() {
    String node = post(customNode("Node"));
    String id = post(calling("Kept", node, "develop"));
    StoredVersion v1 = management().flowVersions(id).post(version(saying("", "v1"), "v1"));
    management().flow(id).patch(ObjectValue.of("defaultVersionId", text(v1.id())));
    String timed =
        post(
            json(
                "{'name':'Timed','triggers':[{'type':'timer','key':'each','outputIds':[['a']]}],"
                    + "'nodes':[{'id':'a','type':'Say','config':{'entry':'tick'}}]}"));
    ObjectValue before = management().flow(id).get().toJson();

    Engine second = another();

    assertEquals(before, second.manage().flow(id).get().toJson());
    second.run(id, Firing.virtualButton());
    second.run(id, Firing.virtualButton().withVersion("develop"));
    second.publish(TimerTick.of("each")).forEach(run -> run.join());
    assertEquals(json("{'v1':1}"), second.manage().flow(id).getStorageEntries());
    assertEquals(json("{'tick':1}"), second.manage().flow(timed).getStorageEntries());
    assertEquals(Value.of(2), second.manage().flow(id).get().toJson().get("stats").get("runCount"));
    assertEquals(List.of(), second.manage().brokenVersions());
  }

  @Test
  default void aVersionThatNoLongerCompilesStopsNothingElse() {
    String sound = post(saying("Sound", "a"));
    String id = post(saying("Broken", "a"));
    Documents documents = store().documents();
    Documents.Snapshot snapshot = documents.snapshot();
    List<Document> changed = new ArrayList<>();
    for (Document.Head head : snapshot.heads()) {
      if (head.id().equals(id)) {
        String body = String.valueOf(documents.bodies(List.of(id)).get(id));
        changed.add(new Document(head, body.replace("Say", "Vanished")));
      }
    }
    changed.add(new Document(new Document.Head(UNKNOWN, null, "{'no':'head'}"), "{}"));
    documents.commit(new Documents.Change(snapshot.revision(), changed, List.of(), List.of()));

    Engine second = another();

    second.run(sound, Firing.virtualButton());
    assertEquals(
        List.of(UNKNOWN),
        second.manage().brokenVersions().stream().map(broken -> broken.flowId()).toList());
    RunRejectedException rejected =
        assertThrows(RunRejectedException.class, () -> second.run(id, Firing.virtualButton()));
    assertEquals(RunRejectedException.Reason.INVALID_FLOW, rejected.reason());
    assertTrue(String.valueOf(rejected.getMessage()).contains("Vanished"));
    assertEquals(
        Set.of(UNKNOWN, id),
        new TreeSet<>(
            second.manage().brokenVersions().stream().map(broken -> broken.flowId()).toList()));
    second.manage().flow(id).patch(saying("Mended", "b").toBuilder().remove("flowClass").build());
    second.run(id, Firing.virtualButton());
    assertEquals(json("{'b':1}"), second.manage().flow(id).getStorageEntries());
    assertEquals(1, second.manage().brokenVersions().size());
  }

  @Test
  default void aVersionWhoseHeadIsDamagedIsNamedAndStopsNothingElse() {
    String id = post(saying("Flow", "develop"));
    management().flowVersions(id).post(version(saying("", "v1"), "v1"));
    StoredVersion v2 = management().flowVersions(id).post(version(saying("", "v2"), "v2"));
    Documents.Snapshot snapshot = store().documents().snapshot();
    store()
        .documents()
        .commit(
            new Documents.Change(
                snapshot.revision(),
                List.of(),
                List.of(new Document.Head(String.valueOf(v2.id()), id, "{\"version\":")),
                List.of()));

    Engine second = another();

    second.run(id, Firing.virtualButton().withVersion("v1"));
    RunRejectedException rejected =
        assertThrows(
            RunRejectedException.class,
            () -> second.run(id, Firing.virtualButton().withVersion("v2")));
    assertEquals(RunRejectedException.Reason.NO_FLOW, rejected.reason());
    second.manage().flow(id).patch(json("{'name':'Another name'}"));
    List<BrokenVersion> broken = second.manage().brokenVersions();
    assertEquals(1, broken.size());
    assertEquals(id, broken.getFirst().flowId());
    assertEquals(v2.id(), broken.getFirst().version());
    assertTrue(broken.getFirst().problems().getFirst().message().contains(String.valueOf(v2.id())));
  }

  @Test
  default void enginesOnOneStoreDoNotLoseEachOthersChanges() {
    Engine second = another();
    String one = post(saying("one", "a"));
    String two = second.manage().flows().post(saying("two", "a")).id();
    management().flow(one).patch(json("{'name':'uno'}"));

    assertEquals(List.of("two", "uno"), names(management().flows().get(FlowsQuery.defaults())));
    run(two);
    second.manage().flow(two).patch(json("{'name':'due'}"));
    assertEquals(List.of("due", "uno"), names(second.manage().flows().get(FlowsQuery.defaults())));
    second.run(one, Firing.virtualButton());
  }
}
