package dev.quintet.migrations.autodetect;

import dev.quintet.migrations.operations.Operation;
import dev.quintet.migrations.operations.Reduction;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Makes a list of operations shorter without changing what it does: what is created and then
/// altered is created right, what is created and then deleted is nothing. Django:
/// `MigrationOptimizer`.
public final class Optimizer {

    private Optimizer() {}

    /// {@return operations that do the same, as few as the rules find}
    public static List<Operation> shortened(List<Operation> operations) {
        List<Operation> before = operations;
        while (true) {
            List<Operation> after = pass(before);
            if (after.equals(before)) {
                return after;
            }
            before = after;
        }
    }

    private static List<Operation> pass(List<Operation> operations) {
        List<Operation> done = new ArrayList<>();
        for (int i = 0; i < operations.size(); i++) {
            List<Operation> rest = reduced(operations.subList(i, operations.size()));
            if (rest != null) {
                done.addAll(rest);
                return done;
            }
            done.add(operations.get(i));
        }
        return done;
    }

    /// {@return the operations with the first of them reduced, or `null` where it has to stay}
    private static @Nullable List<Operation> reduced(List<Operation> operations) {
        Operation first = operations.getFirst();
        boolean right = true;
        for (int i = 1; i < operations.size(); i++) {
            Operation other = operations.get(i);
            switch (first.reduce(other)) {
                case Reduction.Into(List<Operation> result) -> {
                    List<Operation> between = operations.subList(1, i);
                    List<Operation> whole = new ArrayList<>();
                    if (right) {
                        whole.addAll(between);
                        whole.addAll(result);
                    } else if (between.stream().allMatch(one -> apart(one, other))) {
                        // What stands between may as well come behind the other.
                        whole.addAll(result);
                        whole.addAll(between);
                    } else {
                        return null;
                    }
                    whole.addAll(operations.subList(i + 1, operations.size()));
                    return whole;
                }
                case Reduction.Apart _ -> {}
                case Reduction.Bound _ -> right = false;
            }
        }
        return null;
    }

    private static boolean apart(Operation one, Operation other) {
        return one.reduce(other) instanceof Reduction.Apart;
    }
}
