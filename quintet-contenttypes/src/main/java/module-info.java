/// The names of a site's models as rows: what relations to rows of any model lead by.
module dev.quintet.contenttypes {
    requires static transitive org.jspecify;
    requires transitive dev.quintet.migrations;
    requires transitive dev.quintet.orm;

    exports dev.quintet.contenttypes;

    // Picocli fills in the annotated fields of commands.
    opens dev.quintet.contenttypes to
            info.picocli;

    provides dev.quintet.kernel.command.CommandProvider with
            dev.quintet.contenttypes.ContentTypeCommands;
    provides dev.quintet.orm.ModelTypes with
            dev.quintet.contenttypes.RegisteredTypes;
}
