/// Steps from one state of the tables to the next, applied once and in order.
module dev.quintet.migrations {
    requires static transitive org.jspecify;
    requires java.compiler;
    requires transitive dev.quintet.orm;
    requires java.xml;
    requires org.snakeyaml.engine;
    requires tools.jackson.core;

    exports dev.quintet.migrations;
    exports dev.quintet.migrations.autodetect;
    exports dev.quintet.migrations.error;
    exports dev.quintet.migrations.fixtures;
    exports dev.quintet.migrations.inspect;
    exports dev.quintet.migrations.operations;
    exports dev.quintet.migrations.source;

    // Picocli fills in the annotated fields of commands.
    opens dev.quintet.migrations.commands to
            info.picocli;

    provides dev.quintet.kernel.command.CommandProvider with
            dev.quintet.migrations.commands.MigrationCommands;
    provides dev.quintet.kernel.settings.SettingsProvider with
            dev.quintet.migrations.fixtures.FixtureSettings;
}
