/// Models, queries, relations and transactions over JDBC.
module dev.quintet.orm {
    requires static transitive org.jspecify;
    requires transitive dev.quintet.kernel;
    requires transitive java.sql;
    requires org.xerial.sqlitejdbc;

    exports dev.quintet.orm;
    exports dev.quintet.orm.connection;
    exports dev.quintet.orm.inspect;
    exports dev.quintet.orm.schema;
    exports dev.quintet.orm.sql;
    exports dev.quintet.orm.state;
    exports dev.quintet.orm.tree;

    uses dev.quintet.orm.ModelTypes;

    provides dev.quintet.kernel.check.Check with
            dev.quintet.orm.ModelChecks,
            dev.quintet.orm.RelationChecks;
    provides dev.quintet.kernel.json.JsonExtension with
            dev.quintet.orm.RowsInJson;
    provides dev.quintet.kernel.check.ReadinessCheck with
            dev.quintet.orm.connection.DatabasesReady;
    provides dev.quintet.kernel.settings.SettingsProvider with
            dev.quintet.orm.OrmSettings;
}
