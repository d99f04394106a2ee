/** The nodes that come with the engine. */
module dev.sluice.nodes {
  requires dev.sluice.api;
  requires static org.jspecify;
}
