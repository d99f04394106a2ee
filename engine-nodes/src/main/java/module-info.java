/** The nodes that come with the engine. */
module dev.sluice.nodes {
  requires dev.sluice.api;
  requires java.management;
  requires jdk.management;
  requires org.graalvm.polyglot;
  requires static org.jspecify;
}
