package dev.quintet.conformance;

import dev.quintet.migrations.MigrationName;
import dev.quintet.migrations.autodetect.Autodetector;
import dev.quintet.migrations.autodetect.MigrationDraft;
import dev.quintet.migrations.autodetect.Optimizer;
import dev.quintet.migrations.autodetect.Questioner;
import dev.quintet.migrations.operations.AlterModelOptions;
import dev.quintet.migrations.operations.AlterUniqueTogether;
import dev.quintet.migrations.operations.Operation;
import dev.quintet.migrations.operations.ProjectState;
import dev.quintet.orm.state.FieldState;
import dev.quintet.orm.state.ModelOptions;
import dev.quintet.orm.state.ModelState;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/// What the models have become, told as migrations, and lists of operations made shorter.
final class MigrationsPart implements Part {

    @Override
    public boolean covers(Case recorded) {
        return recorded.area().equals("autodetector") || recorded.area().equals("optimizer");
    }

    @Override
    public Outcome run(Case c) {
        return c.area().equals("optimizer") ? optimize(c) : detect(c);
    }

    private static Outcome optimize(Case c) {
        var operations = new DjangoOperations(c.text("app_label"));
        return same(
                operations.all(c.list("optimized")),
                Optimizer.shortened(operations.all(c.list("operations"))));
    }

    private static Outcome detect(Case c) {
        Set<String> users = new HashSet<>();
        for (Object model : c.list("after")) {
            if (DjangoStates.isUser(DjangoStates.map(model))) {
                users.add(DjangoStates.model(DjangoStates.map(model)).label());
            }
        }
        Set<String> unmigrated =
                new HashSet<>(DjangoStates.texts(c.object("real_apps").get("before")));
        Map<String, List<MigrationDraft>> got =
                Autodetector.of(
                                state(c.list("before")),
                                state(c.list("after")),
                                new Recorded(c.object("questioner")))
                        .leaving(unmigrated)
                        .beginningWith(users)
                        .naming(named(c, users))
                        .changes(_ -> null);
        Map<String, @Nullable Object> expected = c.object("changes");
        if (!expected.keySet().equals(got.keySet())) {
            return Outcome.failed(c.raw("summary"), got);
        }
        Outcome outcome = Outcome.passed();
        for (var app : expected.entrySet()) {
            List<?> drafts = DjangoStates.list(app.getValue());
            List<MigrationDraft> ours = got.getOrDefault(app.getKey(), List.of());
            outcome = outcome.and(() -> same(app.getKey(), drafts, ours));
        }
        return outcome;
    }

    /// {@return by the label of its model, the setting that names users, where that shows}
    private static Map<String, String> named(Case c, Set<String> users) {
        String user = users.isEmpty() ? "auth.User" : users.iterator().next();
        boolean shows = c.object("changes").toString().contains(MigrationName.SETTING);
        return shows ? Map.of(user.toLowerCase(Locale.ROOT), "AUTH_USER_MODEL") : Map.of();
    }

    private static ProjectState state(List<?> json) {
        List<ModelState> models = new ArrayList<>();
        json.forEach(one -> models.add(DjangoStates.model(DjangoStates.map(one))));
        return ProjectState.of(models);
    }

    private static Outcome same(String app, List<?> expected, List<MigrationDraft> got) {
        if (expected.size() != got.size()) {
            return Outcome.failed(expected, got);
        }
        Outcome outcome = Outcome.passed();
        for (int i = 0; i < got.size(); i++) {
            Map<?, ?> one = DjangoStates.map(expected.get(i));
            MigrationDraft draft = got.get(i);
            outcome =
                    outcome.and(() ->
                                    same(
                                            new DjangoOperations(app)
                                                    .all(DjangoStates.list(one.get("operations"))),
                                            draft.operations()))
                            .and(() -> Outcome.compare(words(one), words(draft)));
        }
        return outcome;
    }

    /// What the migration is called, what it waits for, and what it says that it does.
    private static List<Object> words(Map<?, ?> expected) {
        var after = new TreeSet<String>();
        for (Object one : DjangoStates.list(expected.get("dependencies"))) {
            after.add(String.join(".", DjangoStates.texts(one)));
        }
        List<String> does = new ArrayList<>();
        DjangoStates.list(expected.get("operations"))
                .forEach(one -> does.add(DjangoStates.text(DjangoStates.map(one), "describe")));
        String name = DjangoStates.text(expected, "suggested_name");
        return List.of(
                DjangoStates.text(expected, "name"),
                name.startsWith("auto_") ? "auto" : name,
                after,
                Boolean.TRUE.equals(expected.get("initial")),
                does);
    }

    private static List<Object> words(MigrationDraft draft) {
        var after = new TreeSet<String>();
        draft.dependencies().forEach(one -> after.add(one.toString()));
        return List.of(
                draft.name().name(),
                draft.suggestedName("auto"),
                after,
                draft.initial(),
                draft.operations().stream().map(Operation::describe).toList());
    }

    private static Outcome same(List<Operation> expected, List<Operation> got) {
        return Outcome.compare(unordered(expected), unordered(got));
    }

    /// {@return the operations, what is a set in Django in one order}
    private static List<Operation> unordered(List<Operation> operations) {
        return operations.stream()
                .map(one ->
                        switch (one) {
                            case AlterUniqueTogether(String label, List<List<String>> sets) ->
                                    new AlterUniqueTogether(label, sorted(sets));
                            case AlterModelOptions(String label, ModelOptions options) ->
                                    new AlterModelOptions(label, told(label, options));
                            default -> one;
                        })
                .toList();
    }

    /// {@return the options, less what follows from the model's name, whose case Django leaves out}
    private static ModelOptions told(String label, ModelOptions options) {
        String name = label.substring(label.indexOf('.') + 1);
        boolean usual = options.verboseName().replace(" ", "").equalsIgnoreCase(name);
        return options.changed(draft -> {
            draft.proxy(false);
            if (usual) {
                draft.named("", "");
            }
        });
    }

    private static List<List<String>> sorted(List<List<String>> sets) {
        return sets.stream().sorted((a, b) -> a.toString().compareTo(b.toString())).toList();
    }

    /// Answers as Django's questioner was told to, and fails where it must not be asked.
    private record Recorded(Map<String, @Nullable Object> json) implements Questioner {

        @Override
        public boolean renamedModel(ModelState gone, ModelState added) {
            return yes("ask_rename_model");
        }

        @Override
        public boolean renamedField(ModelState model, FieldState gone, FieldState added) {
            return yes("ask_rename");
        }

        @Override
        public Optional<Object> defaultOfNew(ModelState model, FieldState field) {
            refuse(
                    field.touch() == dev.quintet.orm.state.Touch.ON_CREATE
                            ? "ask_auto_now_add_addition"
                            : "ask_not_null_addition");
            return Optional.empty();
        }

        @Override
        public Optional<Object> defaultForNulls(ModelState model, FieldState field) {
            refuse("ask_not_null_alteration");
            return Optional.empty();
        }

        private boolean yes(String question) {
            refuse(question);
            return Boolean.TRUE.equals(DjangoStates.map(json.get("defaults")).get(question));
        }

        private void refuse(String question) {
            if ("must-not-be-asked".equals(DjangoStates.map(json.get("mocked")).get(question))) {
                throw new IllegalStateException(question + " was asked.");
            }
        }
    }
}
