package dev.quintet.conformance.queries;

import dev.quintet.orm.ModelMapping;
import dev.quintet.orm.ModelRelation;
import dev.quintet.orm.state.FieldState;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// Between the names of the recorded models and ours: `birth_date` is `birthDate`, and a way back
/// that Django calls after the other model (`choice`) has a name of its own (`choices`).
final class FieldNames {

    private static final Pattern CAPITAL = Pattern.compile("(?<=[a-z0-9])([A-Z])");

    /// Ours by Django's, of any model: for names whose model is not known where they are written.
    private final Map<String, String> anywhere = new HashMap<>();

    private final Set<String> documents = new HashSet<>();

    FieldNames(List<ModelMapping<?>> mappings) {
        Map<String, String> backwards = new HashMap<>();
        for (ModelMapping<?> mapping : mappings) {
            for (String name : mapping.names()) {
                anywhere.put(snake(name), name);
            }
            mapping.generics().forEach(one -> anywhere.put(snake(one.name()), one.name()));
            for (FieldState field : mapping.columns()) {
                if (document(field)) {
                    documents.add(field.name());
                }
            }
            for (ModelRelation relation : mapping.relations()) {
                if (backward(mapping, relation)) {
                    String other = usual(relation);
                    backwards.merge(
                            other, relation.name(), (one, two) -> one.equals(two) ? one : other);
                }
            }
        }
        backwards.forEach(anywhere::putIfAbsent);
    }

    private static boolean document(FieldState field) {
        return field.type().toString().toLowerCase(Locale.ROOT).contains("json");
    }

    /// Whether the other model declares the relation, and this one only the way back.
    private static boolean backward(ModelMapping<?> mapping, ModelRelation relation) {
        return mapping.state().find(relation.name()) == null;
    }

    private static String usual(ModelRelation relation) {
        return relation.target().get().type().getSimpleName().toLowerCase(Locale.ROOT);
    }

    /// {@return `birth_date` for `birthDate`}
    static String snake(String name) {
        return CAPITAL.matcher(name).replaceAll("_$1").toLowerCase(Locale.ROOT);
    }

    /// {@return our name of an annotation}
    String annotation(String name) {
        return anywhere.getOrDefault(name, name);
    }

    /// {@return our names for a path such as `-author__birth_date__year`}
    ///
    /// @param root the model that it begins at, or `null` where that is not known
    String path(@Nullable ModelMapping<?> root, String path) {
        String sign = path.startsWith("-") || path.startsWith("+") ? path.substring(0, 1) : "";
        List<String> ours = new ArrayList<>();
        ModelMapping<?> at = root;
        boolean inDocument = false;
        for (String name : path.substring(sign.length()).split("__", -1)) {
            String mine = inDocument ? name : at == null ? unplaced(name) : placed(at, name);
            ours.add(mine);
            inDocument |= isDocument(at, mine);
            ModelRelation relation = at == null ? null : at.relation(mine);
            at = relation == null ? null : relation.target().get();
        }
        return sign + String.join("__", ours);
    }

    private boolean isDocument(@Nullable ModelMapping<?> at, String name) {
        return at == null
                ? documents.contains(name)
                : at.number(name) >= 0 && document(at.columns().get(at.number(name)));
    }

    private String unplaced(String name) {
        String known = anywhere.get(name);
        if (known != null) {
            return known;
        }
        String base =
                name.endsWith("_id") ? anywhere.get(name.substring(0, name.length() - 3)) : null;
        return base == null ? name : base + "_id";
    }

    /// {@return our name of what the model calls `name`, or the name itself}
    String placed(ModelMapping<?> model, String name) {
        List<String> names = model.names();
        String known = anywhere.get(name);
        if (known != null && (names.contains(known) || model.leadsAnywhere(known))) {
            return known;
        }
        if (names.contains(name)) {
            return name;
        }
        if (name.endsWith("_id")) {
            String base = placed(model, name.substring(0, name.length() - 3));
            if (model.relation(base) != null) {
                return base + "_id";
            }
        }
        if (model.relation(name) != null) {
            return name;
        }
        String other = name.endsWith("_set") ? name.substring(0, name.length() - 4) : name;
        for (ModelRelation relation : model.relations()) {
            if (backward(model, relation) && usual(relation).equals(other)) {
                return relation.name();
            }
        }
        return known == null ? name : known;
    }
}
