package dev.quintet.processor;

import java.util.List;
import java.util.Locale;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.TypeKind;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.util.Elements;
import org.jspecify.annotations.Nullable;

/// What a model is called, here and there. Everything follows from the class itself, so that one
/// model's source never waits for what is generated for another.
///
/// @param type the class
/// @param packageName empty for the unnamed one
/// @param simple name of the class
/// @param catalogue name of the class that is generated, in the same package
/// @param app label
/// @param table in the database
record ModelName(
        TypeElement type,
        String packageName,
        String simple,
        String catalogue,
        String app,
        String table) {

    static ModelName of(TypeElement type, Elements elements) {
        String packageName = elements.getPackageOf(type).getQualifiedName().toString();
        String simple = type.getSimpleName().toString();
        Mirror own = Mirror.of(type, Orm.META, elements);
        String catalogue = own.text("catalog");
        String app = own.exists() ? own.text("app") : inheritedMeta(type, elements).text("app");
        if (app.isEmpty()) {
            app = app(packageName);
        }
        String table = own.text("table");
        TypeElement parent = parent(type);
        if (parent != null && own.flag("proxy", false)) {
            table = of(concrete(parent, elements), elements).table();
        }
        return new ModelName(
                type,
                packageName,
                simple,
                catalogue.isEmpty() ? Naming.plural(simple) : catalogue,
                app,
                table.isEmpty() ? app + "_" + simple.toLowerCase(Locale.ROOT) : table);
    }

    /// The `@Meta` of a class; where it has none, that of the nearest abstract model above it.
    static Mirror inheritedMeta(TypeElement type, Elements elements) {
        TypeElement at = type;
        while (true) {
            Mirror meta = Mirror.of(at, Orm.META, elements);
            TypeElement above = above(at);
            if (meta.exists()
                    || above == null
                    || !above.getModifiers().contains(Modifier.ABSTRACT)) {
                return meta;
            }
            at = above;
        }
    }

    /// `app.Model`
    String label() {
        return app + "." + simple;
    }

    /// The name that generated catalogues have in full.
    String qualifiedCatalogue() {
        return packageName.isEmpty() ? catalogue : packageName + "." + catalogue;
    }

    /// Whether a class is a model, abstract or not.
    static boolean isModel(TypeElement type) {
        if (type.getKind() != ElementKind.CLASS) {
            return false;
        }
        for (TypeElement at = type; at != null; at = above(at)) {
            if (at.getQualifiedName().contentEquals(Orm.ENTITY)) {
                return true;
            }
        }
        return false;
    }

    /// Whether a class has a table: a model that is not abstract.
    static boolean hasTable(TypeElement type) {
        return isModel(type) && !type.getModifiers().contains(Modifier.ABSTRACT);
    }

    /// The nearest model with a table above a model, or `null`.
    static @Nullable TypeElement parent(TypeElement type) {
        for (TypeElement at = above(type); at != null; at = above(at)) {
            if (hasTable(at)) {
                return at;
            }
        }
        return null;
    }

    /// Whether a model is another view of its parent's table.
    static boolean isProxy(TypeElement type, Elements elements) {
        return Mirror.of(type, Orm.META, elements).flag("proxy", false) && parent(type) != null;
    }

    /// The model whose table a model's rows are of: itself, unless it is a proxy.
    static TypeElement concrete(TypeElement type, Elements elements) {
        TypeElement at = type;
        while (isProxy(at, elements)) {
            TypeElement above = parent(at);
            if (above == null) {
                return at;
            }
            at = above;
        }
        return at;
    }

    /// The class that a class extends, or `null`.
    static @Nullable TypeElement above(TypeElement type) {
        TypeMirror above = type.getSuperclass();
        return above.getKind() == TypeKind.DECLARED
                ? (TypeElement) ((DeclaredType) above).asElement()
                : null;
    }

    private static String app(String packageName) {
        for (String word : List.of(packageName.split("\\.")).reversed()) {
            if (!word.isEmpty() && !word.equals("models") && !word.equals("model")) {
                return word.toLowerCase(Locale.ROOT);
            }
        }
        return "main";
    }
}
