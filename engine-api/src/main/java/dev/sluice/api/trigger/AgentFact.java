package dev.sluice.api.trigger;

/** Something that happened on a gateway, for the edge flows there. */
public sealed interface AgentFact extends Fact
    permits AgentConnect,
        AgentDisconnect,
        AgentStart,
        AgentSync,
        BeckhoffChange,
        DeviceCommand,
        EdgeRequest,
        FileTail,
        FileWatch,
        OpcUaChange,
        RedisMessage,
        SerialData,
        SnmpTrap,
        UdpDatagram {}
