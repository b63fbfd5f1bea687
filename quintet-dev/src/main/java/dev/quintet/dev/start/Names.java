package dev.quintet.dev.start;

import dev.quintet.kernel.command.CommandException;
import dev.quintet.kernel.error.Problem;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import javax.lang.model.SourceVersion;

/// What projects and apps may be called, and how their names are written in other places.
final class Names {

    /// Names of classes that the files of a template speak of.
    private static final Set<String> TAKEN =
            Set.of(
                    "App",
                    "Client",
                    "Entry",
                    "Entries",
                    "Home",
                    "HomeApp",
                    "List",
                    "Map",
                    "Migration",
                    "Migrations",
                    "Object",
                    "Override",
                    "Request",
                    "Response",
                    "Routes",
                    "Settings",
                    "Site",
                    "SiteTest",
                    "String",
                    "Test");

    private static final Set<String> ROOTS = Set.of("java", "javax", "jdk", "dev", "sun", "org");

    private Names() {}

    /// Refuses what cannot be a package and, with a capital, a class.
    static void refuseUnlessName(String name) {
        boolean fits =
                name.matches("[a-z][a-z0-9_]*")
                        && SourceVersion.isName(name, SourceVersion.latest())
                        && !ROOTS.contains(name)
                        && !TAKEN.contains(type(name));
        if (!fits) {
            String better = name.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9_]+", "_");
            boolean usable = better.matches("[a-z][a-z0-9_]*") && !better.equals(name);
            throw new CommandException(
                    Problem.of("dev.E010", "'" + name + "' cannot be the name of a package.")
                            .because(
                                    "It is small letters, digits and _, no word of Java, and no"
                                            + " name that the files themselves use.")
                            .fixedBy(usable ? "Call it " + better + "." : "Choose another."));
        }
    }

    /// Refuses what is no package.
    static void refuseUnlessPackage(String name) {
        if (!SourceVersion.isName(name, SourceVersion.latest()) || name.startsWith("java.")) {
            throw new CommandException(
                    Problem.of("dev.E010", "'" + name + "' cannot be the name of a package.")
                            .fixedBy("Write it like com.example.shop."));
        }
    }

    /// {@return `RecordShop` for `record_shop`}
    static String type(String name) {
        return String.join("", words(name));
    }

    /// {@return `Record Shop` for `record_shop`}
    static String title(String name) {
        return String.join(" ", words(name));
    }

    private static List<String> words(String name) {
        return List.of(name.split("_+", -1)).stream()
                .filter(word -> !word.isEmpty())
                .map(word -> word.substring(0, 1).toUpperCase(Locale.ROOT) + word.substring(1))
                .toList();
    }
}
