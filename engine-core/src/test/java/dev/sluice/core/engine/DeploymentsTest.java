package dev.sluice.core.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

/** The first flows of an engine are made when they are needed, each once. */
class DeploymentsTest {
  private final Deployments deployments = new Deployments();

  @Test
  void aFlowIsMadeWhenItIsFoundAndOnlyOnce() {
    List<String> made = new ArrayList<>();
    deployments.begin(
        Set.of("a", "b"),
        id -> {
          made.add(id);
          return Optional.of(DeployedFlow.empty());
        });

    Optional<DeployedFlow> found = deployments.find("a");

    assertTrue(found.isPresent());
    assertEquals(List.of("a"), made);
    assertEquals(Optional.empty(), deployments.find("c"));
    deployments.readAll();
    assertTrue(deployments.isComplete());
    assertEquals(List.of("a", "b"), made);
    assertSame(found.get(), deployments.find("a").orElseThrow());
  }

  @Test
  void aFlowIsFoundWhileAnotherIsBeingMade() throws InterruptedException {
    CountDownLatch making = new CountDownLatch(1);
    CountDownLatch go = new CountDownLatch(1);
    deployments.begin(
        Set.of("fast", "slow"),
        id -> {
          if (id.equals("slow")) {
            making.countDown();
            await(go);
          }
          return Optional.of(DeployedFlow.empty());
        });
    Thread reader = Thread.startVirtualThread(deployments::readAll);
    making.await();

    assertTrue(deployments.find("fast").isPresent());
    assertFalse(deployments.isComplete());

    go.countDown();
    reader.join();
    assertTrue(deployments.isComplete());
  }

  private static void await(CountDownLatch latch) {
    try {
      latch.await();
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  @Test
  void whatCannotBeMadeIsNotInService() {
    deployments.begin(Set.of("a"), id -> Optional.empty());

    assertEquals(Optional.empty(), deployments.find("a"));
    deployments.readAll();
    assertEquals(Optional.empty(), deployments.find("a"));
    assertFalse(deployments.remove("a"));
  }

  @Test
  void aFlowThatIsTakenOutOfServiceBeforeAnyoneAskedDoesNotComeBack() {
    deployments.begin(Set.of("a", "b"), id -> Optional.of(DeployedFlow.empty()));

    assertTrue(deployments.remove("a"));

    assertEquals(Optional.empty(), deployments.find("a"));
    assertTrue(deployments.find("b").isPresent());
  }

  @Test
  void aFlowIsUpdatedFromWhatItWasAtFirst() {
    DeployedFlow first = DeployedFlow.empty();
    deployments.begin(Set.of("a"), id -> Optional.of(first));

    deployments.update("a", known -> known.with(false, null));

    DeployedFlow updated = deployments.find("a").orElseThrow();
    assertFalse(updated.enabled());
    assertSame(first.lane(), updated.lane());
  }

  @Test
  void whoComesAfterAFailureTriesAgain() {
    AtomicInteger attempts = new AtomicInteger();
    deployments.begin(
        Set.of("a"),
        id -> {
          if (attempts.incrementAndGet() == 1) {
            throw new IllegalStateException("out of luck");
          }
          return Optional.of(DeployedFlow.empty());
        });

    assertThrows(IllegalStateException.class, deployments::readAll);

    assertFalse(deployments.isComplete());
    assertTrue(deployments.find("a").isPresent());
    deployments.readAll();
    assertTrue(deployments.isComplete());
  }
}
