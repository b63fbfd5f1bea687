package dev.quintet.migrations;

import dev.quintet.migrations.operations.Operation;
import dev.quintet.migrations.operations.Reduction;
import java.util.ArrayList;
import java.util.List;

/// Migrations of an app that were written side by side, to be joined by one that depends on the
/// last of each.
///
/// @param app its label
/// @param branches the migrations that each branch has for itself, in order
public record Branches(String app, List<List<Migration>> branches) {

    /// Keeps copies.
    public Branches {
        branches = branches.stream().map(List::copyOf).toList();
    }

    /// {@return the last migration of each branch}
    public List<Migration> ends() {
        return branches.stream().map(List::getLast).toList();
    }

    /// {@return the operations of different branches whose order matters, in words; none where the
    /// branches have nothing to do with each other}
    public List<String> conflicts() {
        List<String> found = new ArrayList<>();
        for (int i = 0; i < branches.size(); i++) {
            for (int j = i + 1; j < branches.size(); j++) {
                for (Migration one : branches.get(i)) {
                    for (Migration other : branches.get(j)) {
                        conflicts(one, other, found);
                    }
                }
            }
        }
        return found;
    }

    private static void conflicts(Migration one, Migration other, List<String> found) {
        for (Operation mine : one.operations()) {
            for (Operation theirs : other.operations()) {
                if (!(mine.reduce(theirs) instanceof Reduction.Apart)
                        && !(theirs.reduce(mine) instanceof Reduction.Apart)) {
                    found.add(
                            "'"
                                    + mine.describe()
                                    + "' of "
                                    + one.name().name()
                                    + " and '"
                                    + theirs.describe()
                                    + "' of "
                                    + other.name().name());
                }
            }
        }
    }
}
