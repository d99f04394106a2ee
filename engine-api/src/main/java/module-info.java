/** What a host that embeds the engine and an author of nodes see. */
module dev.sluice.api {
  requires transitive com.fasterxml.jackson.databind;
  requires transitive java.sql;
  requires transitive org.jspecify;
  requires com.fasterxml.jackson.core;
  requires static micrometer.core;

  exports dev.sluice.api.debug;
  exports dev.sluice.api.engine;
  exports dev.sluice.api.flow;
  exports dev.sluice.api.language;
  exports dev.sluice.api.manage;
  exports dev.sluice.api.meter;
  exports dev.sluice.api.node;
  exports dev.sluice.api.palette;
  exports dev.sluice.api.payload;
  exports dev.sluice.api.run;
  exports dev.sluice.api.store;
  exports dev.sluice.api.trigger;

  uses dev.sluice.api.engine.EngineProvider;
  uses dev.sluice.api.store.StoreProvider;
}
