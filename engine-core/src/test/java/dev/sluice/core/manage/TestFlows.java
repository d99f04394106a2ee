package dev.sluice.core.manage;

import dev.sluice.api.payload.ObjectValue;
import dev.sluice.api.payload.Value;
import org.jspecify.annotations.Nullable;

/** Flows and versions, as callers write them. */
final class TestFlows {
  private TestFlows() {}

  static ObjectValue json(String text) {
    return (ObjectValue) Value.parseJson(text.replace('\'', '"'));
  }

  /** A flow that a button starts, and that says that it ran in a storage entry. */
  static ObjectValue saying(String name, String entry) {
    return json(
        "{'name':'"
            + name
            + "','triggers':[{'type':'virtualButton','key':'go','config':{},'outputIds':[['a']]}],"
            + "'nodes':[{'id':'a','type':'Say','config':{'entry':'"
            + entry
            + "'},'outputIds':[]}]}");
  }

  static ObjectValue failing(String name) {
    return json(
        "{'name':'"
            + name
            + "','triggers':[{'type':'virtualButton','key':'go','outputIds':[['a']]}],"
            + "'nodes':[{'id':'a','type':'Fail','meta':{'label':'Breaks'},'outputIds':[]}]}");
  }

  static ObjectValue customNode(String name, String... calls) {
    StringBuilder nodes = new StringBuilder("{'id':'r','type':'CustomNodeCapNode'}");
    StringBuilder first = new StringBuilder("'r'");
    for (String call : calls) {
      nodes
          .append(",{'id':'c-")
          .append(call)
          .append("','type':'Call','config':{'customNodeId':'")
          .append(call)
          .append("'},'outputIds':[]}");
      first.append(",'c-").append(call).append("'");
    }
    return json(
        "{'name':'"
            + name
            + "','flowClass':'customNode','triggers':[{'type':'customNodeStart','outputIds':[["
            + first
            + "]]}],'nodes':["
            + nodes
            + "],'customNodeConfig':{'outputCount':1,'resultMode':'optional','fields':[]}}");
  }

  static ObjectValue calling(String name, String customNode, String version) {
    return json(
        "{'name':'"
            + name
            + "','triggers':[{'type':'virtualButton','key':'go','outputIds':[['c']]}],"
            + "'nodes':[{'id':'c','type':'Call','config':{'customNodeId':'"
            + customNode
            + "','customNodeVersion':'"
            + version
            + "'},'outputIds':[]}]}");
  }

  static ObjectValue version(ObjectValue flow, String name) {
    return flow.toBuilder().remove("name").remove("flowClass").put("version", name).build();
  }

  static Value text(@Nullable String text) {
    return Value.of(String.valueOf(text));
  }
}
