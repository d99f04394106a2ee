package dev.sluice.core.manage;

import static dev.sluice.core.manage.TestFlows.json;
import static dev.sluice.core.manage.TestFlows.saying;
import static dev.sluice.core.manage.TestFlows.text;
import static dev.sluice.core.manage.TestFlows.version;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.sluice.api.manage.Author;
import dev.sluice.api.manage.StoredVersion;
import dev.sluice.api.payload.ObjectValue;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What is demanded of pressing a virtual button. */
interface PressContract extends TestedManagement {
  @Test
  default void aPressRunsTheVersionThatItNames() throws InterruptedException {
    String id = post(saying("Flow", "develop"));
    StoredVersion v1 = management().flowVersions(id).post(version(saying("", "v1"), "v1"));
    var flow = management().flow(id);

    flow.pressVirtualButton(json("{'key':'go','flowVersion':'v1','payload':{'a':1},'meta':2}"));
    flow.pressVirtualButton(json("{'key':'go'}"));
    awaitRuns(id, 2);
    assertEquals(json("{'develop':1,'v1':1}"), flow.getStorageEntries());
    flow.patch(ObjectValue.of("defaultVersionId", text(v1.id())));
    flow.pressVirtualButton(json("{'key':'go','deviceId':'" + UNKNOWN + "'}"));
    flow.pressVirtualButton(json("{'key':'go','flowVersion':'develop'}"));
    awaitRuns(id, 4);
    assertEquals(json("{'develop':2,'v1':2}"), flow.getStorageEntries());

    notFound(() -> flow.pressVirtualButton(json("{'key':'other'}")));
    notFound(() -> flow.pressVirtualButton(json("{'key':'go','flowVersion':'v9'}")));
    invalid(() -> flow.pressVirtualButton(json("{'payload':1}")));
    invalid(() -> flow.pressVirtualButton(json("{'key':'go','other':1}")));
  }

  @Test
  default void aPressBringsWhatItSaysAndNamesItsAuthor() throws InterruptedException {
    StringBuilder nodes = new StringBuilder();
    for (String path : List.of("data", "meta", "deviceId", "relayId", "relayType")) {
      nodes
          .append(nodes.isEmpty() ? "" : ",")
          .append("{'id':'")
          .append(path)
          .append("','type':'Keep','config':{'path':'")
          .append(path)
          .append("','entry':'")
          .append(path)
          .append("'},'outputIds':[]}");
    }
    String id =
        post(
            json(
                "{'name':'Pressed','triggers':[{'type':'virtualButton','key':'go','outputIds':"
                    + "[['data','meta','deviceId','relayId','relayType']]}],'nodes':["
                    + nodes
                    + "]}"));

    management()
        .by(new Author(APPLICATION, Author.Type.USER))
        .flow(id)
        .pressVirtualButton(
            json("{'key':'go','payload':[1],'meta':{'a':2},'deviceId':'" + UNKNOWN + "'}"));

    awaitRuns(id, 1);
    assertEquals(
        json(
            "{'data':[1],'meta':{'a':2},'deviceId':'"
                + UNKNOWN
                + "','relayId':'"
                + APPLICATION
                + "','relayType':'user'}"),
        management().flow(id).getStorageEntries());
  }

  private void awaitRuns(String flowId, long count) throws InterruptedException {
    long end = System.nanoTime() + Duration.ofSeconds(60).toNanos();
    while (runCount(flowId) < count) {
      assertTrue(System.nanoTime() < end, "The runs never ended");
      Thread.sleep(1);
    }
  }

  private double runCount(String flowId) {
    return management().flow(flowId).get().toJson().get("stats").get("runCount").toNumber();
  }
}
