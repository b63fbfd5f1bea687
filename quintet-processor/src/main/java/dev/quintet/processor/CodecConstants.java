package dev.quintet.processor;

import dev.quintet.kernel.text.JavaNames;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.TypeMirror;
import org.jspecify.annotations.Nullable;

/// How the fields of one model are stored: the codecs that its mapping names, the dearer ones as
/// constants that are made once.
final class CodecConstants {

    private final Names names;
    private final Set<String> taken;
    private final Map<String, Constant> byKey = new LinkedHashMap<>();

    /// A constant of the mapping.
    private record Constant(String name, String type, String made) {}

    /// @param taken names of other constants; those made here are added
    CodecConstants(ModelClass model, Names names, Set<String> taken) {
        this.names = names;
        this.taken = taken;
        model.stored().forEach(this::of);
    }

    /// The codec of a field as an expression, or `null` when its values are stored as they are;
    /// keys of relations are kept as they are stored.
    @Nullable String of(ModelField.Stored stored) {
        if (!(stored instanceof ModelField.Plain field)) {
            return null;
        }
        return switch (field.kind()) {
            case SLUG -> codec() + ".slug()";
            case INT16 -> codec() + ".int16()";
            case FILE -> file(field);
            case TEXT -> address(field.options().format());
            case ENUM -> enumConstant(field.type());
            case JSON -> json(field);
            case ARRAY -> array(field);
            case RANGE -> range(field);
            case CUSTOM -> custom(field);
            default -> null;
        };
    }

    private @Nullable String address(String format) {
        return switch (format) {
            case "IP_ADDRESS", "IPV4", "IPV6" -> codec() + ".ipAddress(false)";
            case "IP_ADDRESS_UNPACKED" -> codec() + ".ipAddress(true)";
            default -> null;
        };
    }

    private String enumConstant(TypeMirror type) {
        String simple = names.of(type);
        String value =
                Kinds.choices(type).valued() ? ", " + names.inCode(element(type)) + "::value" : "";
        return constant(
                Fields.name(type),
                codec() + "<" + simple + ">",
                codec() + ".enumOf(" + simple + ".class" + value + ")",
                simpleName(type) + "_codec");
    }

    private String json(ModelField.Plain field) {
        return switch (Fields.name(field.type())) {
            case "java.lang.Object" -> codec() + ".json()";
            case "java.util.Map" -> codec() + ".jsonObject()";
            case "java.util.List" -> codec() + ".jsonList()";
            default -> {
                String simple = names.of(field.type());
                yield constant(
                        Fields.name(field.type()),
                        codec() + "<" + simple + ">",
                        codec() + ".json(" + names.inCode(element(field.type())) + ".class)",
                        simpleName(field.type()) + "_codec");
            }
        };
    }

    private String array(ModelField.Plain field) {
        TypeMirror element = Kinds.element(field.type());
        FieldKind kind = element == null ? null : Kinds.of(element);
        String made =
                switch (kind) {
                    case ENUM -> element == null ? "" : enumConstant(element);
                    case SLUG -> codec() + ".slug()";
                    case INT16 -> codec() + ".int16()";
                    case FILE -> codec() + ".file()";
                    case null, default -> codec() + ".identity()";
                };
        return constant(
                field.type().toString() + made,
                codec() + "<" + names.of(field.type()) + ">",
                codec() + ".list(" + made + ")",
                field.name() + "_codec");
    }

    private String range(ModelField.Plain field) {
        TypeMirror bound = Kinds.element(field.type());
        String simple = bound == null ? "" : names.of(bound);
        return constant(
                "range of " + simple,
                codec() + "<" + names.of(field.type()) + ">",
                codec() + ".range(" + simple + ".class)",
                field.name() + "_codec");
    }

    /// Where files lie is known to the codec of their names.
    private String file(ModelField.Plain field) {
        ModelField.Options options = field.options();
        String usual = codec() + ".file()";
        var made = new StringBuilder(usual);
        if (!options.text("storage").isEmpty()) {
            made.append(".in(").append(Source.quoted(options.text("storage"))).append(")");
        }
        TypeElement by = options.uploadBy();
        if (by != null) {
            made.append(".by(new ").append(names.of(by)).append("())");
        }
        List<String> size = options.size();
        if (size.size() == 2) {
            made.append(".sized(")
                    .append(Source.quoted(size.getFirst()))
                    .append(", ")
                    .append(Source.quoted(size.getLast()))
                    .append(")");
        }
        return made.toString().equals(usual)
                ? usual
                : constant(
                        made.toString(),
                        names.of(Orm.FILE_PLACE),
                        made.toString(),
                        field.name() + "_files");
    }

    private @Nullable String custom(ModelField.Plain field) {
        TypeElement type = field.options().valueType();
        if (type == null) {
            return null;
        }
        String simple = names.of(type);
        return constant(
                type.getQualifiedName().toString(),
                simple,
                "new " + simple + "()",
                type.getSimpleName().toString());
    }

    private String constant(String key, String type, String made, String wanted) {
        Constant known = byKey.get(key);
        if (known == null) {
            known = new Constant(MappingWriter.free(JavaNames.snake(wanted), taken), type, made);
            byKey.put(key, known);
        }
        return known.name();
    }

    /// Writes the constants.
    void declare(Source body) {
        for (Constant one : byKey.values()) {
            body.line(
                    "private static final "
                            + one.type()
                            + " "
                            + one.name()
                            + " = "
                            + one.made()
                            + ";");
        }
    }

    boolean isEmpty() {
        return byKey.isEmpty();
    }

    private String codec() {
        return names.inCode(Orm.CODEC);
    }

    private static TypeElement element(TypeMirror type) {
        return (TypeElement) ((DeclaredType) type).asElement();
    }

    private static String simpleName(TypeMirror type) {
        String name = Fields.name(type);
        return name.substring(name.lastIndexOf('.') + 1);
    }
}
