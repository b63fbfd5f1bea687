package dev.quintet.orm;

import dev.quintet.orm.tree.Node;
import dev.quintet.orm.tree.Ordering;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// The rows around each row that a window looks at. Immutable. Django: `Window(partition_by,
/// order_by, frame)`.
///
/// @param <R> the model that it starts from
public final class Over<R> {

    private final List<Node> partition;
    private final List<Ordering> order;
    private final Node.@Nullable Frame frame;

    Over(List<Node> partition, List<Ordering> order, Node.@Nullable Frame frame) {
        this.partition = partition;
        this.order = order;
        this.frame = frame;
    }

    /// {@return these rows in an order}
    @SafeVarargs
    @SuppressWarnings("varargs") // only read
    public final <S extends R> Over<S> orderBy(Sort<? super S>... keys) {
        List<Ordering> sorted = new ArrayList<>(keys.length);
        for (Sort<? super S> key : keys) {
            sorted.add(key.ordering());
        }
        return new Over<>(partition, sorted, frame);
    }

    /// {@return of these rows so many around each}
    ///
    /// @param start rows before when negative, behind when positive; null for all before
    /// @param end likewise; null for all behind
    public Over<R> rows(@Nullable Integer start, @Nullable Integer end) {
        return new Over<>(partition, order, new Node.Frame(Node.Frame.Unit.ROWS, start, end));
    }

    /// {@return of these rows those whose value in the order is so far away}
    ///
    /// @param start below when negative; null for all before
    /// @param end above when positive; null for all behind
    public Over<R> range(@Nullable Integer start, @Nullable Integer end) {
        return new Over<>(partition, order, new Node.Frame(Node.Frame.Unit.RANGE, start, end));
    }

    /// {@return of these rows all but some around each: without a frame, of those from the first up
    /// to each}
    ///
    /// MariaDB cannot do it.
    public Over<R> excluding(FrameExclusion without) {
        Node.Frame all = frame == null ? new Node.Frame(Node.Frame.Unit.RANGE, null, 0) : frame;
        return new Over<>(
                partition, order, new Node.Frame(all.unit(), all.start(), all.end(), without));
    }

    List<Node> partition() {
        return partition;
    }

    List<Ordering> order() {
        return order;
    }

    Node.@Nullable Frame frame() {
        return frame;
    }
}
