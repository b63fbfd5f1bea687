/// The ground floor: what every other module of Quintet stands on. Imports nothing of Quintet.
module dev.quintet.kernel {
    requires static transitive org.jspecify;
    requires transitive info.picocli;
    requires transitive tools.jackson.databind;

    exports dev.quintet.kernel.app;
    exports dev.quintet.kernel.cache;
    exports dev.quintet.kernel.check;
    exports dev.quintet.kernel.command;
    exports dev.quintet.kernel.context;
    exports dev.quintet.kernel.error;
    exports dev.quintet.kernel.json;
    exports dev.quintet.kernel.headers;
    exports dev.quintet.kernel.i18n;
    exports dev.quintet.kernel.formats;
    exports dev.quintet.kernel.limit;
    exports dev.quintet.kernel.log;
    exports dev.quintet.kernel.pagination;
    exports dev.quintet.kernel.settings;
    exports dev.quintet.kernel.signal;
    exports dev.quintet.kernel.signing;
    exports dev.quintet.kernel.storage;
    exports dev.quintet.kernel.submission;
    exports dev.quintet.kernel.template;
    exports dev.quintet.kernel.text;
    exports dev.quintet.kernel.time;
    exports dev.quintet.kernel.validate;

    // Picocli fills in the annotated fields of commands.
    opens dev.quintet.kernel.command to
            info.picocli;
    opens dev.quintet.kernel.i18n to
            info.picocli;

    uses dev.quintet.kernel.check.Check;
    uses dev.quintet.kernel.command.CommandProvider;
    uses dev.quintet.kernel.json.JsonExtension;
    uses dev.quintet.kernel.settings.SettingsProvider;
    uses dev.quintet.kernel.storage.StorageProvider;

    provides dev.quintet.kernel.check.Check with
            dev.quintet.kernel.check.DeployChecks,
            dev.quintet.kernel.check.SettingsChecks;
    provides dev.quintet.kernel.command.CommandProvider with
            dev.quintet.kernel.command.KernelCommands,
            dev.quintet.kernel.i18n.LanguageCommands;
    provides dev.quintet.kernel.settings.SettingsProvider with
            dev.quintet.kernel.i18n.LanguageSettings,
            dev.quintet.kernel.settings.KernelSettings,
            dev.quintet.kernel.signing.SigningSettings,
            dev.quintet.kernel.storage.Storages;
}
