package dev.quintet.dev.compile;

import java.lang.classfile.Annotation;
import java.lang.classfile.AttributedElement;
import java.lang.classfile.Attributes;
import java.lang.classfile.ClassFile;
import java.lang.classfile.ClassModel;
import java.lang.classfile.FieldModel;
import java.lang.classfile.MethodModel;
import java.lang.classfile.attribute.AnnotationDefaultAttribute;
import java.lang.classfile.attribute.ConstantValueAttribute;
import java.lang.classfile.attribute.ExceptionsAttribute;
import java.lang.classfile.attribute.PermittedSubclassesAttribute;
import java.lang.classfile.attribute.RuntimeInvisibleAnnotationsAttribute;
import java.lang.classfile.attribute.RuntimeVisibleAnnotationsAttribute;
import java.lang.classfile.attribute.SignatureAttribute;
import java.lang.classfile.attribute.SourceFileAttribute;
import java.lang.classfile.constantpool.ClassEntry;
import java.lang.classfile.constantpool.PoolEntry;
import java.lang.classfile.constantpool.Utf8Entry;
import java.lang.reflect.AccessFlag;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// What a class file says to those who compile against it, and whom it speaks of itself.
///
/// @param name with slashes
/// @param source of the package's folder and the file: `records/catalog/Album.java`
/// @param parents superclass and interfaces
/// @param uses classes that it mentions, its own among them
/// @param face all that others may compile against: the same text, the same for them
/// @param constants values that a compiler copies into others, where they leave no trace
record ClassShape(
        String name,
        String source,
        Set<String> parents,
        Set<String> uses,
        String face,
        String constants) {

    private static final Pattern DESCRIBED = Pattern.compile("L([\\w/$]+)[;<]");

    static ClassShape of(byte[] bytes) {
        ClassModel model = ClassFile.of().parse(bytes);
        String name = model.thisClass().asInternalName();
        String file =
                model.findAttribute(Attributes.sourceFile())
                        .map(SourceFileAttribute::sourceFile)
                        .map(Utf8Entry::stringValue)
                        .orElse("");
        var parents = new TreeSet<String>();
        model.superclass().ifPresent(parent -> parents.add(parent.asInternalName()));
        model.interfaces().forEach(parent -> parents.add(parent.asInternalName()));
        var constants = new StringBuilder();
        String face = face(model, constants);
        String folder = name.substring(0, name.lastIndexOf('/') + 1);
        return new ClassShape(
                name, folder + file, parents, uses(model), face, constants.toString());
    }

    private static Set<String> uses(ClassModel model) {
        var uses = new HashSet<String>();
        for (PoolEntry entry : model.constantPool()) {
            if (entry instanceof ClassEntry one) {
                String name = one.asInternalName();
                uses.add(name.startsWith("[") ? name.replaceAll("^\\[+L|;$", "") : name);
            } else if (entry instanceof Utf8Entry text) {
                // Descriptors and signatures; a text that looks like one does no harm.
                String value = text.stringValue();
                if (value.indexOf(';') > 0) {
                    Matcher types = DESCRIBED.matcher(value);
                    while (types.find()) {
                        uses.add(String.valueOf(types.group(1)));
                    }
                }
            }
        }
        return uses;
    }

    private static String face(ClassModel model, StringBuilder constants) {
        var lines = new ArrayList<String>();
        lines.add(
                model.flags().flagsMask()
                        + " "
                        + model.superclass().map(ClassEntry::asInternalName).orElse("")
                        + " "
                        + model.interfaces().stream().map(ClassEntry::asInternalName).toList()
                        + extras(model)
                        + model.findAttribute(Attributes.permittedSubclasses())
                                .map(PermittedSubclassesAttribute::permittedSubclasses)
                                .map(all -> all.stream().map(ClassEntry::asInternalName).toList())
                                .map(Object::toString)
                                .orElse(""));
        for (FieldModel field : model.fields()) {
            if (field.flags().has(AccessFlag.PRIVATE)) {
                continue;
            }
            String line =
                    field.flags().flagsMask()
                            + " "
                            + field.fieldName().stringValue()
                            + field.fieldType().stringValue()
                            + extras(field);
            lines.add(line);
            field.findAttribute(Attributes.constantValue())
                    .map(ConstantValueAttribute::constant)
                    .ifPresent(value ->
                            constants
                                    .append(field.fieldName().stringValue())
                                    .append('=')
                                    .append(value.constantValue())
                                    .append('\n'));
        }
        for (MethodModel method : model.methods()) {
            if (method.flags().has(AccessFlag.PRIVATE)
                    || method.flags().has(AccessFlag.SYNTHETIC)) {
                continue;
            }
            lines.add(
                    method.flags().flagsMask()
                            + " "
                            + method.methodName().stringValue()
                            + method.methodType().stringValue()
                            + extras(method)
                            + method.findAttribute(Attributes.exceptions())
                                    .map(ExceptionsAttribute::exceptions)
                                    .map(all ->
                                            all.stream().map(ClassEntry::asInternalName).toList())
                                    .map(Object::toString)
                                    .orElse("")
                            + method.findAttribute(Attributes.annotationDefault())
                                    .map(AnnotationDefaultAttribute::defaultValue)
                                    .map(Object::toString)
                                    .orElse(""));
        }
        return String.join("\n", lines);
    }

    private static String extras(AttributedElement element) {
        List<Annotation> visible =
                element.findAttribute(Attributes.runtimeVisibleAnnotations())
                        .map(RuntimeVisibleAnnotationsAttribute::annotations)
                        .orElse(List.of());
        List<Annotation> invisible =
                element.findAttribute(Attributes.runtimeInvisibleAnnotations())
                        .map(RuntimeInvisibleAnnotationsAttribute::annotations)
                        .orElse(List.of());
        String typed =
                element.findAttribute(Attributes.runtimeVisibleTypeAnnotations())
                        .map(all -> all.annotations().toString())
                        .orElse("");
        return element.findAttribute(Attributes.signature())
                        .map(SignatureAttribute::signature)
                        .map(Utf8Entry::stringValue)
                        .orElse("")
                + visible
                + invisible
                + typed;
    }
}
