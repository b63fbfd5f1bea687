/// Forms: typed fields, their rules and widgets, rendered through the template engine.
module dev.quintet.forms {
    requires static transitive org.jspecify;
    requires transitive dev.quintet.kernel;
    requires transitive dev.quintet.orm;
    requires transitive dev.quintet.template;

    exports dev.quintet.forms;
    exports dev.quintet.forms.widget;
}
