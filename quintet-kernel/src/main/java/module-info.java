/// The ground floor: what every other module of Quintet stands on. Imports nothing of Quintet.
module dev.quintet.kernel {
    requires static transitive org.jspecify;
    requires transitive info.picocli;
    requires tools.jackson.databind;

    exports dev.quintet.kernel.app;
    exports dev.quintet.kernel.cache;
    exports dev.quintet.kernel.check;
    exports dev.quintet.kernel.command;
    exports dev.quintet.kernel.context;
    exports dev.quintet.kernel.error;
    exports dev.quintet.kernel.headers;
    exports dev.quintet.kernel.i18n;
    exports dev.quintet.kernel.pagination;
    exports dev.quintet.kernel.settings;
    exports dev.quintet.kernel.signal;
    exports dev.quintet.kernel.storage;
    exports dev.quintet.kernel.template;
    exports dev.quintet.kernel.text;
    exports dev.quintet.kernel.time;
    exports dev.quintet.kernel.validate;

    uses dev.quintet.kernel.check.Check;
    uses dev.quintet.kernel.settings.SettingsProvider;

    provides dev.quintet.kernel.settings.SettingsProvider with
            dev.quintet.kernel.settings.KernelSettings;
}
