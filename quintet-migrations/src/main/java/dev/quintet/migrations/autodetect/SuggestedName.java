package dev.quintet.migrations.autodetect;

import dev.quintet.migrations.operations.Operation;
import java.util.List;

/// Calls a migration by what it does.
final class SuggestedName {

    private static final int LONGEST = 52;

    private SuggestedName() {}

    static String of(List<Operation> operations, String otherwise) {
        List<String> fragments =
                operations.stream()
                        .map(Operation::nameFragment)
                        .filter(fragment -> !fragment.isEmpty())
                        .map(fragment -> fragment.replaceAll("(?U)\\W+", "_"))
                        .toList();
        if (fragments.isEmpty() || fragments.size() != operations.size()) {
            return otherwise;
        }
        var name = new StringBuilder(fragments.getFirst());
        for (String fragment : fragments.subList(1, fragments.size())) {
            if (name.length() + 1 + fragment.length() > LONGEST) {
                return name.append("_and_more").toString();
            }
            name.append('_').append(fragment);
        }
        return name.toString();
    }
}
