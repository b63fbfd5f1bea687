/// Build time: writes a catalogue beside each model class. Ships with no site.
module dev.quintet.processor {
    requires static transitive org.jspecify;
    requires transitive java.compiler;
    requires dev.quintet.kernel;

    exports dev.quintet.processor;

    provides javax.annotation.processing.Processor with
            dev.quintet.processor.ModelProcessor;
}
