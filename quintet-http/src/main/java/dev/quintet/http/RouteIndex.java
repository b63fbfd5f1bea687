package dev.quintet.http;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Finds the few leaves that may match a path among thousands: a tree of what stands between the
/// slashes. Whether they do match, and in which order, is for the patterns to say.
final class RouteIndex {

    private static final class Node {
        final Map<String, Node> literal = new HashMap<>();
        @Nullable Node any;
        final List<Leaf> here = new ArrayList<>();
        final List<Leaf> below = new ArrayList<>();
    }

    private final Node root = new Node();

    RouteIndex(List<Leaf> leaves) {
        for (Leaf leaf : leaves) {
            add(leaf);
        }
    }

    /// {@return the leaves that may match, in their order}
    ///
    /// @param from where the path begins, after its first slash
    List<Leaf> candidates(String path, int from) {
        var found = new ArrayList<Leaf>(4);
        collect(root, path, from, found);
        if (found.size() > 1) {
            found.sort((a, b) -> Integer.compare(a.order, b.order));
        }
        return found;
    }

    private void add(Leaf leaf) {
        Node node = root;
        List<PathPattern.Segment> segments = segments(leaf);
        for (PathPattern.Segment segment : segments) {
            if (segment.last()) {
                node.below.add(leaf);
                return;
            }
            if (segment.literal() == null) {
                if (node.any == null) {
                    node.any = new Node();
                }
                node = node.any;
            } else {
                node = node.literal.computeIfAbsent(segment.literal(), text -> new Node());
            }
        }
        node.here.add(leaf);
    }

    /// Joins the segments of the steps: the last of one and the first of the next are one piece.
    private static List<PathPattern.Segment> segments(Leaf leaf) {
        var all = new ArrayList<PathPattern.Segment>();
        for (PathPattern step : leaf.steps) {
            List<PathPattern.Segment> own = step.segments();
            int first = 0;
            if (!all.isEmpty()) {
                PathPattern.Segment a = all.removeLast();
                PathPattern.Segment b = own.getFirst();
                boolean varies = a.literal() == null || b.literal() == null;
                all.add(
                        new PathPattern.Segment(
                                varies ? null : a.literal() + b.literal(), b.last()));
                first = 1;
            }
            for (int i = first; i < own.size(); i++) {
                all.add(own.get(i));
            }
            if (all.getLast().last()) {
                break;
            }
        }
        return all;
    }

    private static void collect(Node node, String path, int from, List<Leaf> found) {
        found.addAll(node.below);
        if (from > path.length()) {
            found.addAll(node.here);
            return;
        }
        int slash = path.indexOf('/', from);
        int end = slash < 0 ? path.length() : slash;
        Node literal = node.literal.isEmpty() ? null : node.literal.get(path.substring(from, end));
        if (literal != null) {
            collect(literal, path, end + 1, found);
        }
        if (node.any != null) {
            collect(node.any, path, end + 1, found);
        }
    }
}
