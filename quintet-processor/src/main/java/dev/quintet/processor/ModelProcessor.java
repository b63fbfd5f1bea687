package dev.quintet.processor;

import dev.quintet.kernel.error.Problem;
import java.io.IOException;
import java.io.Writer;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import javax.annotation.processing.AbstractProcessor;
import javax.annotation.processing.FilerException;
import javax.annotation.processing.ProcessingEnvironment;
import javax.annotation.processing.RoundEnvironment;
import javax.annotation.processing.SupportedAnnotationTypes;
import javax.lang.model.SourceVersion;
import javax.lang.model.element.Element;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.TypeElement;
import javax.lang.model.util.ElementFilter;
import javax.tools.StandardLocation;
import org.jspecify.annotations.Nullable;

/// Writes a catalogue beside each model class: `Albums` beside `Album`.
///
/// A model is a class that extends `dev.quintet.orm.Entity` and is not abstract; it needs no
/// annotation. For each, one source file and one index resource are written, from the class and
/// what it refers to and nothing else, so that a build tool need redo only what has changed. The
/// index, `META-INF/quintet/models/CLASS`, names the catalogue; that is how models in jars are
/// found without looking through all classes.
///
/// Annotations are never claimed: other processors see them too. Compilers make an object for each
/// compilation and call it from one thread.
@SupportedAnnotationTypes("*")
public final class ModelProcessor extends AbstractProcessor {

    /// Folder of the resources that name catalogues, one for each model.
    public static final String INDEX = "META-INF/quintet/models/";

    /// Models with a field of a type that another processor may be about to write.
    private final Set<String> waiting = new LinkedHashSet<>();

    private @Nullable Report report;

    /// For compilers, which find it as a service.
    public ModelProcessor() {}

    @Override
    public synchronized void init(ProcessingEnvironment environment) {
        super.init(environment);
        report = new Report(environment.getMessager());
    }

    @Override
    public SourceVersion getSupportedSourceVersion() {
        return SourceVersion.latestSupported();
    }

    @Override
    public boolean process(Set<? extends TypeElement> annotations, RoundEnvironment round) {
        Report telling = report;
        if (round.processingOver() || telling == null) {
            return false;
        }
        var models = new LinkedHashSet<TypeElement>();
        for (String name : List.copyOf(waiting)) {
            TypeElement type = processingEnv.getElementUtils().getTypeElement(name);
            if (type != null) {
                models.add(type);
            }
        }
        waiting.clear();
        for (TypeElement type : ElementFilter.typesIn(round.getRootElements())) {
            telling.readsSource(type);
            addModels(type, models);
        }
        for (TypeElement model : models) {
            if (Fields.of(model).stream().anyMatch(field -> Fields.isUnknown(field.asType()))) {
                waiting.add(model.getQualifiedName().toString());
            } else {
                write(model, telling);
            }
        }
        return false;
    }

    private static void addModels(TypeElement type, Set<TypeElement> models) {
        if (ModelName.isModel(type)
                && !type.getQualifiedName().contentEquals(Orm.ENTITY)
                && !type.getQualifiedName().contentEquals(Orm.MODEL)) {
            models.add(type);
        }
        for (TypeElement nested : ElementFilter.typesIn(type.getEnclosedElements())) {
            addModels(nested, models);
        }
    }

    private void write(TypeElement type, Report telling) {
        var elements = processingEnv.getElementUtils();
        var reader = new ModelReader(elements, telling);
        if (type.getModifiers().contains(Modifier.ABSTRACT)) {
            reader.check(type);
            return;
        }
        ModelClass model = reader.read(type);
        if (model == null) {
            return;
        }
        var writer = new CatalogueWriter(model, elements);
        String source = writer.write();
        if (hidesAName(model, writer.spoken(), telling)) {
            return;
        }
        try {
            var file =
                    processingEnv
                            .getFiler()
                            .createSourceFile(model.name().qualifiedCatalogue(), type);
            try (Writer out = file.openWriter()) {
                out.write(source);
            }
            var index =
                    processingEnv
                            .getFiler()
                            .createResource(
                                    StandardLocation.CLASS_OUTPUT,
                                    "",
                                    INDEX + elements.getBinaryName(type),
                                    type);
            try (Writer out = index.openWriter()) {
                out.write(model.name().qualifiedCatalogue());
            }
        } catch (FilerException e) {
            telling.refuse(
                    type,
                    type,
                    Problem.of(
                                    "processor.E028",
                                    "There is a "
                                            + model.name().catalogue()
                                            + " already, for another model or from another processor.")
                            .fixedBy("Name the catalogue of this one: @Meta(catalog = \"...\")."));
        } catch (IOException e) {
            telling.refuse(
                    type,
                    type,
                    Problem.of(
                                    "processor.E029",
                                    model.name().qualifiedCatalogue() + " cannot be written.")
                            .because(String.valueOf(e.getMessage()))
                            .fixedBy("See that the compiler may write to its output folder."));
        }
    }

    /// Whether a field is called like a class that the catalogue's code speaks of.
    private static boolean hidesAName(ModelClass model, Set<String> spoken, Report telling) {
        boolean hides = false;
        for (ModelField field : model.shown()) {
            Element element = field.element();
            if (spoken.contains(field.name())) {
                hides = true;
                telling.refuse(
                        model.name().type(),
                        element,
                        Problem.of(
                                        "processor.E019",
                                        "A field cannot be called '" + field.name() + "' here.")
                                .because(
                                        "The catalogue has a field of that name, which would hide the class or package that it uses.")
                                .fixedBy("Rename it; @Field(column = \"...\") keeps its column."));
            }
        }
        return hides;
    }
}
