/// Users, groups and permissions, over Django's tables: who somebody is, and what they may do.
module dev.quintet.auth {
    requires static transitive org.jspecify;
    requires transitive dev.quintet.contenttypes;
    requires transitive dev.quintet.kernel;
    requires transitive dev.quintet.web;
    requires static org.bouncycastle.provider;

    exports dev.quintet.auth;
    exports dev.quintet.auth.password;

    provides dev.quintet.http.ExceptionMapper with
            dev.quintet.auth.AuthFailures;
    provides dev.quintet.kernel.settings.SettingsProvider with
            dev.quintet.auth.AuthSettings;
}
