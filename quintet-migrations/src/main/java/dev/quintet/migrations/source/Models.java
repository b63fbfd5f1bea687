package dev.quintet.migrations.source;

import dev.quintet.orm.state.ModelOptions;
import dev.quintet.orm.state.ModelState;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/// Models and their options in the words of a migration.
final class Models {

    private final Values values;
    private final Fields fields;

    Models(Values values, Fields fields) {
        this.values = values;
        this.fields = fields;
    }

    /// {@return the operation that creates a model}
    Code creation(ModelState model) {
        Code name = values.of(model.name());
        List<Code> codes = new ArrayList<>();
        model.fields().forEach(field -> codes.add(fields.of(field)));
        ModelState usual = ModelState.of(model.app(), model.name());
        if (model.equals(usual.withFields(model.fields()))) {
            codes.addFirst(name);
            return Code.call("createModel", codes);
        }
        List<Code.Call> calls = new ArrayList<>();
        for (Code one : codes) {
            calls.add(Code.call("with", List.of(one)));
        }
        if (!model.table().equals(usual.table())) {
            calls.add(Code.call("inTable", List.of(values.of(model.table()))));
        }
        model.bases().forEach(base -> calls.add(Code.call("extending", List.of(values.of(base)))));
        model.uniqueTogether()
                .forEach(set -> calls.add(Code.call("uniqueTogether", values.all(set))));
        model.indexes().forEach(one -> calls.add(Code.call("with", List.of(values.of(one)))));
        model.constraints().forEach(one -> calls.add(Code.call("with", List.of(values.of(one)))));
        if (!model.options().equals(usual.options())) {
            calls.add(Code.call("about", List.of(options(usual.options(), model.options()))));
        }
        return Code.call(
                "createModel", List.of(new Code.Chain(Code.call("model", List.of(name)), calls)));
    }

    /// {@return the words that make options of the usual ones}
    Code options(ModelOptions usual, ModelOptions options) {
        var told = new Told(usual);
        told.say(
                !options.ordering().isEmpty(),
                draft -> draft.ordering(options.ordering().toArray(String[]::new)),
                "ordering",
                options.ordering().toArray());
        told.say(!options.managed(), ModelOptions.Draft::unmanaged, "unmanaged");
        told.say(options.proxy(), ModelOptions.Draft::proxy, "proxy");
        boolean named =
                !options.verboseName().equals(usual.verboseName())
                        || !options.verboseNamePlural().equals(usual.verboseNamePlural());
        told.say(
                named,
                draft -> draft.named(options.verboseName(), options.verboseNamePlural()),
                "named",
                options.verboseName(),
                options.verboseNamePlural());
        told.say(
                !options.comment().isEmpty(),
                draft -> draft.comment(options.comment()),
                "comment",
                options.comment());
        told.say(
                !options.latestBy().isEmpty(),
                draft -> draft.latestBy(options.latestBy().toArray(String[]::new)),
                "latestBy",
                options.latestBy().toArray());
        told.say(
                options.orderWithRespectTo() != null,
                draft -> draft.orderWithRespectTo(options.orderWithRespectTo()),
                "orderWithRespectTo",
                options.orderWithRespectTo());
        for (ModelOptions.Permission one : options.permissions()) {
            told.say(
                    true,
                    draft -> draft.permission(one.code(), one.name()),
                    "permission",
                    one.code(),
                    one.name());
        }
        told.say(
                !options.defaultPermissions().equals(usual.defaultPermissions()),
                draft ->
                        draft.defaultPermissions(
                                options.defaultPermissions().toArray(String[]::new)),
                "defaultPermissions",
                options.defaultPermissions().toArray());
        told.say(
                !options.defaultRelatedName().isEmpty(),
                draft -> draft.defaultRelatedName(options.defaultRelatedName()),
                "defaultRelatedName",
                options.defaultRelatedName());
        told.say(
                !options.defaultManager().isEmpty(),
                draft -> draft.defaultManager(options.defaultManager()),
                "defaultManager",
                options.defaultManager());
        told.say(
                !options.managers().isEmpty(),
                draft -> draft.managers(options.managers().toArray(String[]::new)),
                "managers",
                options.managers().toArray());
        if (!told.options.equals(options)) {
            throw new IllegalStateException("Options have a part without words: " + options);
        }
        return told.calls.isEmpty()
                ? Code.text("options -> {}")
                : new Code.Chain(Code.text("options -> options"), told.calls);
    }

    /// Options while they are told.
    private final class Told {

        private final List<Code.Call> calls = new ArrayList<>();
        private ModelOptions options;

        private Told(ModelOptions options) {
            this.options = options;
        }

        private void say(
                boolean needed,
                Consumer<ModelOptions.Draft> step,
                String word,
                @Nullable Object... args) {
            if (needed) {
                options = options.changed(step);
                calls.add(Code.call(word, values.all(java.util.Arrays.asList(args))));
            }
        }
    }
}
