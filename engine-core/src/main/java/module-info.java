/** The engine. Hosts see it through {@code dev.sluice.api} only. */
module dev.sluice.core {
  requires transitive dev.sluice.api;
  requires com.fasterxml.jackson.core;
  requires com.fasterxml.jackson.dataformat.yaml;
  requires com.github.benmanes.caffeine;
  requires java.sql;
  requires org.yaml.snakeyaml;
  requires re2j;
  requires static micrometer.core;
  requires static org.jspecify;

  // What durable stores need, and a host that has none does not.
  requires static flyway.core;
  requires static org.xerial.sqlitejdbc;

  // What a host's command line needs and an embedding host does not.
  exports dev.sluice.core.document to
      dev.sluice.server;

  // What the benchmarks measure apart from flows.
  exports dev.sluice.core.graph to
      dev.sluice.bench;
  exports dev.sluice.core.language to
      dev.sluice.bench;
  exports dev.sluice.core.record to
      dev.sluice.bench;
  exports dev.sluice.core.store to
      dev.sluice.bench;
  exports dev.sluice.core.trigger to
      dev.sluice.bench;

  uses dev.sluice.api.node.NodeType;

  provides dev.sluice.api.engine.EngineProvider with
      dev.sluice.core.engine.SluiceEngineProvider;
  provides dev.sluice.api.store.StoreProvider with
      dev.sluice.core.store.SluiceStoreProvider;
}
