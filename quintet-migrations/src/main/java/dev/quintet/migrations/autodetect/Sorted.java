package dev.quintet.migrations.autodetect;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// The operations of one app in an order in which each stands behind what it waits for in that app;
/// those that wait for nothing keep their order.
final class Sorted {

    private static final class Node {
        private int waitingFor;
        private final List<Planned> followers = new ArrayList<>();
    }

    private final Map<Planned, Node> nodes = new LinkedHashMap<>();

    private Sorted() {}

    /// @param app the app whose operations these are
    static List<Planned> of(String app, List<Planned> operations) {
        var sorted = new Sorted();
        for (Planned one : operations) {
            sorted.node(one);
            for (Dependency dependency : one.dependencies()) {
                if (dependency.model().app().equals(app)) {
                    operations.stream()
                            .filter(other -> dependency.metBy(other.operation()))
                            .forEach(other -> sorted.follow(one, other));
                }
            }
        }
        return sorted.order(operations);
    }

    private Node node(Planned one) {
        return nodes.computeIfAbsent(one, _ -> new Node());
    }

    private void follow(Planned one, Planned before) {
        node(one).waitingFor++;
        node(before).followers.add(one);
    }

    private List<Planned> order(List<Planned> operations) {
        List<Planned> order = new ArrayList<>();
        List<Planned> ready = new ArrayList<>();
        nodes.forEach((one, node) -> {
            if (node.waitingFor == 0) {
                ready.add(one);
            }
        });
        while (!ready.isEmpty()) {
            List<Planned> group = List.copyOf(ready);
            ready.clear();
            order.addAll(group);
            for (Planned one : group) {
                for (Planned follower : node(one).followers) {
                    if (--node(follower).waitingFor == 0) {
                        ready.add(follower);
                    }
                }
            }
        }
        return order.size() == operations.size() ? order : withCircles(order, operations);
    }

    /// What waits for itself stays where it was: behind the others.
    private static List<Planned> withCircles(List<Planned> order, List<Planned> operations) {
        operations.stream().filter(one -> !order.contains(one)).toList().forEach(order::add);
        return order;
    }
}
