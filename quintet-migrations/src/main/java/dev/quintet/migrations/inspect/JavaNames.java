package dev.quintet.migrations.inspect;

import java.util.HashSet;
import java.util.Locale;
import java.util.Set;
import javax.lang.model.SourceVersion;

/// Names of classes and fields, made of what tables and columns are called.
final class JavaNames {

    /// Classes that a model's file speaks of; a model of such a name would hide them.
    private static final Set<String> TAKEN =
            Set.of(
                    "BigDecimal",
                    "Boolean",
                    "Double",
                    "Duration",
                    "Entity",
                    "Enum",
                    "Exception",
                    "Field",
                    "ForeignKey",
                    "Id",
                    "Index",
                    "Instant",
                    "Integer",
                    "List",
                    "LocalDate",
                    "LocalDateTime",
                    "LocalTime",
                    "Long",
                    "Map",
                    "Meta",
                    "Model",
                    "Nullable",
                    "Object",
                    "OneToOne",
                    "Override",
                    "Process",
                    "Range",
                    "Record",
                    "Short",
                    "String",
                    "System",
                    "Thread",
                    "UUID",
                    "Unique");

    /// Names that a relation's path, or a catalogue, has for something else.
    private static final Set<String> RESERVED =
            Set.of(
                    "all",
                    "annotate",
                    "clean",
                    "clone",
                    "delete",
                    "eq",
                    "exclude",
                    "filter",
                    "finalize",
                    "get",
                    "getClass",
                    "hashCode",
                    "in",
                    "isNotNull",
                    "isNull",
                    "node",
                    "notify",
                    "notifyAll",
                    "orderBy",
                    "pk",
                    "set",
                    "setNull",
                    "toString",
                    "wait");

    private final Set<String> used = new HashSet<>();

    /// {@return `InvoiceLine` for `invoice_line` and `InvoiceLine`}
    String type(String table) {
        String name = camel(table, true);
        String free = TAKEN.contains(name) ? name + "Row" : name;
        return free(free);
    }

    /// {@return `listPrice` for `list_price` and `ListPrice`}
    String field(String column) {
        String name = camel(column, false);
        boolean keyword = SourceVersion.isKeyword(name) || RESERVED.contains(name);
        return free(keyword ? name + "_" : name);
    }

    /// {@return `SOLD_OUT` for `sold out`}
    String constant(String label) {
        String name =
                label.replaceAll("([a-z0-9])([A-Z])", "$1_$2")
                        .replaceAll("[^\\p{Alnum}]+", "_")
                        .toUpperCase(Locale.ROOT);
        String begun = name.isEmpty() || Character.isDigit(name.charAt(0)) ? "_" + name : name;
        return free(begun.equals("_") ? "NONE" : begun);
    }

    private String free(String name) {
        String free = name;
        // File systems that do not tell cases apart hold only one of two such files.
        for (int more = 2; !used.add(free.toLowerCase(Locale.ROOT)); more++) {
            free = name + more;
        }
        return free;
    }

    private static String camel(String name, boolean upper) {
        var camel = new StringBuilder();
        boolean begins = upper;
        boolean shouted = name.equals(name.toUpperCase(Locale.ROOT));
        for (int at = 0; at < name.length(); at++) {
            char letter = name.charAt(at);
            if (!Character.isJavaIdentifierPart(letter) || letter == '_' || letter == '$') {
                begins = !camel.isEmpty() || upper;
                continue;
            }
            if (camel.isEmpty() && !Character.isJavaIdentifierStart(letter)) {
                camel.append(upper ? 'N' : 'n');
            }
            boolean first = camel.isEmpty() && !upper;
            char small = Character.toLowerCase(letter);
            camel.append(
                    begins ? Character.toUpperCase(letter) : first || shouted ? small : letter);
            begins = false;
        }
        if (camel.isEmpty()) {
            camel.append(upper ? "Unnamed" : "unnamed");
        }
        return decapitalized(camel.toString(), upper);
    }

    /// `URLName` to `urlName`: what begins a field's name is in small letters as a word.
    private static String decapitalized(String name, boolean upper) {
        if (upper || name.length() < 2 || !Character.isUpperCase(name.charAt(1))) {
            return name;
        }
        int end = 1;
        while (end < name.length()
                && Character.isUpperCase(name.charAt(end))
                && (end + 1 == name.length() || !Character.isLowerCase(name.charAt(end + 1)))) {
            end++;
        }
        return name.substring(0, end).toLowerCase(Locale.ROOT) + name.substring(end);
    }
}
