import dev.sluice.api.node.NodeType;

/** The nodes that come with the engine. */
module dev.sluice.nodes {
  requires dev.harrel.jsonschema;
  requires dev.sluice.api;
  requires java.management;
  requires java.xml;
  requires jdk.management;
  requires org.bouncycastle.provider;
  requires org.graalvm.polyglot;
  requires org.jsoup;
  requires static org.jspecify;

  exports dev.sluice.nodes.script to
      dev.sluice.bench;

  // The engine binds configurations to the nodes' records.
  opens dev.sluice.nodes.crypto to
      dev.sluice.core;
  opens dev.sluice.nodes.customnode to
      dev.sluice.core;
  opens dev.sluice.nodes.data to
      dev.sluice.core;
  opens dev.sluice.nodes.debug to
      dev.sluice.core;
  opens dev.sluice.nodes.logic to
      dev.sluice.core;
  opens dev.sluice.nodes.script to
      dev.sluice.core;
  opens dev.sluice.nodes.storage to
      dev.sluice.core;
  opens dev.sluice.nodes.workflow to
      dev.sluice.core;

  provides NodeType with
      dev.sluice.nodes.crypto.CertificateCreateNode,
      dev.sluice.nodes.crypto.CertificateReadNode,
      dev.sluice.nodes.crypto.CryptoSignNode,
      dev.sluice.nodes.crypto.CryptoVerifyNode,
      dev.sluice.nodes.crypto.HashNode,
      dev.sluice.nodes.crypto.JWTCreateNode,
      dev.sluice.nodes.crypto.JWTDecodeNode,
      dev.sluice.nodes.crypto.JWTVerifyNode,
      dev.sluice.nodes.customnode.CustomNodeCapNode,
      dev.sluice.nodes.customnode.CustomNodeExecuteNode,
      dev.sluice.nodes.data.CSVDecodeNode,
      dev.sluice.nodes.data.CSVEncodeNode,
      dev.sluice.nodes.data.DateTimeNode,
      dev.sluice.nodes.data.HtmlParserNode,
      dev.sluice.nodes.data.ValidatePayloadNode,
      dev.sluice.nodes.debug.AnnotationNode,
      dev.sluice.nodes.debug.DebugNode,
      dev.sluice.nodes.debug.ThrowErrorNode,
      dev.sluice.nodes.logic.ArrayNode,
      dev.sluice.nodes.logic.Base64DecodeNode,
      dev.sluice.nodes.logic.Base64EncodeNode,
      dev.sluice.nodes.logic.BranchOnChangeNode,
      dev.sluice.nodes.logic.ConditionalNode,
      dev.sluice.nodes.logic.DelayNode,
      dev.sluice.nodes.logic.ExistsNode,
      dev.sluice.nodes.logic.GenerateIdNode,
      dev.sluice.nodes.logic.GeofenceNode,
      dev.sluice.nodes.logic.JsonDecodeNode,
      dev.sluice.nodes.logic.JsonEncodeNode,
      dev.sluice.nodes.logic.LatchNode,
      dev.sluice.nodes.logic.LoopCapNode,
      dev.sluice.nodes.logic.LoopNode,
      dev.sluice.nodes.logic.MathNode,
      dev.sluice.nodes.logic.MutateNode,
      dev.sluice.nodes.logic.ObjectNode,
      dev.sluice.nodes.logic.RandomNumberNode,
      dev.sluice.nodes.logic.StringNode,
      dev.sluice.nodes.logic.SwitchNode,
      dev.sluice.nodes.logic.ThrottleNode,
      dev.sluice.nodes.logic.TimeRangeNode,
      dev.sluice.nodes.script.RawFunctionNode,
      dev.sluice.nodes.storage.GetValueNode,
      dev.sluice.nodes.storage.StoreValueNode,
      dev.sluice.nodes.workflow.WorkflowTriggerNode;
}
