package dev.quintet.bench.chaos;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.LongAdder;

/// What visitors saw, written down on their side of the wire. Safe for many threads.
final class Ledger {

    /// An order whose page a buyer has seen.
    ///
    /// @param mark of the checkout, no other has the same
    /// @param lines copies by record, as the page showed them
    record Bought(String mark, String token, Map<Long, Integer> lines) {}

    /// An answer of 500 or above.
    record Failure(String id, int status, String what, Instant at) {}

    final LongAdder requests = new LongAdder();

    /// Requests that no answer came to: the visitor cannot know what became of them.
    final LongAdder unanswered = new LongAdder();

    /// Buttons that were pressed twice at once.
    final LongAdder doublePresses = new LongAdder();

    /// Confirmations that were sent again, because no answer or a bad one came.
    final LongAdder repeats = new LongAdder();

    final LongAdder apologies = new LongAdder();
    final LongAdder signIns = new LongAdder();

    private final AtomicLong ids = new AtomicLong();
    private final Queue<Bought> bought = new ConcurrentLinkedQueue<>();
    private final Queue<Failure> failures = new ConcurrentLinkedQueue<>();
    private final Queue<String> surprises = new ConcurrentLinkedQueue<>();
    private final Queue<Long> sent = new ConcurrentLinkedQueue<>();

    String newId() {
        return "chaos-" + ids.incrementAndGet();
    }

    void bought(Bought order) {
        bought.add(order);
    }

    List<Bought> bought() {
        return List.copyOf(bought);
    }

    void failed(Failure failure) {
        failures.add(failure);
    }

    List<Failure> failures() {
        return List.copyOf(failures);
    }

    /// What nobody should have got, whatever was broken meanwhile.
    void surprised(String what) {
        surprises.add(what);
    }

    List<String> surprises() {
        return List.copyOf(surprises);
    }

    /// Orders of which staff was told that they are marked as sent.
    void sent(long order) {
        sent.add(order);
    }

    List<Long> sent() {
        return List.copyOf(sent);
    }
}
