/// Django's template language, compiled: engine, templates, loaders, libraries of tags and filters.
module dev.quintet.template {
    requires static transitive org.jspecify;
    requires transitive dev.quintet.kernel;

    exports dev.quintet.template;
}
