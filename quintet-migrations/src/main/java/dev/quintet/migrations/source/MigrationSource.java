package dev.quintet.migrations.source;

import dev.quintet.kernel.text.JavaSource;
import dev.quintet.migrations.Migration;
import dev.quintet.migrations.MigrationName;
import dev.quintet.migrations.autodetect.MigrationDraft;
import dev.quintet.migrations.operations.Operation;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.UnaryOperator;

/// A migration as a Java file that reads well. Django: `MigrationWriter`.
public final class MigrationSource {

    private static final int BODY = 8;

    private MigrationSource() {}

    /// {@return the class of a migration: `M0002AlbumPrice` for `0002_album_price`}
    public static String className(MigrationName name) {
        var words = new StringBuilder("M");
        for (String word : name.name().split("[^A-Za-z0-9]+", -1)) {
            if (!word.isEmpty()) {
                words.append(word.substring(0, 1).toUpperCase(Locale.ROOT))
                        .append(word.substring(1));
            }
        }
        return words.toString();
    }

    /// {@return the file}
    ///
    /// @param packageName where it belongs
    /// @param draft with its final name, and dependencies that exist
    /// @param proper says how a model's class is written, by its label in any case
    public static String of(
            String packageName, MigrationDraft draft, UnaryOperator<String> proper) {
        return of(packageName, draft, proper, Map.of());
    }

    /// {@return the file}
    ///
    /// @param packageName where it belongs
    /// @param draft with its final name, and dependencies that exist
    /// @param proper says how a model's class is written, by its label in any case
    /// @param named the names of the settings that name models, by their labels in small letters
    public static String of(
            String packageName,
            MigrationDraft draft,
            UnaryOperator<String> proper,
            Map<String, String> named) {
        var source = new JavaSource();
        var operations = new Operations(new Values(source), proper, named);
        List<Code> codes = new ArrayList<>();
        for (Operation one : draft.operations()) {
            codes.add(operations.of(one));
        }
        String extended = source.name(Migration.class);
        String className = className(draft.name());
        var body = new StringBuilder();
        body.append("        super(")
                .append(JavaSource.literal(draft.name().app()))
                .append(", ")
                .append(JavaSource.literal(draft.name().name()))
                .append(");\n");
        if (!draft.atomic()) {
            body.append("        atomic(false);\n");
        }
        for (String one : draft.replaces()) {
            body.append("        replaces(").append(JavaSource.literal(one)).append(");\n");
        }
        for (MigrationName one : draft.dependencies()) {
            body.append("        ").append(dependency(one)).append(";\n");
        }
        if (!codes.isEmpty()) {
            body.append(" ".repeat(BODY));
            Code.call("operations", codes).write(body, BODY, 1);
            body.append(";\n");
        }
        return "package "
                + packageName
                + ";\n\n"
                + String.join(
                        "\n", source.imports().stream().map(one -> "import " + one + ";").toList())
                + "\n\n"
                + comment(draft)
                + "public final class "
                + className
                + " extends "
                + extended
                + " {\n\n    /// For the app's list of migrations.\n    public "
                + className
                + "() {\n"
                + body
                + "    }\n}\n";
    }

    private static String dependency(MigrationName name) {
        String app = JavaSource.literal(name.app());
        if (name.app().equals(MigrationName.SETTING)) {
            return "dependsOnModelOf(" + JavaSource.literal(name.name()) + ")";
        }
        return name.name().equals(MigrationName.FIRST)
                ? "dependsOnFirst(" + app + ")"
                : "dependsOn(" + app + ", " + JavaSource.literal(name.name()) + ")";
    }

    private static String comment(MigrationDraft draft) {
        if (draft.operations().isEmpty()) {
            return "/// Does nothing yet.\n";
        }
        var comment = new StringBuilder();
        for (Operation one : draft.operations()) {
            comment.append(comment.isEmpty() ? "/// " : "///\n/// ")
                    .append(one.describe().replaceAll("\\s+", " "))
                    .append(".\n");
        }
        return comment.toString();
    }

    /// {@return the file that lists an app's migrations, `Migrations.java`}
    ///
    /// @param classes all of them, in order, as the file may call them
    public static String list(String packageName, List<String> classes) {
        String lines =
                String.join(
                        ",\n",
                        classes.stream().map(one -> "                new " + one + "()").toList());
        return "package "
                + packageName
                + ";\n\nimport "
                + Migration.class.getName()
                + ";\nimport java.util.List;\n\n"
                + "/// The app's migrations, in order. Written by makemigrations, which adds to it.\n"
                + "public final class Migrations {\n\n    private Migrations() {}\n\n"
                + "    /// {@return all of them}\n"
                + "    public static List<Migration> all() {\n        return List.of(\n"
                + lines
                + ");\n    }\n}\n";
    }
}
